// Squatters keep a day's places with invented names while honest people ask, defence by defence: npm run abuse -- [seed]
import {
  createDesk,
  type Desk,
  type DeskSettings,
  defineOffice,
  type IsBlocked,
  memoryStore,
  type OfficeRules,
} from "giliran";
import { createLot, type Lot } from "../simulation/lot.js";

const minute = 60_000;
const opens = Date.parse("2017-08-07T08:00+07:00");
const officeId = "north";
const date = "2017-08-10";
const day = ["08:00-16:00"];
const places = 240;
/** For how long honest people come; who got nothing by the end of an hour more has failed. */
const hours = 8;
const honestPeople = 100;
/** Messages of squatters a minute. */
const squatting = 9.6;

export interface Defence {
  readonly name: string;
  /** How many addresses the squatters have. */
  readonly senders: number;
  readonly rules?: Partial<OfficeRules>;
  readonly settings?: (clock: { readonly now: number }) => Partial<DeskSettings>;
  /** Whether people are known by something that squatters can't invent: they have one identity for each address. */
  readonly isVerified?: boolean;
}

export interface SquatResult {
  /** Honest people who have a confirmed booking at the end, of 100. */
  readonly served: number;
  /** Those without squatters, by the same defence. */
  readonly servedInPeace: number;
  /** Minutes from the first try to the booking, the median of those who were served. */
  readonly minutes: number;
}

export async function measure(defence: Defence, seed: number): Promise<SquatResult> {
  const attacked = await play(defence, createLot(seed), squatting);
  const inPeace = await play(defence, createLot(seed), 0);
  return { ...attacked, servedInPeace: inPeace.served };
}

interface Person {
  readonly sender: string;
  readonly key: string;
  readonly since: number;
  servedAt?: number;
}

async function play(
  { senders, rules = {}, settings = () => ({}), isVerified = false }: Defence,
  lot: Lot,
  attacks: number,
): Promise<Pick<SquatResult, "served" | "minutes">> {
  const clock = { now: opens };
  const desk = createDesk({
    offices: [
      defineOffice({
        id: officeId,
        name: "North",
        timeZone: "Asia/Jakarta",
        hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
        slotMinutes: 60,
        capacity: places / 8,
        rules,
      }),
    ],
    store: memoryStore(),
    now: () => clock.now,
    randomBytes: (length) => Uint8Array.from({ length }, () => lot.below(256)),
    ...settings(clock),
  });
  const people: Person[] = [];
  let calls = 0;
  let due = 0;
  let squats = 0;

  async function ask(sender: string, key: string): Promise<string | undefined> {
    const call = {
      requestId: `${++calls}`,
      sender,
      officeId,
      date,
      people: [{ key, details: { name: key } }],
    };
    const held = await desk.hold(call);
    if (held.kind === "held") return held.booking.code;
    if (held.kind.endsWith("-full")) await desk.joinWaitingList({ ...call, requestId: `${++calls}` });
    return undefined;
  }

  for (let now = 0; now < (hours + 1) * 60; now++) {
    clock.now = opens + now * minute;
    due += attacks;
    for (; due >= 1; due--) {
      const squatter = squats++ % senders;
      await ask(`squatter ${squatter}`, isVerified ? `squatter ${squatter}` : `invented ${++calls}`);
    }
    if (now < hours * 60 && lot.happens(honestPeople / (hours * 60)))
      people.push({ sender: `person ${people.length}`, key: `person ${people.length}`, since: now });
    for (const person of people)
      if (person.servedAt === undefined) await goOn(desk, person, now, ask, ++calls);
    await desk.sweep();
    await desk.markSent((await desk.dueNotices({ limit: 200 })).map(({ id }) => id));
  }
  const served = people.filter(({ servedAt }) => servedAt !== undefined);
  const waited = served.map(({ since, servedAt = 0 }) => servedAt - since).sort((a, b) => a - b);
  return {
    served: Math.round((served.length / people.length) * 100),
    minutes: waited[Math.floor(waited.length / 2)] ?? Number.NaN,
  };
}

/** An honest person asks once, waits where that is offered, and confirms what they hold or are offered at once. */
async function goOn(
  desk: Desk,
  person: Person,
  now: number,
  ask: (sender: string, key: string) => Promise<string | undefined>,
  call: number,
): Promise<void> {
  const { sender, key, since } = person;
  const mine = await desk.find({ sender, only: "live" });
  const held = mine.find(({ state }) => state === "held")?.code;
  const code = held ?? (now === since ? await ask(sender, key) : undefined);
  if (code === undefined) return;
  const confirmed = await desk.confirm({ requestId: `confirm ${call}`, sender, code });
  if (confirmed.kind === "confirmed") person.servedAt = now;
}

/** At most so many calls of a sender in a time: as a bot has it in front of the desk. */
function byRate(clock: { readonly now: number }, most: number, withinMs: number): IsBlocked {
  const calls = new Map<string, number[]>();
  return ({ sender }) => {
    const recent = (calls.get(sender) ?? []).filter((at) => at > clock.now - withinMs);
    calls.set(sender, [...recent, clock.now]);
    return recent.length >= most;
  };
}

const off = { changesPerDay: 1_000_000 };

export const defences: readonly Defence[] = [
  {
    name: "none: no waiting list, no limit of changes",
    senders: 100,
    rules: { longestWaitingList: 0 },
    settings: () => off,
  },
  {
    name: "cooling of 5 to 60 minutes alone",
    senders: 100,
    rules: { longestWaitingList: 0, coolingMinutes: [5, 60] },
    settings: () => off,
  },
  { name: "the waiting list alone", senders: 100, settings: () => off },
  { name: "the limit of changes alone", senders: 100, rules: { longestWaitingList: 0 } },
  { name: "**the defaults**: waiting list and limit of changes", senders: 100 },
  { name: "the defaults, against 300 addresses", senders: 300 },
  { name: "the defaults, against 1,000 addresses", senders: 1000 },
  {
    name: "`bookingsPerSender: 1`, `holdMinutes: 10`, against 1,000 addresses",
    senders: 1000,
    rules: { bookingsPerSender: 1, holdMinutes: 10, offerMinutes: 10 },
    settings: () => ({ changesPerDay: 2 }),
  },
  {
    name: "`isBlocked`: four calls of a sender in a day",
    senders: 100,
    settings: (clock) => ({ isBlocked: byRate(clock, 4, 86_400_000) }),
  },
  { name: "verified keys: one identity an address", senders: 100, isVerified: true },
];

export async function printTable(seed: number, print: (line: string) => void): Promise<void> {
  print("| defence | served under attack | median wait | served without one |");
  print("|---|---|---|---|");
  for (const defence of defences) print(rowOf(defence.name, await measure(defence, seed)));
}

export function rowOf(name: string, { served, minutes, servedInPeace }: SquatResult): string {
  return `| ${name} | ${served} of 100 | ${Number.isNaN(minutes) ? "–" : `${minutes} min`} | ${servedInPeace} of 100 |`;
}

if (process.argv[1]?.endsWith("squat.ts")) await printTable(Number(process.argv[2] ?? 1), console.log);
