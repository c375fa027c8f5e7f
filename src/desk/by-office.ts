import type { DayKey } from "../booking/records.js";
import type { DeskContext } from "./desk-settings.js";

/** What each office of the desk has of these, office by office; those of other offices are for other desks. */
export function byOffice<T extends DayKey>(
  { calendars }: DeskContext,
  all: readonly T[],
): readonly (readonly [officeId: string, own: readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    if (!calendars.has(one.officeId)) continue;
    const group = groups.get(one.officeId) ?? [];
    groups.set(one.officeId, group);
    group.push(one);
  }
  return [...groups];
}
