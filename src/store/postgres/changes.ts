import { type Booking, dueAt, liveUntil, noticeAt, occupies, waitingTurn } from "../../booking/booking.js";
import {
  type Answer,
  type Day,
  type Decision,
  dayName,
  type Erasure,
  type Sender,
} from "../../booking/records.js";
import {
  type BookingChange,
  changedDays,
  gainedOwners,
  listChanges,
  lostOwners,
  ownerName,
} from "../booking-changes.js";
import { type PartRow, writeParts } from "./parts.js";
import type { Seen } from "./seen.js";

/** The arguments of `giliran_save`: the parts, and what most batches have nothing of as one JSON text. */
export function writeChanges(seen: Seen, decision: Decision<unknown>): readonly string[] {
  const changes = listChanges(decision, seen.bookings);
  const parts = writeParts({
    day: dayRows(seen, decision, changes),
    count: countRows(seen, decision.days),
    owner: ownerRows(seen, changes),
    turn: [...seen.turns.values()].flatMap(({ owner, turn, code }) =>
      turn === 0 ? [] : { ...owner, turn, code },
    ),
    sender: [...seen.remembered].map(([sender, version]) => ({ sender, version })),
    booking: changes.flatMap(({ before, after }) => (after ? bookingRow(after, before !== undefined) : [])),
    answer: decision.answers.map(answerRow),
  });
  const lost = changes.flatMap((change) =>
    lostOwners(change).map((owner) => ({ ...owner, code: change.code })),
  );
  const rare = {
    ...(decision.senders.length > 0 && { remember: decision.senders.map(senderRow) }),
    ...(lost.length > 0 && { lost }),
    ...(decision.erase && { erase: erasureOf(decision.erase, decision.senders, changes) }),
  };
  return [...parts, JSON.stringify(rare)];
}

/** A day counts as touched where one of its bookings is, so that its version speaks for them all. */
function dayRows(
  { days }: Seen,
  decision: Decision<unknown>,
  changes: readonly BookingChange[],
): readonly PartRow<"day">[] {
  const records = new Map(decision.days.map((day) => [dayName(day), day]));
  const erased = new Set(decision.erase?.days.map(dayName));
  const touched = new Set([...records.keys(), ...changedDays(changes).map(dayName)]);
  return [...days].map(([name, { key, version }]) => {
    const record = records.get(name);
    return {
      office_id: key.officeId,
      date: key.date,
      version,
      touched: touched.has(name),
      erased: erased.has(name) && record === undefined,
      decided_at: record?.decidedAt,
      record,
    };
  });
}

function countRows({ records }: Seen, days: readonly Day[]): readonly PartRow<"count">[] {
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
function ownerRows({ turns }: Seen, changes: readonly BookingChange[]): readonly PartRow<"owner">[] {
  const rows: PartRow<"owner">[] = [];
  const taken = new Map<string, number>();
  for (const change of changes) {
    for (const owner of gainedOwners(change)) {
      const name = ownerName(owner);
      const turn = (taken.get(name) ?? turns.get(name)?.turn ?? 0) + 1;
      taken.set(name, turn);
      rows.push({ kind: owner.kind, key: owner.key, turn, code: change.code });
    }
  }
  for (const [name, { owner, turn }] of turns)
    if (!taken.has(name)) rows.push({ kind: owner.kind, key: owner.key, turn: turn + 1, code: undefined });
  return rows;
}

function erasureOf(
  erase: Erasure,
  senders: readonly Sender[],
  changes: readonly BookingChange[],
): Omit<Erasure, "days"> {
  const saved = new Set(senders.map(({ sender }) => sender));
  return {
    codes: changes.filter(({ after }) => after === undefined).map(({ code }) => code),
    senders: erase.senders.filter((sender) => !saved.has(sender)),
    messagesBefore: erase.messagesBefore,
  };
}

function senderRow(record: Sender): object {
  return { sender: record.sender, last_message_at: record.lastMessageAt, record };
}

function answerRow(record: Answer): PartRow<"answer"> {
  return { key: record.key, at: record.at, record };
}

function bookingRow(record: Booking, known: boolean): PartRow<"booking"> {
  const { code, officeId, date, window, pool, places, state } = record;
  return {
    known,
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
