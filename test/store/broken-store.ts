import { expect } from "vitest";
import type { OpenStore } from "../../src/testing/open-store.js";
import { conformanceTests, kindTests } from "../../src/testing/store-conformance.js";

/** A store with one fault. */
export interface BrokenStore {
  readonly why: string;
  /** How the title of the one test begins that has to find it. */
  readonly caughtBy: string;
}

/** A store that sends another text in place of one to its database. */
export interface BrokenCalls extends BrokenStore {
  readonly from: string;
  readonly to: string;
}

export async function expectCaught({ caughtBy }: BrokenStore, open: OpenStore): Promise<void> {
  const [test, ...others] = [...kindTests, ...conformanceTests].filter(({ title }) =>
    title.startsWith(caughtBy),
  );
  expect(others).toEqual([]);
  await expect(test?.run(open, 2)).rejects.toThrow(/expected|Property failed/);
}
