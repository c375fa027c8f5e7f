import { fileURLToPath } from "node:url";
import { bundleProgram, runProcess } from "./run-process.js";

/** The processes of a race, each of which has five callers. */
export const processes = 8;

export interface ProcessRace {
  /** The program that each process is. */
  readonly script: URL;
  /** What runs it; default this Node. */
  readonly runtime?: string;
  /** What it is told of the store; its name comes last. */
  readonly where: readonly string[];
  /** Makes the names of the requests; by default each process has its own. */
  readonly nameOf?: (index: number) => string;
}

export interface ToldInRace {
  readonly lines: readonly string[];
  readonly held: number;
  readonly full: number;
}

/** What eight processes are told that come at once for the five places of `deskFor`. */
export async function raceProcesses({
  script,
  runtime = process.execPath,
  where,
  nameOf = String,
}: ProcessRace): Promise<ToldInRace> {
  const program = await bundleProgram(fileURLToPath(script));
  const running = Array.from({ length: processes }, (_, index) =>
    runProcess(runtime, program, ...where, nameOf(index)),
  );
  const lines = (await Promise.all(running)).flat();
  const count = (kind: string) => lines.filter((line) => line === kind).length;
  return { lines, held: count("held"), full: count("day-full") };
}
