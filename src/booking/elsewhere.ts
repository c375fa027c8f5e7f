import { type Alternative, listAlternatives } from "../allocation/alternatives.js";
import { bookingWindow } from "../allocation/booking-window.js";
import type { Batch } from "./batch.js";
import type { ConfirmedBooking, HeldBooking } from "./booking.js";
import type { Elsewhere } from "./outcomes.js";
import type { Wish } from "./requests.js";
import { slotQuery } from "./slot-query.js";

/** What was asked and what the office has instead, true at the decision. */
export function elsewhere(batch: Batch, wish: Wish, earlier?: HeldBooking | ConfirmedBooking): Elsewhere {
  const { calendar, date, pool, window, prefer, places } = wish;
  const officeId = calendar.office.id;
  if (earlier !== undefined) return { officeId, date, alternatives: alternativesTo(batch, wish, earlier) };
  // In a surge most of a batch asks for the same full day.
  const asked = [officeId, date, pool, window, prefer, places].join(" ");
  const alternatives = batch.alternatives.get(asked) ?? alternativesTo(batch, wish);
  batch.alternatives.set(asked, alternatives);
  return { officeId, date, alternatives };
}

function alternativesTo(
  batch: Batch,
  wish: Wish,
  earlier?: HeldBooking | ConfirmedBooking,
): readonly Alternative[] {
  const { calendar, policy } = wish;
  const query = slotQuery(batch, wish, earlier);
  const taken: typeof query.taken = (date, window, pool) => {
    batch.needDue({ officeId: calendar.office.id, date });
    return query.taken(date, window, pool);
  };
  return listAlternatives(calendar, policy, bookingWindow(calendar, batch.now), { ...query, taken });
}
