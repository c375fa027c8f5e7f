import type { ConformanceTest, Need } from "../../src/testing/conformance/conformance-test.js";
import type { OpenStore } from "../../src/testing/open-store.js";

/** Which tests of a suite a store fails, each with what was wrong. */
export async function listFailures(
  tests: readonly ConformanceTest[],
  open: OpenStore,
  ...without: readonly Need[]
): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const { title, needs, run } of tests)
    if (needs === undefined || !without.includes(needs))
      await run(open, 2).catch((error: unknown) => failures.push(`${title}: ${error}`));
  return failures;
}
