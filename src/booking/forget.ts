import type { Batch } from "./batch.js";
import { type Booking, isLive } from "./booking.js";
import type { DecideContext } from "./decide-context.js";
import { cancelBooking } from "./end.js";
import type { EraseDaysTask, ForgetTask, HandOverTask } from "./requests.js";

/**
 * Cancels what is live of a person and erases who it was; places and numbers stay true. A party of several goes on
 * without that person's data. Answers keep their hashed request ids alone, so that what is delivered once more books
 * nobody anew.
 */
export function forget(batch: Batch, { person, codes, senders }: ForgetTask, context: DecideContext): void {
  for (const code of codes) {
    const booking = batch.booking(code);
    if (!booking?.people.some(({ key }) => key === person)) continue;
    const others = booking.people.filter(({ key }) => key !== person);
    const isOver = others.length > 0 || !isLive(booking) || booking.end <= batch.now;
    const ended = isOver ? booking : cancelBooking(batch, context, booking, { by: "system" });
    batch.put(without(ended, others, batch.now));
    for (const answer of batch.answersOf(code))
      batch.remember({ ...answer, fingerprint: "", code: "", outcome: { kind: "request-id-conflict" } });
  }
  batch.erase({ senders });
}

/** The booking of who is left; without anybody it is nobody's. */
function without(booking: Booking, people: Booking["people"], at: number): Booking {
  const history = [...booking.history, { what: "erased", at, by: "system" }] as const;
  if (people.length > 0) return { ...booking, people, history };
  const { sender: _, notices: __, ...rest } = booking;
  return { ...rest, people, history };
}

/** The bookings go on under the sender's new address. */
export function handOver(batch: Batch, { codes, from, to }: HandOverTask): void {
  for (const code of codes) {
    const booking = batch.booking(code);
    if (booking?.sender !== from) continue;
    const history = [...booking.history, { what: "handed-over", at: batch.now, by: "system" }] as const;
    batch.put({ ...booking, sender: to, history });
  }
  const [before, after] = [batch.sender(from), batch.sender(to)];
  const lastMessageAt = Math.max(before.lastMessageAt, after.lastMessageAt);
  if (lastMessageAt > 0) batch.putSender({ ...before, ...after, sender: to, lastMessageAt });
  batch.erase({ senders: [from] });
}

/** Removes days with all their bookings and gives how many bookings there were. */
export function eraseDays(batch: Batch, { days }: EraseDaysTask): number {
  const codes = days.flatMap((day) => batch.ofDay(day).map(({ code }) => code));
  batch.erase({ codes, days });
  return codes.length;
}
