import { type Booking, liveUntil } from "../../booking/booking.js";
import type { Answer, Day, DayKey, Records, Scope, Sender } from "../../booking/records.js";
import type { Owner } from "../booking-changes.js";

/** What a decision stands on: the records, and the fields as they were, by which the server tells whether they still are. */
export interface Seen {
  readonly records: Records;
  readonly bookings: ReadonlyMap<string, Booking>;
  /** Of days, people and senders; `""` where there is none. */
  readonly fields: ReadonlyMap<string, string>;
}

/** JSON, so that no line break is in it. */
export function dayField({ officeId, date }: DayKey): string {
  return `d:${JSON.stringify([officeId, date])}`;
}

export function ownerField({ kind, key }: Owner): string {
  return kind === "person" ? `p:${key}` : senderField(key);
}

export function senderField(sender: string): string {
  return `s:${sender}`;
}

export function answerField(key: string): string {
  return `a:${key}`;
}

function ownerFields({ people, senders }: Scope): readonly string[] {
  return [...people.map((key) => ownerField({ kind: "person", key })), ...senders.map(senderField)];
}

/** The arguments of the script that loads. */
export function loadArguments(scope: Scope): readonly string[] {
  return [
    String(scope.now),
    String(scope.dueBy),
    String(scope.waiters),
    ...counted(scope.days.map(dayField)),
    ...counted(scope.whole.map(dayField)),
    ...counted(ownerFields(scope)),
    ...counted(scope.codes.map((code) => `c:${code}`)),
    ...counted(scope.requests.map(answerField)),
  ];
}

export function counted(list: readonly string[]): readonly string[] {
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
  const senders: Sender[] = [];
  for (const [index, field] of ownerFields(scope).entries()) {
    const value = ownerValues[index] ?? "";
    fields.set(field, value);
    const { remembered } = readOwner(value);
    if (remembered !== "") senders.push(JSON.parse(remembered) as Sender); // decoded
  }
  const bookings = new Map<string, Booking>();
  for (const value of found) {
    const booking = readBooking(value);
    bookings.set(booking.code, booking);
  }
  const answers = answerValues.flatMap((value) => (value === null ? [] : (JSON.parse(value) as Answer))); // decoded
  return {
    records: { days: records, bookings: [...bookings.values()], answers, senders },
    bookings,
    fields,
  };
}

export function afterLine(value: string, lines: number): string {
  let from = 0;
  for (let line = 0; line < lines; line++) from = value.indexOf("\n", from) + 1;
  return value.slice(from);
}

export function bookingValue(booking: Booking): string {
  return `${liveUntil(booking) ?? ""}\n${dayField(booking)}\n${JSON.stringify(booking)}`;
}

export function readBooking(value: string): Booking {
  return JSON.parse(afterLine(value, 2)) as Booking; // decoded
}

interface OwnerValue {
  /** A count of changes, then codes. */
  readonly list: readonly [number, ...string[]];
  /** The record of a sender. */
  readonly remembered: string;
}

/** A line of codes, and perhaps one with what is remembered. */
export function readOwner(value: string | null | undefined): OwnerValue {
  if (!value) return { list: [0], remembered: "" };
  const [list = "[0]", remembered = ""] = value.split("\n");
  return { list: JSON.parse(list) as [number, ...string[]], remembered }; // decoded
}
