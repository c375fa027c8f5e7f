import type { Need } from "../../src/testing/conformance/conformance-test.js";
import type { OpenStore } from "../../src/testing/open-store.js";
import { conformanceTests } from "../../src/testing/store-conformance.js";
import type { SourceChange } from "../rules/break-module.js";

/** The real store with one change, by which one test of the suite fails and no other. */
export interface BrokenStore extends SourceChange {
  readonly why: string;
  /** How the title of that test begins. */
  readonly caughtBy: string;
}

/** Which tests of the suite a store fails, each with what was wrong. */
export async function listFailures(open: OpenStore, ...without: readonly Need[]): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const { title, needs, run } of conformanceTests)
    if (needs === undefined || !without.includes(needs))
      await run(open, 2).catch((error: unknown) => failures.push(`${title}: ${error}`));
  return failures;
}
