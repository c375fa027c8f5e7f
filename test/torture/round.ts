import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { Lot } from "../simulation/lot.js";
import { deskFor, monday } from "../store/five-places.js";
import type { Ring } from "./arenas.js";
import { findViolations, places, type Told } from "./verdict.js";

export interface RoundResult {
  /** How often each fault happened. */
  readonly faults: ReadonlyMap<string, number>;
  readonly told: number;
  readonly violations: readonly string[];
}

/** How a clock may be wrong, in milliseconds; most are right. Only by the last one a hold of this round is over. */
const wrongClocks = [-300_000, 300_000, 1_200_000, 31_536_000_000] as const;
const longestMs = 180_000;
const workers = 8;

/** Eight processes want five places while one fault after the other happens to them and their database. */
export async function playRound(
  program: string,
  ring: Ring,
  databaseFaults: Readonly<Record<string, () => Promise<void>>>,
  lot: Lot,
): Promise<RoundResult> {
  const told: Told[] = [];
  const violations: string[] = [];
  const faults = new Map<string, number>();
  const running = new Map<number, ChildProcess>();

  function start(worker: number, ahead: number): void {
    const child = spawn(process.execPath, [program, ...ring.where, `${worker}`, `${ahead}`], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.set(worker, child);
    let said = "";
    child.stderr.on("data", (text) => {
      said = `${said}${text}`.slice(-2000);
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.endsWith("}")) told.push(JSON.parse(line) as Told); // as the worker wrote it; a killed one may stop in a line
    });
    child.on("close", (code, signal) => {
      if (signal === "SIGKILL") return start(worker, 0);
      running.delete(worker);
      if (code !== 0) violations.push(`a process died: ${said}`);
    });
  }

  const processFaults: Readonly<Record<string, () => Promise<void>>> = {
    "a process killed": async () => void lot.pickAny([...running.values()])?.kill("SIGKILL"),
    "a process paused": async () => {
      const child = lot.pickAny([...running.values()]);
      child?.kill("SIGSTOP");
      await pause(100 + lot.below(400));
      child?.kill("SIGCONT");
    },
  };

  function note(fault: string): void {
    faults.set(fault, (faults.get(fault) ?? 0) + 1);
  }

  for (let worker = 0; worker < workers; worker++) {
    const ahead = lot.happens(0.25) ? lot.pick(wrongClocks) : 0;
    if (ahead !== 0) note("a wrong clock");
    start(worker, ahead);
  }
  const until = Date.now() + longestMs;
  const all = Object.entries({ ...processFaults, ...databaseFaults });
  for (let count = 0; running.size > 0 && Date.now() < until; count++) {
    await pause(100 + lot.below(300));
    const [name, happen] = lot.pickAny(all) ?? [];
    if (name === undefined || happen === undefined || count >= 6) continue; // then they are left in peace
    await happen();
    note(name);
  }
  if (running.size > 0) violations.push(`${running.size} processes are not done after ${longestMs} ms`);
  await Promise.all(
    [...running.values()].map(async (child) => {
      child.removeAllListeners("close");
      const closed = once(child, "close");
      child.kill("SIGKILL");
      await closed;
    }),
  );
  const desk = deskFor(ring.store, places, () => monday + longestMs);
  return { faults, told: told.length, violations: [...violations, ...(await findViolations(told, desk))] };
}
