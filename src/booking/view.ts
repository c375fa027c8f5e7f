import type { Records, TimedScope } from "../store/scope.js";
import { type DeskRules, type Grounds, openGrounds } from "./grounds.js";
import { settleDue } from "./rules/due.js";
import { serveWaiters } from "./rules/waiting.js";

/**
 * The records as a decision would find them now, for those who only look. A place whose time to cool is not drawn
 * yet is shown as cooling for as long as it may.
 */
export function openView(records: Records, scope: TimedScope, rules: DeskRules): Grounds {
  const longest = () => 1;
  const on = openGrounds(records, scope, rules, longest);
  settleDue(on);
  for (const day of on.asked.due) serveWaiters(on, day);
  return on;
}
