import { chooseSlot } from "../../allocation/free-slots.js";
import { type FreeSlot, nearestTo } from "../../allocation/policies.js";
import type { Calendar } from "../../office/calendar.js";
import type { Task } from "../action.js";
import {
  type Actor,
  type Booking,
  type CancelledBooking,
  isLive,
  isToCome,
  type Person,
} from "../booking.js";
import type { Grounds } from "../grounds.js";
import { needCodes } from "../needs.js";
import type { Notice } from "../notice.js";
import { needsOfParty } from "../requests.js";
import { asOf } from "../rules/due.js";
import { cancelBooking } from "../rules/endings.js";
import { type Transferred, transfer } from "../rules/moves.js";
import { slotQuery } from "../rules/room.js";

/** What became of a booking that no longer fits. */
export type Resolved =
  | ({ readonly kind: "moved" } & Transferred)
  | { readonly kind: "cancelled"; readonly booking: CancelledBooking }
  /** It fits by now where it is; or no date had room, and it was not to be cancelled. */
  | { readonly kind: "kept"; readonly booking: Booking }
  /** It has ended meanwhile, or the person was let in. */
  | { readonly kind: "gone" };

interface Resolve {
  readonly calendar: Calendar;
  readonly code: string;
  readonly codes: readonly string[];
  readonly people: readonly Person[];
  readonly sender: string | undefined;
  readonly by: Actor;
  /** Dates that are tried, in this order. */
  readonly dates: readonly string[];
  /** What is done where none of them has room. */
  readonly otherwise: "cancel" | "keep";
}

/** Moves a booking to the window nearest to its own on the first date with room; the person is owed a notice. */
export const resolve: Task<Resolve, Resolved> = {
  name: "resolve",
  needs: (task) => [...needsOfParty(task, task.dates), needCodes([task.code])],
  decide(task, on) {
    const booking = on.bookings.find(task.code);
    if (booking === undefined || !isLive(asOf(booking, on.now)) || !isToCome(booking, on.now))
      return { kind: "gone" };
    const { by, calendar, otherwise } = task;
    if (booking.state !== "waiting") {
      const { places, window, askedPool: pool = booking.pool } = booking;
      const policy = nearestTo(window.slice(0, 5));
      for (const date of task.dates) {
        const wish = { calendar, policy, date, places, pool, window: undefined, prefer: undefined };
        const slot = chooseSlot(calendar, policy, slotQuery(on, wish, booking));
        if (slot === undefined) continue;
        if (isVisitOf(booking, date, slot)) return { kind: "kept", booking };
        const request = { ...wish, office: calendar.office, by, codes: task.codes };
        const moved = transfer(on, request, booking, slot);
        const told = owe(on, moved.booking, "moved");
        return { kind: "moved", ...moved, booking: told };
      }
    }
    if (otherwise === "keep") return { kind: "kept", booking };
    const cancelled = cancelBooking(on, booking, { by });
    return { kind: "cancelled", booking: owe(on, cancelled, "office-cancelled") };
  },
};

function isVisitOf(booking: Booking, date: string, { start, end, pool }: FreeSlot): boolean {
  return booking.date === date && booking.start === start && booking.end === end && booking.pool === pool;
}

function owe<B extends Booking>(
  { now, bookings }: Pick<Grounds, "now" | "bookings">,
  booking: B,
  kind: Notice["kind"],
): B {
  const told: B = { ...booking, notices: [{ kind, at: now }, ...(booking.notices ?? [])] };
  bookings.put(told);
  return told;
}
