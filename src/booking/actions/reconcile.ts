import type { Task } from "../action.js";
import { type Booking, occupies } from "../booking.js";
import { needWholeDay } from "../needs.js";
import type { Day, DayKey, PlaceCount } from "../records.js";

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
  needs: ({ day }) => [needWholeDay(day)],
  decide({ day }, { bookings, ledgers }) {
    const before = ledgers.of(day);
    const after = recompute(before, bookings.ofDay(day));
    const differences = compare(before, after);
    if (differences.length === 0) return { kind: "sound" };
    ledgers.replace(after);
    return { kind: "mended", differences };
  },
};

function recompute(before: Day, bookings: readonly Booking[]): Day {
  const taken = new Map<string, PlaceCount>(
    before.counts.map((count) => [countName(count), { ...count, taken: 0 }]),
  );
  const issued: Record<string, number> = { ...before.issued };
  let joined = before.joined ?? 0;
  for (const booking of bookings) {
    const { window, pool, places } = booking;
    if (occupies(booking)) {
      const count = taken.get(countName(booking)) ?? { window, pool, taken: 0, ceiling: 0 };
      const sum = count.taken + places;
      taken.set(countName(booking), { ...count, taken: sum, ceiling: Math.max(count.ceiling, sum) });
    }
    if ("sequence" in booking) issued[window] = Math.max(issued[window] ?? 0, booking.sequence ?? 0);
    if ("turn" in booking) joined = Math.max(joined, booking.turn ?? 0);
  }
  const { officeId, date, decidedAt } = before;
  const counts = [...taken.values()];
  return { officeId, date, decidedAt, counts, issued, ...(joined > 0 && { joined }) };
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

function countName({ window, pool }: { readonly window: string; readonly pool: string }): string {
  return `${window} ${pool}`;
}
