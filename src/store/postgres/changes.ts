import { type Booking, dueAt, liveUntil, occupies } from "../../booking/booking.js";
import { type Day, type Decision, dayName } from "../../booking/records.js";
import type { Seen } from "./seen.js";

/** The arguments of `giliran_save`, one JSON text each. */
export function writeChanges(seen: Seen, decision: Decision<unknown>): readonly string[] {
  const added = decision.bookings.filter(({ code }) => !seen.bookings.has(code));
  const changed = decision.bookings.filter(({ code }) => seen.bookings.has(code));
  return [
    dayRows(seen, decision),
    countRows(seen, decision.days),
    ownerRows(seen, decision.bookings),
    added.map(bookingRow),
    changed.map(bookingRow),
    decision.answers.map((record) => ({ key: record.key, code: record.code, at: record.at, record })),
  ].map((rows) => JSON.stringify(rows));
}

/** A day counts as touched where one of its bookings is, so that its version speaks for them all. */
function dayRows({ days, bookings }: Seen, decision: Decision<unknown>): readonly object[] {
  const records = new Map(decision.days.map((day) => [dayName(day), day]));
  const before = decision.bookings.flatMap(({ code }) => bookings.get(code) ?? []);
  const touched = new Set([...records.keys(), ...[...before, ...decision.bookings].map(dayName)]);
  return [...days].map(([name, { key, version }]) => ({
    office_id: key.officeId,
    date: key.date,
    version,
    touched: touched.has(name),
    decided_at: records.get(name)?.decidedAt,
    record: records.get(name),
  }));
}

function countRows({ records }: Seen, days: readonly Day[]): readonly object[] {
  const before = new Map(records.days.flatMap(namedCounts));
  return days
    .flatMap(namedCounts)
    .filter(([name, { taken, ceiling }]) => {
      const known = before.get(name);
      return known?.taken !== taken || known.ceiling !== ceiling;
    })
    .map(([, count]) => count);
}

function namedCounts(day: Day) {
  return day.counts.map((count) => {
    const row = { office_id: day.officeId, date: day.date, ...count };
    return [`${dayName(day)} ${count.window} ${count.pool}`, row] as const;
  });
}

/** A new booking, and one that lives longer than before, takes a turn of each whose it is; the others take none. */
function ownerRows({ bookings, turns }: Seen, written: readonly Booking[]): readonly object[] {
  const last = new Map(turns);
  const rows: object[] = [];
  for (const booking of written) {
    const before = bookings.get(booking.code);
    const lives = liveUntil(booking) ?? 0;
    const known = new Set(before === undefined || lives > (liveUntil(before) ?? 0) ? [] : ownersOf(before));
    for (const name of ownersOf(booking).filter((owner) => !known.has(owner))) {
      const kind = name.startsWith("person ") ? "person" : "sender";
      const { key, turn } = last.get(name) ?? { key: name.slice("person ".length), turn: 0 };
      last.set(name, { kind, key, turn: turn + 1 });
      rows.push({ kind, key, turn: turn + 1, code: booking.code });
    }
  }
  for (const [name, { kind, key, turn }] of turns)
    if (last.get(name)?.turn === turn) rows.push({ kind, key, turn: turn + 1 });
  return rows;
}

function ownersOf({ people, sender }: Booking): readonly string[] {
  const names = people.map(({ key }) => `person ${key}`);
  return sender === undefined ? names : [...names, `sender ${sender}`];
}

function bookingRow(record: Booking): object {
  const { code, officeId, date, window, pool, places, state } = record;
  return {
    code,
    office_id: officeId,
    date,
    window,
    pool,
    places,
    state,
    occupies: occupies(record),
    sequence: "sequence" in record ? record.sequence : undefined,
    due_at: dueAt(record),
    live_until: liveUntil(record),
    record,
  };
}
