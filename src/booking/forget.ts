import type { Batch } from "./batch.js";
import { type Booking, isToCome } from "./booking.js";
import type { DecideContext } from "./decide-context.js";
import { cancelBooking } from "./end.js";
import type { EraseDayTask, ForgetTask, HandOverTask } from "./requests.js";

/**
 * Cancels what is still to come of a person and erases who it was; places and numbers stay true. A party of several goes on
 * without that person's data. What is delivered once more is known by its request id, and books nobody anew.
 */
export function forget(batch: Batch, { person, codes, senders }: ForgetTask, context: DecideContext): void {
  for (const code of codes) {
    const booking = batch.booking(code);
    if (!booking?.people.some(({ key }) => key === person)) continue;
    const others = booking.people.filter(({ key }) => key !== person);
    const ends = others.length === 0 && isToCome(booking, batch.now);
    const ended = ends ? cancelBooking(batch, context, booking, { by: "system" }) : booking;
    batch.put(without(ended, others, batch.now));
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

/** Removes a day with all its bookings and gives how many bookings there were. */
export function eraseDay(batch: Batch, { day }: EraseDayTask): number {
  const codes = batch.ofDay(day).map(({ code }) => code);
  batch.erase({ codes, days: [day] });
  return codes.length;
}
