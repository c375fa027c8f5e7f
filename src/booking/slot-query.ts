import type { SlotQuery } from "../allocation/open-slots.js";
import type { Batch } from "./batch.js";
import type { ConfirmedBooking, HeldBooking } from "./booking.js";
import type { Wish } from "./requests.js";

/** The days as they would stand without the booking that is corrected or moved. */
export function slotQuery(
  batch: Batch,
  { calendar, date, pool, window: asked, places }: Wish,
  earlier?: HeldBooking | ConfirmedBooking,
): SlotQuery {
  const officeId = calendar.office.id;
  return {
    date,
    pool,
    window: asked,
    places,
    now: batch.now,
    taken(day, window, ofPool) {
      const own =
        earlier?.officeId === officeId &&
        earlier.date === day &&
        earlier.window === window &&
        earlier.pool === ofPool;
      return batch.taken({ officeId, date: day }, window, ofPool) - (own ? earlier.places : 0);
    },
  };
}
