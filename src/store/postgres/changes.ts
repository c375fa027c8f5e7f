import { type Booking, dueAt, liveUntil, noticeAt, occupies, waitingTurn } from "../../booking/booking.js";
import { type Answer, type Day, type Decision, dayName } from "../../booking/records.js";
import {
  type BookingChange,
  changedDays,
  gainedOwners,
  listChanges,
  lostOwners,
  ownerName,
} from "../booking-changes.js";
import type { Seen } from "./seen.js";

/** The arguments of `giliran_save`, one JSON text each. */
export function writeChanges(seen: Seen, decision: Decision<unknown>): readonly string[] {
  const changes = listChanges(decision, seen.bookings);
  const known = new Set(seen.records.answers.map(({ key }) => key));
  return [
    dayRows(seen, decision, changes),
    countRows(seen, decision.days),
    ownerRows(seen, changes),
    [...seen.turns.values()].flatMap(({ owner, turn, code }) => (turn === 0 ? [] : { ...owner, turn, code })),
    senderRows(seen, decision),
    changes.flatMap((change) => lostOwners(change).map((owner) => ({ ...owner, code: change.code }))),
    erasureOf(decision, changes),
    changes.flatMap(({ before, after }) => (after && before === undefined ? bookingRow(after) : [])),
    changes.flatMap(({ before, after }) => (after && before !== undefined ? bookingRow(after) : [])),
    decision.answers.filter(({ key }) => !known.has(key)).map(answerRow),
    decision.answers.filter(({ key }) => known.has(key)).map(answerRow),
  ].map((rows) => JSON.stringify(rows));
}

/** A day counts as touched where one of its bookings is, so that its version speaks for them all. */
function dayRows(
  { days }: Seen,
  decision: Decision<unknown>,
  changes: readonly BookingChange[],
): readonly object[] {
  const records = new Map(decision.days.map((day) => [dayName(day), day]));
  const erased = new Set(decision.erase?.days.map(dayName));
  const touched = new Set([...records.keys(), ...changedDays(changes).map(dayName)]);
  return [...days].map(([name, { key, version }]) => ({
    office_id: key.officeId,
    date: key.date,
    version,
    touched: touched.has(name),
    erased: erased.has(name) && !records.has(name),
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

/** Each to whom a booking is new takes a turn, and the others that were named take one and give it back. */
function ownerRows({ turns }: Seen, changes: readonly BookingChange[]): readonly object[] {
  const next = new Map([...turns].map(([name, { turn }]) => [name, turn + 1]));
  const rows: object[] = [];
  const named = new Set(turns.keys());
  for (const change of changes) {
    for (const owner of gainedOwners(change)) {
      const name = ownerName(owner);
      const turn = next.get(name) ?? 1;
      next.set(name, turn + 1);
      named.delete(name);
      rows.push({ ...owner, turn, code: change.code });
    }
  }
  for (const name of named) {
    const { owner, turn = 0 } = turns.get(name) ?? {};
    rows.push({ ...owner, turn: turn + 1 });
  }
  return rows;
}

/** All that were named, so that nobody changes them unseen. */
function senderRows({ remembered }: Seen, { senders }: Decision<unknown>): readonly object[] {
  const records = new Map(senders.map((record) => [record.sender, record]));
  return [...remembered].map(([sender, version]) => ({ sender, version, record: records.get(sender) }));
}

function erasureOf({ erase, senders }: Decision<unknown>, changes: readonly BookingChange[]): object {
  if (erase === undefined) return {};
  const saved = new Set(senders.map(({ sender }) => sender));
  return {
    codes: changes.filter(({ after }) => after === undefined).map(({ code }) => code),
    senders: erase.senders.filter((sender) => !saved.has(sender)),
    messagesBefore: erase.messagesBefore,
  };
}

function answerRow(record: Answer): object {
  return { key: record.key, at: record.at, record };
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
    notice_at: noticeAt(record),
    waiting_turn: waitingTurn(record),
    live_until: liveUntil(record),
    record,
  };
}
