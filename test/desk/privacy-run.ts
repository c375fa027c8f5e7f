import { type BookingStore, type Desk, type HoldCall, sealDetails } from "giliran";
import { expect } from "vitest";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import { monday, officeWith, smallDesk } from "./small-desk.js";

interface Person {
  readonly name: string;
  readonly birthDate: string;
  readonly passport: string;
  readonly sender: string;
}

/** What nobody else has in their files: names, dates and numbers that were made up for this run. */
export const seeded: readonly Person[] = Array.from({ length: 12 }, (_, index) => ({
  name: `Zubaidah Qwertiningsih ${"abcdefghijkl"[index]}`,
  birthDate: `19${40 + index}-03-17`,
  passport: `X${7_310_000 + index * 137}`,
  sender: `628179${55_000 + index * 311}`,
}));
const secrets = seeded.flatMap(({ name, birthDate, passport, sender }) => [
  name,
  birthDate,
  passport,
  sender,
]);
const dates = ["2017-08-07", "2017-08-08", "2017-08-09"];

export const foundIn = (text: string): readonly string[] => secrets.filter((secret) => text.includes(secret));

/** Numbers from 0 up, the same in every run. */
function createRandom(seed: number): (below: number) => number {
  const bytes = seededBytes(seed);
  return (below) => bytes(4).reduce((number, byte) => number * 256 + byte, 0) % below;
}

/** Everything that can be done at a desk, in an order that the seed makes, and what came of it. */
export async function play(desk: Desk, time: { now: number }, steps: number): Promise<readonly unknown[]> {
  const random = createRandom(20_170_807);
  const pick = <T>(all: readonly [T, ...T[]] | readonly T[]): T => all[random(all.length)] as T; // never empty
  const codes = ["7HXW9TB6"];
  const came: unknown[] = [];
  for (let step = 0; step < steps; step++) {
    const { name, birthDate, passport, sender } = pick(seeded);
    const other = pick(seeded);
    const person = { details: { name, birthDate, passport } };
    const party = { details: { name: other.name, birthDate: other.birthDate } };
    const people = random(4) === 0 && other.name !== name ? [person, party] : [person];
    const requestId = `${step}`;
    const call: HoldCall = { requestId, sender, officeId: "north", date: pick(dates), people };
    const about = { requestId, sender, code: pick(codes) };
    const actions: readonly (() => Promise<unknown>)[] = [
      () => desk.hold(call),
      () => desk.hold(call),
      () => desk.joinWaitingList(call),
      () => desk.confirm(about),
      () => desk.confirm(about),
      () => desk.cancel(about),
      () => desk.extend(about),
      () => desk.reschedule({ ...about, date: pick(dates) }),
      () => desk.hold({ ...call, date: "soon" }),
      () => desk.hold({ ...call, people: [{ details: { name } }] }),
      () => desk.note({ sender, at: time.now, draft: { content: name, until: time.now + 60_000 } }),
      () => desk.markSent([name]),
      () => desk.dueNotices(),
      () => desk.sweep(),
      () => desk.forget(random(6) === 0 ? person : { details: { name: "Nobody", birthDate: "2000-01-01" } }),
      () => desk.export({ details: { name } }),
    ];
    const outcome = await pick(actions)().catch((error: unknown) => error);
    came.push(outcome);
    for (const booking of await desk.find({ sender })) codes.push(booking.code);
    time.now += random(120_000);
  }
  return came;
}

/** What may be written into a log: codes, numbers, and what is wrong. */
function loggable(outcome: unknown): string {
  if (outcome instanceof Error) return `${outcome.message} ${String(outcome.cause ?? "")}`;
  const parts: unknown[] = [];
  JSON.stringify(outcome, (key, value: unknown) => {
    if (["code", "queueNumber", "replacedBy", "replaces", "kind", "id", "expected", "key"].includes(key))
      parts.push(value);
    return value;
  });
  return parts.join(" ");
}

/** A store, and all that can be read of it by whoever has the disk or the server. */
export interface ReadableStore {
  readonly store: BookingStore;
  /** After what was deleted is overwritten. */
  readonly readAll: () => string | Promise<string>;
}

/** Plays a long run under a seal, and forgets everybody; looks for what is personal at each stage. */
export async function expectNothingPersonal({ store, readAll }: ReadableStore): Promise<void> {
  const seal = sealDetails({ keys: { k1: new Uint8Array(32).fill(7) }, current: "k1" });
  const rules = { reminderMinutes: [60], holdReminderMinutes: 5, longestHoldMinutes: 60, reschedules: 3 };
  const offices = [officeWith({ ...rules, coolingMinutes: [1, 5], bookingsPerPerson: 2 })];
  const { desk, time } = smallDesk({ offices, store, seal });
  const came = await play(desk, time, 600);
  expect(came.filter((outcome) => outcome instanceof Error).length).toBeGreaterThan(20);
  expect(foundIn(JSON.stringify(came))).not.toEqual([]);
  expect(foundIn(came.map(loggable).join("\n"))).toEqual([]);

  // Under a seal only the addresses of senders can be read.
  const readable = new Set(foundIn(await readAll()));
  expect([...readable].filter((text) => !text.startsWith("62"))).toEqual([]);
  expect(readable.size).toBeGreaterThan(0);

  for (const { name, birthDate } of seeded) await desk.forget({ details: { name, birthDate } });
  for (const { sender } of seeded) expect(await desk.find({ sender })).toEqual([]);
  // Who wrote and has no booking is forgotten with the last message.
  time.now = monday + 30 * 86_400_000;
  await desk.forgetBefore({ visitsBefore: "2017-08-07", messagesBefore: monday + 20 * 86_400_000 });
  expect(foundIn(await readAll())).toEqual([]);
  for (const date of dates)
    expect(await desk.reconcile({ officeId: "north", date })).toEqual({ kind: "sound" });
}
