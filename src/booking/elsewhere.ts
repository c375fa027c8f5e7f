import { type Alternative, listAlternatives } from "../allocation/alternatives.js";
import { bookingWindow } from "../allocation/booking-window.js";
import type { Batch } from "./batch.js";
import type { HeldBooking } from "./booking.js";
import type { Elsewhere } from "./outcomes.js";
import type { HoldRequest } from "./requests.js";
import { slotQuery } from "./slot-query.js";

/** What was asked and what the office has instead, true at the decision. */
export function elsewhere(batch: Batch, request: HoldRequest, earlier?: HeldBooking): Elsewhere {
  const { calendar, date, pool, window, prefer, people } = request;
  const officeId = calendar.office.id;
  if (earlier !== undefined) return { officeId, date, alternatives: alternativesTo(batch, request, earlier) };
  // In a surge most of a batch asks for the same full day.
  const asked = [officeId, date, pool, window, prefer, people.length].join(" ");
  const alternatives = batch.alternatives.get(asked) ?? alternativesTo(batch, request);
  batch.alternatives.set(asked, alternatives);
  return { officeId, date, alternatives };
}

function alternativesTo(batch: Batch, request: HoldRequest, earlier?: HeldBooking): readonly Alternative[] {
  const { calendar, policy } = request;
  const query = slotQuery(batch, request, earlier);
  return listAlternatives(calendar, policy, bookingWindow(calendar, batch.now), query);
}
