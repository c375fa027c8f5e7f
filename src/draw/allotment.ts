import { type DrawCapacity, type DrawEntry, type DrawRules, poolsOf } from "./entry.js";

/** What an entry got: a window and the pool whose places it has, or neither. */
export type Allotted = {
  readonly id: string;
  /** From 1; who got nothing keeps it, and waits in its order. */
  readonly rank: number;
} & ({ readonly window: string; readonly pool: string } | { readonly window: null });

/**
 * Serves entries in their order: each wish in turn, of each the entry's own pool and then the open one. A party has all
 * its places in one window and pool; who fits nowhere is passed. So no false list of wishes does better than the true one.
 * @param order As `drawOrder` gives it.
 * @param rules Which pool comes first; `draw-1-open-first` asks the open one before the entry's own.
 * @example
 * const order = drawOrder(entries, "58410116be7945b30e1bf264af6490a4b6dd51f0bcdaa78508ebd2e0fac579b0");
 * const result = allot(order, { "0900": { elderly: 1, open: 3 } });
 */
export function allot(
  order: readonly DrawEntry[],
  capacity: DrawCapacity,
  rules: DrawRules = "draw-1",
): readonly Allotted[] {
  const serve = createServing(capacity, rules);
  return order.map((entry, index) => ({ id: entry.id, rank: index + 1, ...serve(entry) }));
}

const nothing = { window: null } as const;

/** Serves one entry after the other, out of what those before it have left. */
export function createServing(
  capacity: DrawCapacity,
  rules: DrawRules,
): (entry: DrawEntry) => { readonly window: string; readonly pool: string } | typeof nothing {
  const free = new Map(
    Object.entries(capacity).map(([window, pools]) => [window, new Map(Object.entries(pools))]),
  );
  return (entry) => {
    const pools = poolsOf(entry, rules);
    for (const window of entry.choices) {
      const left = free.get(window);
      for (const pool of pools) {
        const places = left?.get(pool) ?? 0;
        if (places < entry.places) continue;
        left?.set(pool, places - entry.places);
        return { window, pool };
      }
    }
    return nothing;
  };
}
