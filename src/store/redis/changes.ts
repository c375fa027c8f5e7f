import { type DayKey, type Decision, noRecords } from "../../booking/records.js";
import {
  type BookingChange,
  changedDays,
  gainedOwners,
  listChanges,
  lostOwners,
} from "../booking-changes.js";
import {
  afterLine,
  answerField,
  bookingValue,
  counted,
  dayField,
  ownerField,
  readOwner,
  type Seen,
  senderField,
} from "./fields.js";
import { setCommands } from "./sorted-sets.js";

type Write = readonly [field: string, value: string];

/** The arguments of the script that saves. `me` is the transaction's own name, by which a day's versions differ. */
export function saveArguments(me: string, seen: Seen, decision: Decision<unknown>): readonly string[] {
  const { answers, senders, erase = nothing } = decision;
  const changes = listChanges(decision, seen.bookings);
  const erasedDays = without(erase.days.map(dayField), decision.days.map(dayField));
  const forgotten = without(
    erase.senders,
    senders.map(({ sender }) => sender),
  );
  const days = dayWrites(me, seen, decision, changes).filter(([field]) => !erasedDays.includes(field));
  const writes = [
    ...days,
    ...ownerWrites(seen, decision, changes),
    ...changes.flatMap(({ code, after }): Write[] => (after ? [[`c:${code}`, bookingValue(after)]] : [])),
    ...answers.map((answer): Write => [answerField(answer.key), JSON.stringify(answer)]),
  ];
  const fields = new Map(seen.fields);
  for (const { code, before } of changes) if (before === undefined) fields.set(`c:${code}`, "");
  for (const { key } of answers) fields.set(answerField(key), "");
  const gone = changes.filter(({ after }) => after === undefined).map(({ code }) => `c:${code}`);
  return [
    me,
    erase.messagesBefore > 0 ? String(erase.messagesBefore) : "",
    ...counted(senders.map(({ sender }) => senderField(sender))),
    ...counted([...fields.keys()]),
    ...counted([...fields.values()]),
    ...counted([...gone, ...erasedDays]),
    ...counted(writes.flat()),
    ...counted(
      changes.flatMap((change) => lostOwners(change).flatMap((one) => [ownerField(one), change.code])),
    ),
    ...counted(forgotten.map(senderField)),
    ...setCommands({
      changes,
      answers,
      senders,
      newDays: days.map(([field]) => field).filter((field) => !seen.fields.get(field)),
      erasedDays,
    }),
  ];
}

const nothing = { codes: [], days: noRecords.days as readonly DayKey[], senders: [], messagesBefore: 0 };

function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return list.filter((one) => !known.has(one));
}

/** A version and the record. A day is written where one of its bookings is, so that its version speaks for them all. */
function dayWrites(
  me: string,
  { fields }: Seen,
  decision: Decision<unknown>,
  changes: readonly BookingChange[],
): readonly Write[] {
  const records = new Map(decision.days.map((day) => [dayField(day), JSON.stringify(day)]));
  for (const field of changedDays(changes).map(dayField))
    if (!records.has(field)) records.set(field, afterLine(fields.get(field) ?? "", 1));
  return [...records].map(([field, record]) => [field, `${me}\n${record}`]);
}

function ownerWrites(
  { fields }: Seen,
  { senders }: Decision<unknown>,
  changes: readonly BookingChange[],
): readonly Write[] {
  const gained = new Map<string, string[]>();
  for (const change of changes)
    for (const owner of gainedOwners(change)) {
      const field = ownerField(owner);
      const codes = gained.get(field);
      if (codes === undefined) gained.set(field, [change.code]);
      else codes.push(change.code);
    }
  const records = new Map(senders.map((record) => [senderField(record.sender), JSON.stringify(record)]));
  return [...new Set([...gained.keys(), ...records.keys()])].map((field) => {
    const { list, remembered } = readOwner(fields.get(field));
    const [count, ...codes] = list;
    const added = gained.get(field) ?? [];
    const value = JSON.stringify([count + 1, ...without(codes, added), ...added]);
    const record = records.get(field) ?? remembered;
    return [field, record === "" ? value : `${value}\n${record}`];
  });
}
