import type { Task } from "../action.js";
import { type Booking, isLive, occupies } from "../booking.js";
import { needCodes } from "../needs.js";
import { without } from "./forget.js";

interface EraseEnded {
  readonly codes: readonly string[];
  /** Epoch milliseconds. */
  readonly before: number;
}

/** Takes people and senders out of bookings that have ended before, and gives of how many. */
export const eraseEnded: Task<EraseEnded, number> = {
  name: "erase-ended",
  needs: ({ codes }) => [needCodes(codes)],
  decide({ codes, before }, { now, bookings }) {
    const ended = codes
      .flatMap((code) => bookings.find(code) ?? [])
      .filter((booking) => isErasable(booking, before));
    for (const booking of ended) bookings.put(without(booking, [], now));
    return ended.length;
  },
};

/** Whether a booking has ended before then, cools no more, and still says whose it was. */
export function isErasable(booking: Booking, before: number): boolean {
  const endedAt = booking.history.at(-1)?.at ?? 0;
  const isSomebodys = booking.people.length > 0 || booking.sender !== undefined;
  return !isLive(booking) && !occupies(booking) && endedAt < before && isSomebodys;
}
