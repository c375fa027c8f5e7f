import { type Booking, dueAt, liveUntil } from "../../booking/booking.js";
import type { Answer, Day, DayKey, Decision, Records, Scope } from "../../booking/records.js";

/** What a decision stands on: the records, and the fields as they were, by which the server tells whether they still are. */
export interface Seen {
  readonly records: Records;
  readonly bookings: ReadonlyMap<string, Booking>;
  /** Of days, people and senders, of codes that are free and of requests that are not answered; \`""\` where there is none. */
  readonly fields: ReadonlyMap<string, string>;
}

/** JSON, so that no line break is in it. */
export function dayField({ officeId, date }: DayKey): string {
  return `d:${JSON.stringify([officeId, date])}`;
}

function ownerFields({ people, senders }: Pick<Scope, "people" | "senders">): readonly string[] {
  return [...people.map((key) => `p:${key}`), ...senders.map((sender) => `s:${sender}`)];
}

/** The arguments of the script that loads. */
export function loadArguments(scope: Scope): readonly string[] {
  return [
    String(scope.now),
    String(scope.dueBy),
    ...counted(scope.days.map(dayField)),
    ...counted(ownerFields(scope)),
    ...counted(scope.codes.map((code) => `c:${code}`)),
    ...counted(scope.requests.map((key) => `a:${key}`)),
  ];
}

function counted(list: readonly string[]): readonly string[] {
  return [String(list.length), ...list];
}

type Values = readonly (string | null)[];

export function readSeen(scope: Scope, reply: unknown): Seen {
  const [days, dayValues, ownerValues, found, answerValues] = reply as [
    string[],
    Values,
    Values,
    string[],
    Values,
  ]; // decoded
  const fields = new Map<string, string>();
  const records: Day[] = [];
  for (const [index, field] of days.entries()) {
    const value = dayValues[index] ?? "";
    fields.set(field, value);
    const record = afterLine(value, 1);
    if (record !== "") records.push(JSON.parse(record) as Day); // decoded
  }
  for (const [index, field] of ownerFields(scope).entries()) fields.set(field, ownerValues[index] ?? "");
  const bookings = new Map<string, Booking>();
  for (const value of found) {
    const booking = JSON.parse(afterLine(value, 2)) as Booking; // decoded
    bookings.set(booking.code, booking);
  }
  for (const code of scope.codes) if (!bookings.has(code)) fields.set(`c:${code}`, "");
  const answers: Answer[] = [];
  for (const [index, key] of scope.requests.entries()) {
    const value = answerValues[index];
    if (typeof value === "string")
      answers.push(JSON.parse(value) as Answer); // decoded
    else fields.set(`a:${key}`, "");
  }
  return { records: { days: records, bookings: [...bookings.values()], answers }, bookings, fields };
}

function afterLine(value: string, lines: number): string {
  let from = 0;
  for (let line = 0; line < lines; line++) from = value.indexOf("\n", from) + 1;
  return value.slice(from);
}

export function readBooking(value: string): Booking {
  return JSON.parse(afterLine(value, 2)) as Booking; // decoded
}

/** The arguments of the script that saves. */
export function saveArguments(seen: Seen, decision: Decision<unknown>): readonly string[] {
  const writes = [
    ...dayWrites(seen, decision),
    ...ownerWrites(seen, decision.bookings),
    ...decision.bookings.flatMap((booking) => [`c:${booking.code}`, bookingValue(booking)]),
    ...decision.answers.flatMap((answer) => [`a:${answer.key}`, JSON.stringify(answer)]),
  ];
  const indexed = decision.bookings.flatMap((booking) => [
    dayField(booking),
    String(dueAt(booking) ?? "+inf"),
    booking.code,
  ]);
  return [
    ...counted([...seen.fields.keys()]),
    ...counted([...seen.fields.values()]),
    ...counted(writes),
    ...counted(indexed),
  ];
}

function bookingValue(booking: Booking): string {
  return `${liveUntil(booking) ?? ""}\n${dayField(booking)}\n${JSON.stringify(booking)}`;
}

/** A version and the record. A day is written where one of its bookings is, so that its version speaks for them all. */
function dayWrites({ bookings, fields }: Seen, decision: Decision<unknown>): readonly string[] {
  const days = new Map(decision.days.map((day) => [dayField(day), JSON.stringify(day)]));
  const before = decision.bookings.flatMap(({ code }) => bookings.get(code) ?? []);
  for (const booking of [...before, ...decision.bookings]) {
    const field = dayField(booking);
    if (!days.has(field)) days.set(field, afterLine(fields.get(field) ?? "", 1));
  }
  return [...days].flatMap(([field, record]) => [
    field,
    `${Number.parseInt(fields.get(field) || "0", 10) + 1}\n${record}`,
  ]);
}

/** A count of changes, then codes. A booking that is new, or lives longer than before, changes those whose it is. */
function ownerWrites({ bookings, fields }: Seen, written: readonly Booking[]): readonly string[] {
  const lists = new Map<string, readonly [number, ...string[]]>();
  for (const booking of written) {
    const before = bookings.get(booking.code);
    const isLonger = (liveUntil(booking) ?? 0) > ((before && liveUntil(before)) ?? 0);
    const known = new Set(before === undefined || isLonger ? [] : ownersOf(before));
    for (const field of ownersOf(booking).filter((owner) => !known.has(owner))) {
      const [count, ...codes] = lists.get(field) ?? readList(fields.get(field));
      lists.set(field, [count + 1, ...codes.filter((code) => code !== booking.code), booking.code]);
    }
  }
  return [...lists].flatMap(([field, list]) => [field, JSON.stringify(list)]);
}

function ownersOf({ people, sender }: Booking): readonly string[] {
  return ownerFields({ people: people.map(({ key }) => key), senders: sender === undefined ? [] : [sender] });
}

export function readList(value: string | null | undefined): readonly [number, ...string[]] {
  return value ? (JSON.parse(value) as [number, ...string[]]) : [0]; // decoded
}
