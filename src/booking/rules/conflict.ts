import { largestParty } from "../../allocation/free-slots.js";
import {
  type Calendar,
  countsIn,
  type OfficeDay,
  overlaps,
  presentPool,
  type Slot,
  slotsOf,
} from "../../office/calendar.js";
import { takenWithAround } from "../../office/nights.js";
import { poolIn } from "../../office/slot-pool.js";
import { inOrderOfArrival } from "../arrival.js";
import { type Booking, isLive, type LiveBooking, type WaitingBooking } from "../booking.js";

type OpenDay = Extract<OfficeDay, { readonly kind: "open" }>;

/** A booking that stands, though its office's present config has no place for it. */
export interface Conflict {
  readonly booking: LiveBooking;
  /**
   * `office-closed`: so is the date. `window-not-offered`: no window of the date has the booking's times, or is the one
   * that is waited for. `over-capacity`: the window has fewer places in the pool than are taken, and those who came
   * before have them. `party-too-large`: so many are never given places together, and they wait for some.
   */
  readonly reason:
    | "office-closed"
    | "window-not-offered"
    | "pool-not-offered"
    | "over-capacity"
    | "party-too-large";
}

/**
 * Of the bookings of one day, those that no longer fit, in the order in which they were made. Others beside them are of the
 * days around it, as far as nights reach.
 */
export function listConflicts(calendar: Calendar, date: string, bookings: readonly Booking[]): Conflict[] {
  return standingOf(calendar, date, bookings).flatMap(({ booking, reason }) =>
    reason === undefined ? [] : [{ booking, reason }],
  );
}

/**
 * The places of a slot and pool that a booking in conflict finds taken, where its own time overlaps the slot: those of who
 * came before and has room there, and of whoever came later and fits.
 */
export function takenBefore(
  calendar: Calendar,
  { code, date }: Booking,
  bookings: readonly Booking[],
): (slot: Slot, pool: string) => number {
  const all = standingOf(calendar, date, bookings, "others-too");
  const own = all.findIndex(({ booking }) => booking.code === code);
  const standing = all
    .filter(({ stands, reason }, index) =>
      index < own ? stands : index > own && stands && reason === undefined,
    )
    .map(({ booking }) => booking);
  return (slot, pool) =>
    takenWithAround(calendar, date, { slot, pool }, (_, one, ofPool) =>
      standing
        .filter((other) => countsIn(one, ofPool, calendar.office, other))
        .reduce((sum, { places }) => sum + places, 0),
    );
}

interface Standing {
  readonly booking: LiveBooking;
  readonly reason: Conflict["reason"] | undefined;
  /** Whether it has places where it is, as long as nobody resolves its conflict. */
  readonly stands: boolean;
}

/** Live bookings in the order in which they were made, each with what earlier arrivals leave it. */
function standingOf(
  calendar: Calendar,
  date: string,
  bookings: readonly Booking[],
  whose: "of-day" | "others-too" = "of-day",
): readonly Standing[] {
  const day = calendar.day(date);
  const slots = slotsOf(day);
  const around = slots.flatMap((slot) => calendar.alongside(date, slot)).map(({ slot }) => slot);
  const left = createLeft(calendar, [...new Set([...slots, ...around])]);
  return bookings
    .filter(isLive)
    .sort(inOrderOfArrival)
    .flatMap((booking) => {
      if (booking.date === date) return [standing(booking)];
      const stands = booking.state !== "waiting" && left(booking);
      return whose === "of-day" ? [] : [{ booking, reason: undefined, stands }];
    });

  function standing(booking: LiveBooking): Standing {
    if (day.kind === "closed") return { booking, reason: "office-closed", stands: false };
    if (booking.state === "waiting")
      return { booking, reason: vainWait(calendar, day, booking), stands: false };
    const stands = left(booking);
    return { booking, reason: misfit(calendar, day, booking, stands), stands };
  }
}

/** Whether earlier arrivals leave a booking its places in every slot that it overlaps; then it takes them. */
function createLeft({ office }: Calendar, slots: readonly Slot[]): (booking: LiveBooking) => boolean {
  const left = slots.map(({ pools }) => new Map([...pools].map(([name, { bookable }]) => [name, bookable])));
  return (booking) => {
    const own = slots.flatMap((slot, index) => {
      const pool = poolIn(slot.pools, office, booking.pool);
      return overlaps(slot, booking) ? [{ pools: left[index], pool }] : [];
    });
    const after = own.map(({ pools, pool }) => (pools?.get(pool) ?? 0) - booking.places);
    if (after.some((places) => places < 0)) return false;
    for (const [index, { pools, pool }] of own.entries()) pools?.set(pool, after[index] ?? 0);
    return true;
  };
}

function misfit(
  { office }: Calendar,
  { slots }: OpenDay,
  { window, start, end, pool }: LiveBooking,
  stands: boolean,
): Conflict["reason"] | undefined {
  const slot = slots.find((one) => one.window === window && one.start === start && one.end === end);
  if (slot === undefined) return "window-not-offered";
  if (!slot.pools.has(pool) && office.formerPools[pool] !== poolIn(slot.pools, office, pool))
    return "pool-not-offered";
  return stands ? undefined : "over-capacity";
}

/** Why who waits will never be given what they wait for. */
function vainWait(
  calendar: Calendar,
  { slots, largest }: OpenDay,
  { onlyWindow, pool: asked, places }: WaitingBooking,
): Conflict["reason"] | undefined {
  const pool = presentPool(calendar, asked);
  if (onlyWindow !== undefined && !slots.some(({ window }) => window === onlyWindow))
    return "window-not-offered";
  const mostOfDay = largest.get(pool);
  const most = largestParty(calendar, pool);
  if (mostOfDay === undefined || most === undefined) return "pool-not-offered";
  return places > Math.min(mostOfDay, most) ? "party-too-large" : undefined;
}
