import type { Booking } from "../booking/booking.js";
import { deskOf } from "./play.js";
import { dates, type World } from "./world.js";

/** All bookings of the world as they are now, as its last desk sees them. */
export async function snapshot(world: World): Promise<readonly Booking[]> {
  const desk = deskOf(world, world.desks.length - 1);
  const days = world.offices.flatMap(({ id }) => dates.map((date) => ({ officeId: id, date })));
  return (await Promise.all(days.map((day) => desk.find(day)))).flat();
}

/** Whether the booking holds its places, or those that it had still cool. */
export function takesPlaces(booking: Booking): boolean {
  const { state } = booking;
  return state === "held" || state === "confirmed" || ("coolsUntil" in booking && state !== "waiting");
}

/** Places taken, by office, date, window and pool. */
export function placesTaken(bookings: readonly Booking[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const booking of bookings.filter(takesPlaces)) {
    const name = slotName(booking);
    taken.set(name, (taken.get(name) ?? 0) + booking.places);
  }
  return taken;
}

export function slotName(slot: {
  readonly officeId: string;
  readonly date: string;
  readonly window: string;
  readonly pool: string;
}): string {
  return `${slot.officeId} ${slot.date} ${slot.window} ${slot.pool}`;
}
