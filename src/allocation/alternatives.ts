import type { Calendar } from "../office/calendar.js";
import { listNearestDates } from "../office/local-date.js";
import {
  type BookingWindow,
  bookingWindow,
  chooseSlot,
  freeSlots,
  largestParty,
  type SlotQuery,
} from "./free-slots.js";
import { type FreeSlot, nearestTo, type Policy } from "./policies.js";

/** A window with room for the party that was refused. */
export interface Alternative {
  readonly officeId: string;
  readonly date: string;
  readonly window: string;
  readonly until: string;
  /**
   * At another office: when its places were counted, in epoch milliseconds, by somebody who locked nothing.
   * At the asked office it is missing, as it was true at the decision.
   */
  readonly asOf?: number;
}

const offered = 3;
/**
 * Most refusals are answered by the nearest days; only where too few of those have room are the others read. No more
 * steps: each widens the scope, and who waits for the last of these days may need it wider still.
 */
const steps = [14, 366];

/**
 * Other windows of the date where one was asked for, the nearest first, then the nearest dates with room, later
 * ones first where two are as near, each with the window that the party would get.
 */
export function listAlternatives(
  calendar: Calendar,
  policy: Policy,
  window: BookingWindow,
  query: SlotQuery,
): readonly Alternative[] {
  if (!takesParty(calendar, query)) return [];
  const { window: asked, ...any } = query;
  if (asked === undefined) return otherDates(calendar, policy, window, any);
  const nearest = nearestTo(asked.slice(0, 5));
  return [...otherWindows(calendar, nearest, window, any), ...otherDates(calendar, nearest, window, any)];
}

/** The window that the party would get at another office on the same date, as its places stood at `query.now`. */
export function alternativeAt(calendar: Calendar, policy: Policy, query: SlotQuery): Alternative | undefined {
  const { from, until } = bookingWindow(calendar, query.now);
  if (!takesParty(calendar, query) || query.date < from || query.date > until) return undefined;
  const slot = chooseSlot(calendar, policy, query);
  return slot && { ...alternative(calendar, query.date, slot), asOf: query.now };
}

function takesParty(calendar: Calendar, { pool, places, now }: SlotQuery): boolean {
  return places <= (largestParty(calendar, pool) ?? 0) && calendar.intakeFrom(now) <= now;
}

function otherWindows(
  calendar: Calendar,
  nearest: Policy,
  { from, until }: BookingWindow,
  query: SlotQuery,
): readonly Alternative[] {
  const { date, pool, places } = query;
  if (date < from || date > until) return [];
  const slots = nearest({ officeId: calendar.office.id, date, pool, places }, freeSlots(calendar, query));
  return slots.slice(0, offered).map((slot) => alternative(calendar, date, slot));
}

function otherDates(
  calendar: Calendar,
  policy: Policy,
  window: BookingWindow,
  query: SlotQuery,
): readonly Alternative[] {
  let candidates = listNearestDates(query.date, window.from, window.until).filter(
    (date) => calendar.day(date).kind === "open",
  );
  const found: Alternative[] = [];
  for (const step of steps) {
    // Every day of a step, as those that are not read yet look empty and would end the search too early.
    for (const date of candidates.slice(0, step)) {
      const slot = chooseSlot(calendar, policy, { ...query, date });
      if (slot !== undefined) found.push(alternative(calendar, date, slot));
    }
    if (found.length >= offered) break;
    candidates = candidates.slice(step);
  }
  return found.slice(0, offered);
}

function alternative(calendar: Calendar, date: string, { window, until }: FreeSlot): Alternative {
  return { officeId: calendar.office.id, date, window, until };
}
