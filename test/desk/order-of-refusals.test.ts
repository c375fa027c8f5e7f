import { readFileSync } from "node:fs";
import { fc } from "@fast-check/vitest";
import { createDesk, type Desk, defineOffice, type HoldCall, memoryStore } from "giliran";
import { describe, expect, it } from "vitest";

const everyDay = ["08:00-10:00"];
const office = defineOffice({
  id: "north",
  name: "North",
  timeZone: "Asia/Jakarta",
  hours: { mon: everyDay, tue: everyDay, wed: everyDay, thu: everyDay, fri: everyDay },
  slotMinutes: 60,
  capacity: { general: 2, priority: 1 },
  closures: { "2017-08-09": "inventory" },
  days: {
    "2017-08-10": { hours: everyDay, capacity: { priority: 1 } },
    "2017-08-11": { hours: everyDay, capacity: { general: 1 } },
  },
  rules: { opensDaysBefore: 4, intakeHours: ["05:00-12:00"], bookingsPerSender: 2 },
});

const windows = ["08:00", "09:00"] as const;
type Booked = "person" | "sender" | (typeof windows)[number];

/** What is asked, and in which state of things. */
interface Asking {
  readonly call: Partial<HoldCall>;
  /** Local time on Monday; default 06:00. */
  readonly time?: string;
  readonly isBlocked?: true;
  readonly isIdUsed?: true;
  /** Whether the sender gave up as much before as one may in a day. */
  readonly hasChanged?: true;
  /** What is booked before: by the person from another sender, by the sender for others, or by others in these windows. */
  readonly booked?: readonly Booked[];
}

/** One thing that is wrong, and the words by which its line in the list is known. */
interface Fault extends Asking {
  readonly line: readonly [kind: string, ...words: string[]];
}

const wrong = (line: Fault["line"], call: Partial<HoldCall>, others: Partial<Asking> = {}): Fault => ({
  line,
  call,
  ...others,
});

const [monday, tuesday, wednesday, thursday, friday] = [7, 8, 9, 10, 11].map(
  (date) => `2017-08-${String(date).padStart(2, "0")}`,
) as [string, string, string, string, string];

/** Faults of one row can't be had together; of each row one or none is drawn. */
const rows: readonly (readonly Fault[])[] = [
  [wrong(["request-id-conflict"], {}, { isIdUsed: true })],
  [wrong(["malformed"], { prefer: "late" })],
  [wrong(["unknown-office"], { officeId: "nowhere" })],
  [wrong(["blocked"], {}, { isBlocked: true })],
  [wrong(["pool-not-offered", "by the office"], { pool: "children" })],
  [wrong(["party-too-large", "for the office"], { people: people(3) })],
  [
    wrong(["outside-booking-window", "`past`"], { date: "2017-08-06" }),
    wrong(["outside-booking-window", "`too-far-ahead`"], { date: "2017-08-21" }),
    wrong(["office-closed"], { date: wednesday }),
    wrong(["pool-not-offered", "on the date"], { date: thursday }),
    wrong(["party-too-large", "for the date"], { date: friday, people: people(2) }),
    wrong(["outside-booking-window", "`day-is-over`"], { date: monday }, { time: "11:00" }),
    wrong(["outside-booking-window", "asked window"], { date: monday, window: "08:00" }, { time: "08:30" }),
  ],
  [wrong(["outside-intake-hours"], {}, { time: "04:00" })],
  [wrong(["window-not-offered"], { window: "07:00" })],
  [wrong(["person-has-booking"], {}, { booked: ["person"] })],
  [wrong(["sender-limit"], {}, { booked: ["sender"] })],
  [
    wrong(["day-full"], {}, { booked: windows }),
    wrong(["pool-full"], {}, { booked: windows }),
    wrong(["window-full"], { window: "08:00" }, { booked: ["08:00"] }),
  ],
  [wrong(["too-many-changes"], {}, { hasChanged: true })],
];

const steps: readonly string[] = readFileSync("docs/outcomes.md", "utf8").match(/^\d+\. `.*$/gm) ?? [];

/** Which line of the list is about a fault. */
function rankOf({ line: [kind, ...words] }: Fault): number {
  const found = steps.filter(
    (step) => step.includes(`\`${kind}\``) && words.every((one) => step.includes(one)),
  );
  expect(found, `lines of the page on ${kind}`).toHaveLength(1);
  return steps.indexOf(found[0] ?? "");
}

function people(count: number): HoldCall["people"] {
  return Array.from({ length: count }, (_, index) => ({ key: `person ${index}`, details: {} }));
}

async function ask(faults: readonly Fault[]): Promise<{ readonly kind: string }> {
  const call: HoldCall = Object.assign(
    { requestId: "asked", sender: "asker", officeId: "north", date: tuesday, people: people(1) },
    ...faults.map((fault) => fault.call),
  );
  const clock = { now: at("05:30") };
  let isBlocked = false;
  const settings = {
    offices: [office],
    store: memoryStore(),
    now: () => clock.now,
    onWrongClock: () => undefined,
    changesPerDay: 2,
  };
  const desk = createDesk({ ...settings, isBlocked: async () => isBlocked });
  if (faults.some(({ isIdUsed }) => isIdUsed)) await giveUp(desk, "asked");
  const pools = faults.some(({ line: [kind] }) => kind === "day-full")
    ? ["general", "priority"]
    : ["general"];
  for (const what of new Set(faults.flatMap(({ booked = [] }) => booked)))
    for (const [index, changes] of bookedBefore(
      what,
      call.date === monday ? monday : tuesday,
      pools,
    ).entries())
      await book(desk, `${what} ${index}`, changes);
  if (faults.some(({ hasChanged }) => hasChanged))
    for (const requestId of ["changed", "changed again"])
      await giveUp(desk, requestId, { by: "staff", override: ["limits"] });
  clock.now = at(faults.reduce((time, fault) => fault.time ?? time, "06:00"));
  isBlocked = faults.some((fault) => fault.isBlocked);
  return desk.hold(call);
}

function bookedBefore(what: Booked, date: string, pools: readonly string[]): readonly Partial<HoldCall>[] {
  if (what === "person") return [{ people: people(1), date: friday }];
  if (what === "sender")
    return windows.map((window) => ({ sender: "asker", date: thursday, pool: "priority", window }));
  const all = pools.map((pool) => ({ date, window: what, pool }));
  return [...all, { date, window: what }];
}

async function book(desk: Desk, name: string, changes: Partial<HoldCall>): Promise<void> {
  const asked = { requestId: name, sender: name, officeId: "north", date: tuesday };
  const outcome = await desk.hold({ ...asked, people: [{ key: `booked ${name}`, details: {} }], ...changes });
  const { sender = name } = changes;
  if (outcome.kind !== "held") throw new Error(`Expected a hold for ${name}, found ${outcome.kind}.`);
  await desk.confirm({ requestId: `confirm ${name}`, sender, code: outcome.booking.code });
}

async function giveUp(desk: Desk, requestId: string, changes: Partial<HoldCall> = {}): Promise<void> {
  await book(desk, requestId, { sender: "asker", date: friday, ...changes });
  const bookings = await desk.find({ sender: "asker" });
  const booking = bookings.find(({ date, state }) => date === friday && state === "confirmed");
  await desk.cancel({ requestId: `cancel ${requestId}`, sender: "asker", code: booking?.code ?? "" });
}

function at(time: string): number {
  return Date.parse(`2017-08-07T${time}+07:00`);
}

/** Some faults change the same part of the call, and then are none any more. */
function canStand(faults: readonly Fault[]): boolean {
  const parts = faults.flatMap(({ call, time }) => [
    ...Object.keys(call),
    ...(time === undefined ? [] : ["time"]),
  ]);
  const isOnOther = (fault: Fault) =>
    fault.booked !== undefined && "date" in (faults.find(({ call }) => "date" in call)?.call ?? {});
  return new Set(parts).size === parts.length && !faults.some(isOnOther);
}

const some = fc
  .tuple(...rows.map((row) => fc.option(fc.constantFrom(...row), { nil: undefined, freq: 2 })))
  .map((drawn) => drawn.filter((fault) => fault !== undefined))
  .filter((faults) => faults.length > 0 && canStand(faults));

describe("the order of refusals in docs/outcomes.md", () => {
  it.each(rows.flat().map((fault) => [fault.line.join(" "), fault] as const))("has %s", async (_, fault) => {
    expect((await ask([fault])).kind).toBe(fault.line[0]);
  });

  it("is that in which a hold is refused", async () => {
    await fc.assert(
      fc.asyncProperty(some, async (faults) => {
        const [first] = [...faults].sort((a, b) => rankOf(a) - rankOf(b));
        expect((await ask(faults)).kind).toBe(first?.line[0]);
      }),
      { numRuns: 300 },
    );
  });

  it("names every line by some fault", () => {
    const known = new Set(rows.flat().map(rankOf));
    expect(steps.filter((_, index) => !known.has(index))).toEqual([]);
  });
});
