import type { ConformanceTest } from "./conformance/conformance-test.js";
import { constrainingKinds } from "./conformance/constraining-kinds.js";
import { erasingKinds } from "./conformance/erasing-kinds.js";
import { findingKinds } from "./conformance/finding-kinds.js";
import { isolatingHomes } from "./conformance/isolating-homes.js";
import { isolatingLists } from "./conformance/isolating-lists.js";
import { isolatingRecords } from "./conformance/isolating-records.js";
import { keepingKinds } from "./conformance/keeping-kinds.js";
import { openingKinds } from "./conformance/opening-kinds.js";
import { pagingKinds } from "./conformance/paging-kinds.js";
import type { OpenStore } from "./open-store.js";
import { type ConformanceSettings, runTests } from "./run-tests.js";

/** All that the description of a kind promises. */
export const kindTests: readonly ConformanceTest[] = [
  ...keepingKinds,
  ...constrainingKinds,
  ...findingKinds,
  ...pagingKinds,
  ...erasingKinds,
  ...isolatingHomes,
  ...isolatingLists,
  ...isolatingRecords,
  ...openingKinds,
];

/**
 * Holds the store that `open` makes, empty each time, to what descriptions of kinds promise, by kinds of the suite's
 * own: what passes keeps records of any kind.
 * @example
 * import { describe, it } from "vitest";
 * kindConformance("my store", openStore, { describe, it });
 */
export function kindConformance(name: string, open: OpenStore, settings: ConformanceSettings): void {
  runTests(`${name} as a store of any kind`, kindTests, open, settings);
}
