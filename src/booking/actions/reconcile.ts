import { addDays } from "../../office/local-date.js";
import type { Task } from "../action.js";
import { needWholeDay } from "../needs.js";
import type { Day, DayKey } from "../records.js";
import { countName, recompute } from "../rules/recount.js";

/** How a day's ledger compared with its bookings (C9); what was wrong is mended. */
export type Reconciled =
  | { readonly kind: "sound" }
  | { readonly kind: "mended"; readonly differences: readonly LedgerDifference[] };

export interface LedgerDifference {
  /** Of places taken the window and pool, of numbers given the window, of the waiting list nothing. */
  readonly window?: string;
  readonly pool?: string;
  readonly what: "taken" | "issued" | "joined";
  readonly ledger: number;
  readonly bookings: number;
}

interface Reconcile {
  readonly day: DayKey;
}

/** Recomputes a day's ledger from its bookings alone. Numbers that nobody has any more are not given again (C6). */
export const reconcile: Task<Reconcile, Reconciled> = {
  name: "reconcile",
  needs: ({ day }) => [needWholeDay(day), needWholeDay(nightBefore(day))],
  decide({ day }, { bookings, ledgers }) {
    const before = ledgers.of(day);
    const after = recompute(before, [...bookings.ofDay(day), ...bookings.ofDay(nightBefore(day))]);
    const differences = compare(before, after);
    if (differences.length === 0) return { kind: "sound" };
    ledgers.replace(after);
    return { kind: "mended", differences };
  },
};

function nightBefore({ officeId, date }: DayKey): DayKey {
  return { officeId, date: addDays(date, -1) };
}

function compare(before: Day, after: Day): readonly LedgerDifference[] {
  const known = new Map(before.counts.map((count) => [countName(count), count]));
  const all: readonly LedgerDifference[] = [
    ...after.counts.map((count) => ({
      what: "taken" as const,
      window: count.window,
      pool: count.pool,
      ledger: known.get(countName(count))?.taken ?? 0,
      bookings: count.taken,
    })),
    ...Object.entries(after.issued).map(([window, right]) => ({
      what: "issued" as const,
      window,
      ledger: before.issued[window] ?? 0,
      bookings: right,
    })),
    { what: "joined" as const, ledger: before.joined ?? 0, bookings: after.joined ?? 0 },
  ];
  return all.filter(({ ledger, bookings }) => ledger !== bookings);
}
