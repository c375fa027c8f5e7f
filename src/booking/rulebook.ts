import { type Actions, actions, type Tasks, tasks } from "./actions/actions.js";
import { createGrounds } from "./grounds.js";
import { settleDue } from "./rules/due.js";
import { serveWaiters } from "./rules/waiting.js";

/** All that a desk decides by. A desk of another rulebook, with an entry replaced, decides otherwise. */
export interface Rulebook {
  readonly actions: Actions;
  readonly tasks: Tasks;
  readonly createGrounds: typeof createGrounds;
  readonly settleDue: typeof settleDue;
  readonly serveWaiters: typeof serveWaiters;
}

export const rulebook: Rulebook = { actions, tasks, createGrounds, settleDue, serveWaiters };
