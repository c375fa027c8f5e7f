import { type Allotted, createServing } from "./allotment.js";
import type { DrawBundle } from "./bundle.js";
import type { DrawCapacity } from "./entry.js";

/**
 * Who gets places that came back: those who drew nothing, in the order of their ranks, each by the wishes of the entry.
 * @param bundle The draw that they lost.
 * @param free What came back, by window and pool.
 * @param gone Ids of those who don't wait any more: they withdrew, or have moved up before.
 * @example
 * const [next] = substitutes(bundle, { "0900": { open: 1 } });
 */
export function substitutes(
  { announcement, list, result }: Pick<DrawBundle, "announcement" | "list" | "result">,
  free: DrawCapacity,
  gone: ReadonlySet<string> = new Set(),
): readonly Allotted[] {
  const serve = createServing(free, announcement.rules);
  const entries = new Map(list.map((entry) => [entry.id, entry]));
  return result.flatMap(({ id, rank, window }) => {
    const entry = window === null && !gone.has(id) ? entries.get(id) : undefined;
    const place = entry && serve(entry);
    return place === undefined || place.window === null ? [] : [{ id, rank, ...place }];
  });
}
