import type { Booking } from "../../booking/booking.js";
import {
  type Answer,
  type Day,
  type DayKey,
  dayName,
  type Records,
  type Scope,
} from "../../booking/records.js";
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
}

interface SeenDay {
  readonly key: DayKey;
  readonly version: number;
}

interface SeenTurn {
  readonly kind: "person" | "sender";
  readonly key: string;
  readonly turn: number;
}

/** From the rows of `giliran_load`. */
export function readSeen(scope: Scope, rows: readonly PostgresRow[]): Seen {
  const bookings = new Map<string, Booking>();
  const records: Day[] = [];
  const answers: Answer[] = [];
  const versions = new Map<string, number>();
  const lastTurns = new Map<string, number>();
  for (const { kind, name, version, record } of rows) {
    if (kind === "booking")
      bookings.set(String(name), JSON.parse(String(record)) as Booking); // decoded
    else if (kind === "answer")
      answers.push(JSON.parse(String(record)) as Answer); // decoded
    else if (kind === "day") {
      versions.set(String(name), Number(version));
      if (record !== null) records.push(JSON.parse(String(record)) as Day); // decoded
    } else lastTurns.set(`${kind} ${name}`, Number(version));
  }
  const days = new Map<string, SeenDay>();
  for (const { officeId, date } of [...scope.days, ...bookings.values()]) {
    const name = dayName({ officeId, date });
    days.set(name, { key: { officeId, date }, version: versions.get(name) ?? 0 });
  }
  const turns = new Map<string, SeenTurn>();
  const see = (kind: SeenTurn["kind"], keys: readonly string[]) => {
    for (const key of keys)
      turns.set(`${kind} ${key}`, { kind, key, turn: lastTurns.get(`${kind} ${key}`) ?? 0 });
  };
  see("person", scope.people);
  see("sender", scope.senders);
  return { records: { days: records, bookings: [...bookings.values()], answers }, bookings, days, turns };
}
