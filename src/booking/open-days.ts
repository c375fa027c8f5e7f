import { closeDay, emptyDay, type OpenDay, openDay } from "./open-day.js";
import type { Day, DayKey, Records, Scope } from "./records.js";

/** The ledgers that a batch decides on. */
export interface OpenDays {
  /** Empty where there is none yet; one that was not named is asked for. */
  readonly of: (day: DayKey) => OpenDay;
  /** Puts a ledger in the place of what it is. */
  readonly replace: (day: Day) => void;
  readonly remove: (day: DayKey) => void;
  /** Those that were touched, as they are now. */
  readonly touched: (decidedAt: number) => readonly Day[];
}

export function openDays(
  records: Records,
  { days, whole }: Pick<Scope, "days" | "whole">,
  ask: (day: DayKey) => void,
): OpenDays {
  // By office and date: a joined name would be made for each look.
  const offices = new Map<string, Map<string, OpenDay>>();
  for (const key of [...days, ...whole]) put(emptyDay(key));
  for (const day of records.days) put(openDay(day));

  function put(day: OpenDay): OpenDay {
    const { officeId, date } = day.key;
    const dates = offices.get(officeId);
    if (dates === undefined) offices.set(officeId, new Map([[date, day]]));
    else dates.set(date, day);
    return day;
  }

  return {
    of({ officeId, date }) {
      const known = offices.get(officeId)?.get(date);
      if (known !== undefined) return known;
      const key = { officeId, date };
      ask(key);
      return put(emptyDay(key));
    },
    replace(day) {
      put({ ...openDay(day), touched: true });
    },
    remove({ officeId, date }) {
      offices.get(officeId)?.delete(date);
    },
    touched(decidedAt) {
      const all = [...offices.values()].flatMap((dates) => [...dates.values()]);
      return all.filter((day) => day.touched).map((day) => closeDay(day, decidedAt));
    },
  };
}
