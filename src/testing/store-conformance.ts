import { clocks } from "./conformance/clocks.js";
import type { ConformanceTest, Need } from "./conformance/conformance-test.js";
import { erasingRecords } from "./conformance/erasing-records.js";
import { findingRecords } from "./conformance/finding-records.js";
import { isolation } from "./conformance/isolation.js";
import { keepingRecords } from "./conformance/keeping-records.js";
import { rememberingSenders } from "./conformance/remembering-senders.js";
import { slowClients } from "./conformance/slow-clients.js";
import { wholeDesks } from "./conformance/whole-desks.js";
import type { OpenStore } from "./world.js";

/** The two functions of a test runner that are needed; vitest, jest, mocha, bun:test and node:test have them. */
export interface TestRunner {
  describe(name: string, define: () => void): unknown;
  it: {
    (name: string, run: () => Promise<void>, timeoutMs?: number): unknown;
    skip(name: string, run: () => Promise<void>): unknown;
  };
}

export interface ConformanceSettings extends TestRunner {
  /** Why the store has no connections, or no slow one; what needs some is skipped with this reason in its name. */
  readonly without?: Readonly<Partial<Record<Need, string>>>;
  /** How many cases of each property are tried; default 20. */
  readonly numRuns?: number;
}

/** All that makes a store one. */
export const conformanceTests: readonly ConformanceTest[] = [
  ...keepingRecords,
  ...findingRecords,
  ...erasingRecords,
  ...rememberingSenders,
  ...isolation,
  ...clocks,
  ...slowClients,
  ...wholeDesks,
];

const timeoutMs = 120_000;

/** Holds the store that `open` makes, empty each time, to all that a desk builds on: the rules C1 to C9 among it. */
export function storeConformance(name: string, open: OpenStore, settings: ConformanceSettings): void {
  const { describe, it, without, numRuns = 20 } = settings;
  describe(`${name} as a store`, () => {
    for (const { title, needs, run } of conformanceTests) {
      const test = () => run(open, numRuns);
      const why = needs && without?.[needs];
      if (why !== undefined) it.skip(`${title} (skipped: ${why})`, test);
      else it(title, test, timeoutMs);
    }
  });
}
