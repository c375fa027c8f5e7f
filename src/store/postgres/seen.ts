import type { Booking } from "../../booking/booking.js";
import {
  type Answer,
  type Day,
  type DayKey,
  dayName,
  type Records,
  type Scope,
  type Sender,
} from "../../booking/records.js";
import { type Owner, ownerName } from "../booking-changes.js";
import type { PostgresRow } from "./connection.js";

/** What a decision stands on, with the versions by which the server tells whether it still does. */
export interface Seen {
  readonly records: Records;
  /** By code. */
  readonly bookings: ReadonlyMap<string, Booking>;
  /** All days that were named or found; version 0 where there is no record. */
  readonly days: ReadonlyMap<string, SeenDay>;
  /** The last turn of everybody who was named; 0 where there is none. */
  readonly turns: ReadonlyMap<string, SeenTurn>;
  /** The versions of what is remembered of the senders who were named; 0 where there is nothing. */
  readonly remembered: ReadonlyMap<string, number>;
}

interface SeenDay {
  readonly key: DayKey;
  readonly version: number;
}

interface SeenTurn {
  readonly owner: Owner;
  readonly turn: number;
  /** The booking that took it. */
  readonly code?: string;
}

/** From the rows of `giliran_load`. */
export function readSeen(scope: Scope, rows: readonly PostgresRow[]): Seen {
  const bookings = new Map<string, Booking>();
  const records: Day[] = [];
  const answers: Answer[] = [];
  const versions = new Map<string, number>();
  const senders: Sender[] = [];
  const turns = new Map<string, SeenTurn>();
  const remembered = new Map(scope.senders.map((sender) => [sender, 0]));
  const owners: readonly Owner[] = [
    ...scope.people.map((key) => ({ kind: "person" as const, key })),
    ...scope.senders.map((key) => ({ kind: "sender" as const, key })),
  ];
  for (const owner of owners) turns.set(ownerName(owner), { owner, turn: 0 });
  for (const { kind, name, version, record } of rows) {
    if (kind === "booking")
      bookings.set(String(name), JSON.parse(String(record)) as Booking); // decoded
    else if (kind === "answer")
      answers.push(JSON.parse(String(record)) as Answer); // decoded
    else if (kind === "day") {
      versions.set(String(name), Number(version));
      if (record !== null) records.push(JSON.parse(String(record)) as Day); // decoded
    } else if (kind === "remembered") {
      remembered.set(String(name), Number(version));
      senders.push(JSON.parse(String(record)) as Sender); // decoded
    } else {
      const owner = { kind: kind as Owner["kind"], key: String(name) }; // decoded
      turns.set(ownerName(owner), { owner, turn: Number(version), code: String(record) });
    }
  }
  const days = new Map<string, SeenDay>();
  for (const { officeId, date } of [...scope.days, ...scope.whole, ...bookings.values()]) {
    const name = dayName({ officeId, date });
    days.set(name, { key: { officeId, date }, version: versions.get(name) ?? 0 });
  }
  const found = { days: records, bookings: [...bookings.values()], answers, senders };
  return { records: found, bookings, days, turns, remembered };
}
