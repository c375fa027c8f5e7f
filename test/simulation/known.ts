import type { Mirror } from "./mirror.js";
import type { TownOffice } from "./town.js";
import type { Verdict } from "./verdict.js";

/** What the checks of a simulation know of it. */
export interface Known {
  readonly mirror: Mirror;
  readonly offices: readonly TownOffice[];
  readonly verdict: Verdict;
  /** Whether somebody ever asked that the booking of a code be cancelled. */
  readonly wasCancelled: (code: string) => boolean;
}

export function officeOf({ offices }: Pick<Known, "offices">, officeId: string): TownOffice {
  const office = offices.find(({ id }) => id === officeId);
  if (office === undefined) throw new Error(`No office has the id ${officeId}.`);
  return office;
}
