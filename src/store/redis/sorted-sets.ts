import { type Booking, dueAt, noticeAt, waitingTurn } from "../../booking/booking.js";
import type { Answer, Sender } from "../../booking/records.js";
import type { BookingChange } from "../booking-changes.js";
import { answerField, counted, dayField, senderField } from "./fields.js";

interface SetChanges {
  readonly changes: readonly BookingChange[];
  readonly answers: readonly Answer[];
  readonly senders: readonly Sender[];
  readonly newDays: readonly string[];
  readonly erasedDays: readonly string[];
}

/** A command for each set that is touched, of as many members as there are: first what goes, then what comes. */
export function setCommands(given: SetChanges): readonly string[] {
  const removed = new Map<string, string[]>();
  const added = new Map<string, string[]>();
  const put = (lists: Map<string, string[]>, set: string, ...words: readonly string[]) => {
    const list = lists.get(set);
    if (list === undefined) lists.set(set, [...words]);
    else list.push(...words);
  };
  for (const { code, before, after } of given.changes) {
    const [from, to] = [scoresOf(before), scoresOf(after)];
    for (const set of from.keys()) if (!to.has(set)) put(removed, set, code);
    for (const [set, score] of to) if (from.get(set) !== score) put(added, set, String(score), code);
  }
  for (const { key, at } of given.answers) put(added, "answers", String(at), answerField(key));
  for (const { sender, lastMessageAt } of given.senders)
    put(added, "senders", String(lastMessageAt), senderField(sender));
  for (const field of given.erasedDays) put(removed, "days", field);
  for (const field of given.newDays) put(added, "days", "0", field);
  return [
    ...[...removed].flatMap(([set, members]) => ["ZREM", set, ...counted(members)]),
    ...[...added].flatMap(([set, members]) => ["ZADD", set, ...counted(members)]),
  ];
}

/** The sets in which a booking is, with its score in each. */
function scoresOf(booking: Booking | undefined): ReadonlyMap<string, number | "+inf"> {
  const scores = new Map<string, number | "+inf">();
  if (booking === undefined) return scores;
  const [due, notice, turn] = [dueAt(booking), noticeAt(booking), waitingTurn(booking)];
  scores.set(dayField(booking), due ?? "+inf");
  if (due !== undefined) scores.set("due", due);
  if (notice !== undefined) scores.set("notices", notice);
  if (turn !== undefined) scores.set(`w${dayField(booking).slice(1)}`, turn);
  return scores;
}
