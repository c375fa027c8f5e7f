import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { quantile } from "../stores/sides.js";
import type { Done, Work } from "./worker.js";

const program = fileURLToPath(new URL("worker.ts", import.meta.url));
const tsconfig = fileURLToPath(new URL("../tsconfig.json", import.meta.url));

/** Where processes keep what they hold, as the worker is told. */
export interface Place {
  readonly kind: string;
  readonly where: string;
}

/** Some processes on one store, which stay as long as they are measured. */
export interface Processes {
  readonly count: number;
  readonly folder: string;
  readonly run: (work: Work) => Promise<Run>;
  readonly stop: () => void;
}

/** What they did together. */
export interface Run {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  readonly mean: number;
  /** Bookings a transaction, decisions a transaction beyond the first, and connections that were opened. */
  readonly batch: number;
  readonly retries: number;
  readonly logins: number;
  /** Microseconds a booking, of all processes. */
  readonly cpu: number;
  /** How long the slowest process took, in parts of what they took on average. */
  readonly slowest: number;
}

let names = 0;

/** On a place of their own in the store, with the library that is built in a folder. */
export async function startProcesses(place: Place, count: number, folder: string): Promise<Processes> {
  const name = `scale_${names++}`;
  const children: ChildProcess[] = [];
  // One after the other: the first makes the tables.
  for (let worker = 0; worker < count; worker++) {
    const child = fork(program, [place.kind, place.where, name, folder, `${worker}`], {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, TSX_TSCONFIG_PATH: tsconfig },
    });
    children.push(child);
    await answerOf(child);
  }
  return {
    count,
    folder,
    async run({ load, calls, callers }) {
      const share = { load, calls: Math.ceil(calls / count), callers: Math.ceil(callers / count) };
      const started = performance.now();
      const done = await Promise.all(
        children.map((child) => {
          child.send(share);
          return answerOf(child) as Promise<Done>; // as the worker sends it
        }),
      );
      return runOf(done, performance.now() - started);
    },
    stop() {
      for (const child of children) child.disconnect();
    },
  };
}

/** @throws Error where the process ended instead. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const hearing = new AbortController();
  const { signal } = hearing;
  const ended = once(child, "exit", { signal }).then(([code]) => {
    throw new Error(`A process ended with ${code}.`);
  });
  try {
    const [answer] = await Promise.race([once(child, "message", { signal }), ended]);
    return answer;
  } finally {
    ended.catch(() => undefined);
    hearing.abort();
  }
}

function runOf(done: readonly Done[], elapsedMs: number): Run {
  const times = done.flatMap((one) => one.times);
  const sum = (of: (one: Done) => number) => done.reduce((all, one) => all + of(one), 0);
  const batches = sum((one) => one.batches);
  const mean = times.reduce((all, one) => all + one, 0) / times.length;
  return {
    perSecond: (times.length * 1000) / elapsedMs,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    longest: quantile(times, 1),
    mean,
    batch: times.length / batches,
    retries: sum((one) => one.decisions) / batches - 1,
    logins: sum((one) => one.logins),
    cpu: (sum((one) => one.cpuMs) * 1000) / times.length,
    slowest: (Math.max(...done.map((one) => one.elapsedMs)) * done.length) / sum((one) => one.elapsedMs),
  };
}

/** Runs a piece of work on all of them in turn, first once uncounted, and prints the medians beside the first. */
export async function compareProcesses(
  title: string,
  sides: readonly Processes[],
  work: Work,
  rounds = 3,
): Promise<void> {
  const runs = new Map<Processes, Run[]>(sides.map((side) => [side, []]));
  for (let round = 0; round <= rounds; round++)
    for (const side of sides) {
      const run = await side.run(work);
      if (round > 0) runs.get(side)?.push(run);
    }
  const median = (side: Processes | undefined, of: keyof Run) =>
    quantile(
      (side === undefined ? [] : (runs.get(side) ?? [])).map((run) => run[of]),
      0.5,
    );
  console.log(`\n${title}, ${work.callers} callers in all`);
  for (const side of sides) {
    const [first] = sides;
    const beside = (of: keyof Run) => (median(side, of) / median(first, of)).toFixed(2);
    const shown = (of: keyof Run, digits: number) => median(side, of).toFixed(digits);
    const name = `${side.count === 1 ? "one process" : `${side.count} processes`}${side.folder === "." ? "" : `, ${side.folder}`}`;
    console.log(
      [
        `  ${name.padEnd(14)}`,
        `${shown("perSecond", 0).padStart(6)}/s (${beside("perSecond")})`,
        `p50 ${shown("p50", 1)} ms, p99 ${shown("p99", 1)} ms (${beside("p99")}), longest ${(median(side, "longest") / median(side, "mean")).toFixed(1)} times the mean`,
        `batches of ${shown("batch", 1)}, ${shown("retries", 2)} retries each, ${shown("logins", 0)} logins`,
        `${shown("cpu", 0)} µs of processor a call`,
        `the slowest process took ${shown("slowest", 2)} of the average`,
      ].join("  "),
    );
  }
}
