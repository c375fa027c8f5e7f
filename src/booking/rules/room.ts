import { type Alternative, listAlternatives } from "../../allocation/alternatives.js";
import { bookingWindow, freeSlots, type SlotQuery } from "../../allocation/free-slots.js";
import { overlaps } from "../../office/calendar.js";
import type { Actor, ConfirmedBooking, HeldBooking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { needDays } from "../needs.js";
import type { Full, PersonHasBooking, WithAlternatives } from "../outcomes.js";
import type { Wish } from "../requests.js";
import { otherVisits } from "./other-visits.js";

/** What tells which room there is. */
export type RoomGrounds = Pick<Grounds, "now" | "ledgers" | "bookings" | "wanted" | "alternatives">;

/** The days as they would stand without the booking that is corrected or moved. */
export function slotQuery(
  on: Pick<Grounds, "now" | "ledgers" | "bookings">,
  wish: Wish,
  earlier?: HeldBooking | ConfirmedBooking,
): SlotQuery {
  const { now, ledgers } = on;
  const { calendar, date, pool, window: asked, places } = wish;
  const busy = otherVisits(on, wish, earlier);
  const officeId = calendar.office.id;
  return {
    date,
    pool,
    window: asked,
    places,
    now,
    ...(wish.override?.includes("notice") && { untilEnd: true }),
    ...(busy.length > 0 && { busy }),
    taken: (day, slot, ofPool) => ledgers.taken({ officeId, date: day }, slot, ofPool, earlier),
  };
}

/** A visit of somebody of the party at the only time at which there is room. */
export function sameTime(
  on: RoomGrounds,
  wish: Wish & { readonly by: Actor; readonly sender: string | undefined },
  earlier?: HeldBooking | ConfirmedBooking,
): PersonHasBooking | undefined {
  const { busy, ...query } = slotQuery(on, wish, earlier);
  if (busy === undefined) return undefined;
  const [slot] = freeSlots(wish.calendar, query);
  if (slot === undefined) return undefined;
  const own = otherVisits(on, wish, earlier).find(
    (visit) => overlaps(visit, slot) && (wish.by !== "applicant" || visit.sender === wish.sender),
  );
  return { kind: "person-has-booking", ...(own && { booking: own }) };
}

/** Nothing has room for the party: where it was looked, and what has some; or it is elsewhere at that time. */
export function refuseFull(
  room: RoomGrounds,
  wish: Wish & { readonly by: Actor; readonly sender: string | undefined },
  earlier?: HeldBooking | ConfirmedBooking,
): (Full & WithAlternatives) | PersonHasBooking {
  const limit = sameTime(room, wish, earlier);
  if (limit !== undefined) return limit;
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
  if (earlier !== undefined || otherVisits(room, wish, earlier).length > 0)
    return { officeId, date, alternatives: alternativesTo(room, wish, earlier) };
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
  // What the party has already is nothing else.
  const hasIt = earlier?.officeId === officeId && (earlier.askedPool ?? earlier.pool) === wish.pool;
  const except = hasIt && { except: { date: earlier.date, window: earlier.window } };
  return listAlternatives(calendar, policy, bookingWindow(calendar, room.now), {
    ...query,
    ...except,
    taken,
  });
}
