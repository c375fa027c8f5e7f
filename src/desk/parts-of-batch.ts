import { StoreError } from "../errors.js";

/**
 * The parts in which lanes are tried again after an error that may be of some of them only, in their order; `undefined`
 * where it is told to all. What the store refused is one request's, which fails alone; what asking again can't help may
 * be one office's. Everything else was the store's, and was nobody's fault.
 */
export function partsOf<Entry>(
  lanes: readonly (readonly Entry[])[],
  error: unknown,
): readonly (readonly (readonly Entry[])[])[] | undefined {
  const isStoreError = error instanceof StoreError;
  const isOfRecords = isStoreError && error.recordsRefused;
  if (lanes.length > 1) return isOfRecords || !(isStoreError && error.retryable) ? halves(lanes) : undefined;
  const [lane = []] = lanes;
  return isOfRecords && lane.length > 1 ? halves(lane).map((half) => [half]) : undefined;
}

function halves<T>(list: readonly T[]): readonly [readonly T[], readonly T[]] {
  const half = Math.ceil(list.length / 2);
  return [list.slice(0, half), list.slice(half)];
}
