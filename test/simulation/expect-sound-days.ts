import { expect } from "vitest";
import type { OpenStore } from "../../src/testing/open-store.js";
import { printReport } from "./report.js";
import { simulate } from "./simulation.js";

/** Each seed lives so many days: longer than the 8 of an answer and the few of a booking. */
export const daysOfSeed = 25;

/** Seeds from `from` on keep all rules; what one broke is printed, and `npm run simulate` plays it again. */
export async function expectSoundDays(
  open: OpenStore,
  {
    from,
    seeds,
    wrongClocks = false,
  }: { readonly from: number; readonly seeds: number; readonly wrongClocks?: boolean },
): Promise<void> {
  for (let seed = from; seed < from + seeds; seed++) {
    const report = await simulate({ seed, days: daysOfSeed, offices: 2, open, wrongClocks });
    expect(report.broken, printReport(report)).toBeUndefined();
  }
}
