import type { ConformanceTest, Need } from "./conformance/conformance-test.js";
import type { OpenStore } from "./open-store.js";

/** The two functions of a test runner that are needed; vitest, jest, mocha, bun:test and node:test have them. */
export interface TestRunner {
  describe(name: string, define: () => void): unknown;
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

/** Gives each test to the runner. */
export function runTests(
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
