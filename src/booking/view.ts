import { type Batch, openBatch } from "./batch.js";
import type { DecideContext } from "./decide-context.js";
import { settleDue } from "./lapse.js";
import type { Records, Scope } from "./records.js";
import { serveWaiters } from "./serve-waiters.js";

/**
 * The records as a decision would find them now, for those who only look. A place whose time to cool is not drawn
 * yet is shown as cooling for as long as it may.
 */
export function openView(
  records: Records,
  scope: Scope,
  context: Pick<DecideContext, "calendars" | "policy">,
): Batch {
  const longest = () => 1;
  const batch = openBatch(records, scope, Infinity, longest);
  settleDue(batch, context);
  for (const day of scope.days) serveWaiters(batch, context, day, scope.waiters);
  return batch;
}
