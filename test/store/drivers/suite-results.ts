import { fileURLToPath } from "node:url";
import { bundleProgram, runProcess } from "../run-process.js";
import type { Driver } from "./drivers.js";

export interface SuiteResult {
  readonly title: string;
  /** `passed`, `skipped`, or the error. */
  readonly outcome: string;
}

const script = fileURLToPath(new URL("check-driver.ts", import.meta.url));

/** What the suite says of the store on a driver, in a process of the driver's own runtime. */
export async function listSuiteResults(
  { program, module }: Driver,
  numRuns: number,
): Promise<readonly SuiteResult[]> {
  const lines = await runProcess(program, await bundleProgram(script), module, `${numRuns}`);
  return lines.map((line) => JSON.parse(line) as SuiteResult); // decoded
}
