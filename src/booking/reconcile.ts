import type { Batch } from "./batch.js";
import { occupies } from "./booking.js";
import type { Day, PlaceCount } from "./records.js";
import type { ReconcileTask } from "./requests.js";

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

/** Recomputes a day's ledger from its bookings alone. Numbers that nobody has any more are not given again (C6). */
export function reconcile(batch: Batch, { day: key }: ReconcileTask): Reconciled {
  const before = batch.ledger(key);
  const bookings = batch.ofDay(key);
  const known = new Map(before.counts.map((count) => [countName(count), count]));
  const taken = new Map<string, PlaceCount>(
    [...known].map(([name, count]) => [name, { ...count, taken: 0 }]),
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
  const differences: LedgerDifference[] = [
    ...[...taken].map(([name, { window, pool, taken: right }]) => ({
      what: "taken" as const,
      window,
      pool,
      ledger: known.get(name)?.taken ?? 0,
      bookings: right,
    })),
    ...Object.entries(issued).map(([window, right]) => ({
      what: "issued" as const,
      window,
      ledger: before.issued[window] ?? 0,
      bookings: right,
    })),
    { what: "joined" as const, ledger: before.joined ?? 0, bookings: joined },
  ].filter(({ ledger, bookings: right }) => ledger !== right);
  if (differences.length === 0) return { kind: "sound" };
  const { officeId, date } = key;
  const mended: Day = { officeId, date, decidedAt: batch.now, counts: [...taken.values()], issued };
  batch.mend(joined === 0 ? mended : { ...mended, joined });
  return { kind: "mended", differences };
}

function countName({ window, pool }: { readonly window: string; readonly pool: string }): string {
  return `${window} ${pool}`;
}
