import type { Booking } from "./booking.js";

/** When the party came for the place that it has, and under which code; the office's own moves change nothing in it. */
export function cameOf({ came, history, code }: Booking): NonNullable<Booking["came"]> {
  return came ?? { at: history[0]?.at ?? 0, code };
}

/** Who came first stands first; those who came together are always in the same order. */
export function inOrderOfArrival(a: Booking, b: Booking): number {
  const [one, other] = [cameOf(a), cameOf(b)];
  return one.at - other.at || (one.code < other.code ? -1 : 1);
}

/** The earliest first, of those made together the one whose visit is earlier: stores give bookings in any order. */
export function inOrderMade(a: Booking, b: Booking): number {
  const madeAt = ({ history }: Booking) => history[0]?.at ?? 0;
  return madeAt(a) - madeAt(b) || a.start - b.start;
}
