import type { SlotQuery } from "../allocation/open-slots.js";
import type { Batch } from "./batch.js";
import type { HeldBooking } from "./booking.js";
import type { HoldRequest } from "./requests.js";

/** The days as they would stand without the hold that is corrected. */
export function slotQuery(
  batch: Batch,
  { calendar, date, pool, window: asked, people }: HoldRequest,
  earlier?: HeldBooking,
): SlotQuery {
  const officeId = calendar.office.id;
  return {
    date,
    pool,
    window: asked,
    places: people.length,
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
