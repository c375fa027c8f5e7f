import { type Allotted, allot, createServing } from "../../draw/allotment.js";
import type { DrawCapacity, DrawEntry, DrawRules } from "../../draw/entry.js";

/** Counts a party as one place. */
export function countingParties(
  order: readonly DrawEntry[],
  capacity: DrawCapacity,
  rules: DrawRules = "draw-1",
): readonly Allotted[] {
  const asOne = order.map((entry) => ({ ...entry, places: 1 }));
  return allot(asOne, capacity, rules);
}

/** Ends at the first party that fits nowhere. */
export function stoppingAtTheFirst(
  order: readonly DrawEntry[],
  capacity: DrawCapacity,
  rules: DrawRules = "draw-1",
): readonly Allotted[] {
  const serve = createServing(capacity, rules);
  let isOver = false;
  return order.map((entry, index) => {
    const place = isOver ? ({ window: null } as const) : serve(entry);
    isOver ||= place.window === null;
    return { id: entry.id, rank: index + 1, ...place };
  });
}

/** Everybody's first wish, then everybody's second: who wishes for what nobody else wishes gains by saying so first. */
export function firstWishesFirst(
  order: readonly DrawEntry[],
  capacity: DrawCapacity,
  rules: DrawRules = "draw-1",
): readonly Allotted[] {
  const serve = createServing(capacity, rules);
  const served = new Map<string, ReturnType<typeof serve>>();
  const mostWishes = Math.max(0, ...order.map(({ choices }) => choices.length));
  for (let wish = 0; wish < mostWishes; wish++)
    for (const entry of order) {
      const place = served.has(entry.id)
        ? undefined
        : serve({ ...entry, choices: entry.choices.slice(wish, wish + 1) });
      if (place !== undefined && place.window !== null) served.set(entry.id, place);
    }
  return order.map(({ id }, index) => ({ id, rank: index + 1, ...(served.get(id) ?? { window: null }) }));
}
