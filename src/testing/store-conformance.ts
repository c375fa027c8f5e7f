import { clocks, ownTime } from "./conformance/clocks.js";
import type { ConformanceTest, Need } from "./conformance/conformance-test.js";
import { constrainingBookings } from "./conformance/constraining-bookings.js";
import { constrainingKinds } from "./conformance/constraining-kinds.js";
import { erasingKinds } from "./conformance/erasing-kinds.js";
import { findingKinds } from "./conformance/finding-kinds.js";
import { isolatingHomes } from "./conformance/isolating-homes.js";
import { isolatingLists } from "./conformance/isolating-lists.js";
import { isolatingRecords } from "./conformance/isolating-records.js";
import { isolation } from "./conformance/isolation.js";
import { keepingKinds } from "./conformance/keeping-kinds.js";
import { openingKinds } from "./conformance/opening-kinds.js";
import { pagingKinds } from "./conformance/paging-kinds.js";
import { secrets } from "./conformance/secrets.js";
import { slowClients } from "./conformance/slow-clients.js";
import { wholeDesks } from "./conformance/whole-desks.js";
import type { OpenStore } from "./open-store.js";

/** The two functions of a test runner that are needed; vitest, jest, mocha, bun:test and node:test have them. */
export interface TestRunner {
  /** Puts tests under a common name. */
  describe(name: string, define: () => void): unknown;
  /** One test. */
  it: {
    (name: string, run: () => Promise<void>, timeoutMs?: number): unknown;
    skip(name: string, run: () => Promise<void>): unknown;
  };
}

export interface ConformanceSettings extends TestRunner {
  /** Why the store lacks something; the tests that need it are skipped with this reason in their names. */
  readonly without?: Readonly<Partial<Record<Need, string>>>;
  /** How many cases of each property are tried; default 20. */
  readonly numRuns?: number;
}

const timeoutMs = 120_000;

/** All that the description of a kind promises. */
export const kindTests: readonly ConformanceTest[] = [
  ...keepingKinds,
  ...constrainingKinds,
  ...findingKinds,
  ...ownTime,
  ...pagingKinds,
  ...erasingKinds,
  ...isolatingHomes,
  ...isolatingLists,
  ...isolatingRecords,
  ...openingKinds,
];

/** What a desk needs besides. */
export const conformanceTests: readonly ConformanceTest[] = [
  ...constrainingBookings,
  ...isolation,
  ...clocks,
  ...secrets,
  ...slowClients,
  ...wholeDesks,
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

/**
 * Holds the store that `open` makes, empty each time, to all that a desk builds on: the rules C1 to C9 among it.
 * @example
 * import { describe, it } from "vitest";
 * storeConformance("my store", openStore, { describe, it });
 */
export function storeConformance(name: string, open: OpenStore, settings: ConformanceSettings): void {
  runTests(`${name} as a store`, conformanceTests, open, settings);
}

/** Gives each test to the runner. */
function runTests(
  name: string,
  tests: readonly ConformanceTest[],
  open: OpenStore,
  { describe, it, without, numRuns = 20 }: ConformanceSettings,
): void {
  describe(name, () => {
    for (const { title, needs, run } of tests) {
      const test = () => run(open, numRuns);
      const why = needs && without?.[needs];
      if (why !== undefined) it.skip(`${title} (skipped: ${why})`, test);
      else it(title, test, timeoutMs);
    }
  });
}
