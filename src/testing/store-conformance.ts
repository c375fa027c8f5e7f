import { bookingRecords } from "./conformance/booking-records.js";
import { clocks } from "./conformance/clocks.js";
import type { ConformanceTest } from "./conformance/conformance-test.js";
import { isolation } from "./conformance/isolation.js";
import { slowClients } from "./conformance/slow-clients.js";
import { wholeDesks } from "./conformance/whole-desks.js";
import type { OpenStore } from "./open-store.js";
import { type ConformanceSettings, runTests } from "./run-tests.js";

/** All that makes a store one. */
export const conformanceTests: readonly ConformanceTest[] = [
  ...bookingRecords,
  ...isolation,
  ...clocks,
  ...slowClients,
  ...wholeDesks,
];

/**
 * Holds the store that `open` makes, empty each time, to all that a desk builds on: the rules C1 to C9 among it.
 * @example
 * import { describe, it } from "vitest";
 * storeConformance("my store", openStore, { describe, it });
 */
export function storeConformance(name: string, open: OpenStore, settings: ConformanceSettings): void {
  runTests(`${name} as a store`, conformanceTests, open, settings);
}
