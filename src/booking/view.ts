import type { Records, TimedScope } from "../store/scope.js";
import { createGrounds, type DeskRules, type Grounds } from "./grounds.js";
import { settleDue } from "./rules/due.js";
import { serveWaiters } from "./rules/waiting.js";

/**
 * The records as a decision would find them now, for those who only look. A place whose time to cool is not drawn
 * yet is shown as cooling for as long as it may.
 */
export function createView(records: Records, scope: TimedScope, rules: DeskRules): Grounds {
  const longest = () => 1;
  const on = createGrounds(records, scope, rules, longest);
  settleDue(on);
  for (const day of on.asked.due) serveWaiters(on, day);
  return on;
}
