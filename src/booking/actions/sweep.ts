import type { Task } from "../action.js";
import { needDays } from "../needs.js";
import type { DayKey } from "../records.js";

interface Sweep {
  readonly days: readonly DayKey[];
}

/** Whatever is due on these days is settled, as before every decision. */
export const sweep: Task<Sweep, undefined> = {
  name: "sweep",
  needs: ({ days }) => [needDays(days)],
  decide: () => undefined, // all of it was done before anything is decided
};
