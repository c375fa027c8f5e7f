import type { Calendar } from "../office/calendar.js";
import { addDays } from "../office/local-date.js";
import type { BookingWindow } from "./booking-window.js";
import { chooseSlot } from "./choose-slot.js";
import type { SlotQuery } from "./open-slots.js";
import type { Policy } from "./policies.js";

/** A date with room for the party that was refused, true at the decision, with the window it would get. */
export interface Alternative {
  readonly officeId: string;
  readonly date: string;
  readonly window: string;
  readonly until: string;
}

const offered = 3;
/** Most refusals are answered by the nearest days; only where those are full are more of them read. */
const steps = [14, 60, 366];

/** The nearest dates with room, later ones first where two are as near. */
export function listAlternatives(
  calendar: Calendar,
  policy: Policy,
  window: BookingWindow,
  query: SlotQuery,
): readonly Alternative[] {
  let candidates = nearestDates(query.date, window).filter((date) => calendar.day(date).kind === "open");
  for (const step of steps) {
    const found = candidates.slice(0, step).flatMap((date) => {
      const slot = chooseSlot(calendar, policy, { ...query, date });
      return slot ? [{ officeId: calendar.office.id, date, window: slot.window, until: slot.until }] : [];
    });
    if (found.length > 0) return found.slice(0, offered);
    candidates = candidates.slice(step);
  }
  return [];
}

function nearestDates(asked: string, { from, until }: BookingWindow): string[] {
  const dates: string[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) if (date !== asked) dates.push(date);
  const distance = (date: string) => Math.abs(Date.parse(date) - Date.parse(asked));
  return dates.sort((a, b) => distance(a) - distance(b) || (a > b ? -1 : 1));
}
