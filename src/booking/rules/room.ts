import { type Alternative, listAlternatives } from "../../allocation/alternatives.js";
import { bookingWindow, freeSlots, type SlotQuery } from "../../allocation/free-slots.js";
import { overlaps } from "../../office/calendar.js";
import { poolIn } from "../../office/slot-pool.js";
import type { ConfirmedBooking, HeldBooking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { needDays } from "../needs.js";
import type { Full, WithAlternatives } from "../outcomes.js";
import type { Wish } from "../requests.js";

/** What tells which room there is. */
export type RoomGrounds = Pick<Grounds, "now" | "ledgers" | "bookings" | "wanted" | "alternatives">;

/** The days as they would stand without the booking that is corrected or moved. */
export function slotQuery(
  { now, ledgers }: Pick<Grounds, "now" | "ledgers">,
  { calendar, date, pool, window: asked, places }: Wish,
  earlier?: HeldBooking | ConfirmedBooking,
): SlotQuery {
  const officeId = calendar.office.id;
  return {
    date,
    pool,
    window: asked,
    places,
    now,
    taken(day, slot, ofPool) {
      const own =
        earlier?.officeId === officeId &&
        earlier.date === day &&
        overlaps(earlier, slot) &&
        poolIn(slot.pools, calendar.office, earlier.pool) === ofPool;
      return ledgers.taken({ officeId, date: day }, slot, ofPool) - (own ? earlier.places : 0);
    },
  };
}

/** Nothing has room for the party: where it was looked, and what has some. */
export function refuseFull(
  room: RoomGrounds,
  wish: Wish,
  earlier?: HeldBooking | ConfirmedBooking,
): Full & WithAlternatives {
  return { ...whatIsFull(room, wish, earlier), ...withAlternatives(room, wish, earlier) };
}

function whatIsFull(room: RoomGrounds, wish: Wish, earlier?: HeldBooking | ConfirmedBooking): Full {
  const { calendar, pool, window } = wish;
  const query = { ...slotQuery(room, wish, earlier), window: undefined };
  const hasRoom = (name: string) => freeSlots(calendar, { ...query, pool: name }, 1).length > 0;
  if (window !== undefined && hasRoom(pool)) return { kind: "window-full", window };
  const others = [...calendar.largest.keys()].filter((other) => other !== pool);
  return others.some(hasRoom) ? { kind: "pool-full", pool } : { kind: "day-full" };
}

/** What was asked and what the office has instead, true at the decision. */
export function withAlternatives(
  room: RoomGrounds,
  wish: Wish,
  earlier?: HeldBooking | ConfirmedBooking,
): WithAlternatives {
  const { calendar, date, pool, window, prefer, places } = wish;
  const officeId = calendar.office.id;
  if (earlier !== undefined) return { officeId, date, alternatives: alternativesTo(room, wish, earlier) };
  // In a surge most of a batch asks for the same full day.
  const { alternatives: known, bookings } = room;
  if (known.changes !== bookings.changes()) known.found.clear();
  known.changes = bookings.changes();
  const asked = [officeId, date, pool, window, prefer, places].join(" ");
  const alternatives = known.found.get(asked) ?? alternativesTo(room, wish);
  known.found.set(asked, alternatives);
  return { officeId, date, alternatives };
}

function alternativesTo(
  room: RoomGrounds,
  wish: Wish,
  earlier?: HeldBooking | ConfirmedBooking,
): readonly Alternative[] {
  const { calendar, policy } = wish;
  const officeId = calendar.office.id;
  const query = slotQuery(room, wish, earlier);
  const taken: typeof query.taken = (date, slot, pool) => {
    // A day that was read only because somebody has a booking there may have holds that are overdue.
    room.wanted.need(needDays([{ officeId, date }]));
    return query.taken(date, slot, pool);
  };
  return listAlternatives(calendar, policy, bookingWindow(calendar, room.now), { ...query, taken });
}
