import { chooseSlot, freeSlots, type SlotQuery } from "../../allocation/free-slots.js";
import { nearestTo } from "../../allocation/policies.js";
import { minute } from "../../input/instant.js";
import { type Calendar, overlaps, presentPool } from "../../office/calendar.js";
import type { Task } from "../action.js";
import { cameOf } from "../arrival.js";
import {
  type Actor,
  type Booking,
  type CancelledBooking,
  type ConfirmedBooking,
  type HeldBooking,
  isLive,
  isToCome,
  type Person,
} from "../booking.js";
import type { Grounds } from "../grounds.js";
import { needCodes, needDays, needWholeDay } from "../needs.js";
import type { DayKey } from "../records.js";
import { needsOfParty, type Wish } from "../requests.js";
import { listConflicts, takenBefore } from "../rules/conflict.js";
import { asOf } from "../rules/due.js";
import { cancelBooking, movedFrom, owe } from "../rules/endings.js";
import { type Transferred, transfer } from "../rules/moves.js";
import { slotQuery } from "../rules/room.js";

/** What became of a booking that no longer fits. */
export type Resolved =
  | ({ readonly kind: "moved" } & Transferred)
  | { readonly kind: "cancelled"; readonly booking: CancelledBooking }
  /** It fits where it is, if need be until its window ends now; or no date had room, and it was not to be cancelled. */
  | { readonly kind: "kept"; readonly booking: Booking }
  /** It has ended meanwhile, or the person was let in. */
  | { readonly kind: "gone" };

interface Resolve {
  readonly calendar: Calendar;
  readonly code: string;
  /** Of the booking. */
  readonly date: string;
  readonly codes: readonly string[];
  readonly people: readonly Person[];
  readonly sender: string | undefined;
  readonly by: Actor;
  /** Dates that are tried, in this order. */
  readonly dates: readonly string[];
  /** How far from now a visit begins at the earliest, minutes. */
  readonly soonestMinutes: number;
  /** What is done where none of them has room. */
  readonly otherwise: "cancel" | "keep";
}

type Placed = HeldBooking | ConfirmedBooking;

/** Most find room on the first days; only where they don't are the others read. */
const firstDates = 14;

/**
 * Moves a booking that no longer fits to the window nearest to its own on the first date with room; the person is owed a
 * notice. A visit that can begin when it would have stays what it is, with its code and number.
 */
export const resolve: Task<Resolve, Resolved> = {
  name: "resolve",
  needs: (task) => [
    ...needsOfParty(task, task.dates.slice(0, firstDates)),
    needCodes([task.code]),
    ...daysAround(task).map(needWholeDay),
  ],
  decide(task, on) {
    const booking = on.bookings.find(task.code);
    if (booking === undefined || !isLive(asOf(booking, on.now)) || !isToCome(booking, on.now))
      return { kind: "gone" };
    const { by, calendar, date, otherwise } = task;
    const ofDay = daysAround(task)
      .flatMap(on.bookings.ofDay)
      .map((other) => asOf(other, on.now));
    const isMisfit = listConflicts(calendar, date, ofDay).some((one) => one.booking.code === task.code);
    if (!isMisfit) return { kind: "kept", booking };
    const before = takenBefore(calendar, booking, ofDay);
    const placed =
      booking.state === "waiting"
        ? undefined
        : (stay(task, booking, on, before) ?? move(task, booking, on, before));
    if (placed !== undefined) return placed;
    if (otherwise === "keep") return { kind: "kept", booking };
    const cancelled = cancelBooking(on, booking, { by });
    return { kind: "cancelled", booking: owe(on, cancelled, { kind: "office-cancelled", at: on.now }) };
  },
};

/** That of the booking first. */
function daysAround({ calendar, date }: Resolve): readonly DayKey[] {
  return calendar.datesAround(date).map((around) => ({ officeId: calendar.office.id, date: around }));
}

/**
 * The days as a booking in conflict finds them. Where its own time overlaps a slot it raises nothing there, so that it goes
 * by who came before it alone; elsewhere what is taken counts.
 */
function queryOf(
  on: Grounds,
  wish: Wish,
  booking: Placed,
  before: ReturnType<typeof takenBefore>,
): SlotQuery {
  const query = slotQuery(on, wish, booking);
  return {
    ...query,
    taken: (date, slot, pool) =>
      date === booking.date && overlaps(slot, booking) ? before(slot, pool) : query.taken(date, slot, pool),
  };
}

/** The booking as it is, in a window that begins with the one that it had. */
function stay(
  task: Resolve,
  booking: Placed,
  on: Grounds,
  before: ReturnType<typeof takenBefore>,
): Resolved | undefined {
  const { window } = booking;
  const pool = presentPool(task.calendar, booking.pool);
  const wish = { ...wishOf(task, booking), date: task.date, pool, window };
  // Whoever has it needs no notice.
  const [slot] = freeSlots(task.calendar, { ...queryOf(on, wish, booking, before), now: -Infinity });
  if (slot?.start !== booking.start || slot.pool !== pool) return undefined;
  const { until, end } = slot;
  const history = [...booking.history, { what: "adjusted", at: on.now, by: task.by }] as const;
  const adjusted = { ...booking, until, end, pool, history };
  on.bookings.put(adjusted, slot.capacity);
  return { kind: "kept", booking: adjusted };
}

function move(
  task: Resolve,
  booking: Placed,
  on: Grounds,
  before: ReturnType<typeof takenBefore>,
): Resolved | undefined {
  const { by, calendar, codes, dates, soonestMinutes } = task;
  const { office } = calendar;
  const earliest = on.now + soonestMinutes * minute;
  for (const [index, date] of dates.entries()) {
    if (index === firstDates)
      on.wanted.need(needDays(dates.slice(index).map((later) => ({ officeId: office.id, date: later }))));
    const wish = { ...wishOf(task, booking), date };
    const slot = chooseSlot(calendar, wish.policy, {
      ...queryOf(on, wish, booking, before),
      earliest,
    });
    if (slot === undefined) continue;
    const moved = transfer(on, { ...wish, office, by, codes }, booking, slot);
    const kept = { came: cameOf(booking), ...moved.booking };
    return { kind: "moved", ...moved, booking: owe(on, kept, movedFrom(booking, on.now)) };
  }
  return undefined;
}

/** What it has, and the window nearest to its own. */
function wishOf({ calendar }: Resolve, booking: Placed): Omit<Wish, "date"> {
  const { places, window, askedPool = booking.pool } = booking;
  const pool = presentPool(calendar, askedPool);
  const policy = nearestTo(window.slice(0, 5));
  return { calendar, policy, places, pool, window: undefined, prefer: undefined };
}
