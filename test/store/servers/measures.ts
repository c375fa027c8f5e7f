import type { Store } from "giliran";
import { conformanceTests, kindTests, type OpenStore } from "giliran/testing";
import { day, deskFor, holdOf } from "../five-places.js";
import { processes, raceProcesses } from "../race-processes.js";

export async function isolates(open: OpenStore): Promise<string> {
  const tests = [...kindTests, ...conformanceTests].filter(({ needs }) => needs === "connections");
  for (const { run } of tests) await run(open, 1);
  return `${tests.length} of ${tests.length} tests`;
}

/** How many of forty callers in eight processes have got one of five places. */
export async function racesOver(script: URL, ...where: readonly string[]): Promise<string> {
  const { held } = await raceProcesses({ script, where });
  return `${processes} processes, ${held} of 5`;
}

/** How often a store calls its server for so many holds that are decided together. */
export async function countCalls(store: Store, calls: () => number, holds: number): Promise<string> {
  const desk = deskFor(store);
  await desk.hold(holdOf("first")); // makes what is made once
  const before = calls();
  await Promise.all(Array.from({ length: holds }, (_, caller) => desk.hold(holdOf(`${caller}`))));
  return `${calls() - before}`;
}

/** Of five holds that were acknowledged when the server is killed in the next moment, as a new process sees it. */
export async function countLost(open: () => Store, killAndStart: () => Promise<void>): Promise<string> {
  const desk = deskFor(open());
  for (let caller = 0; caller < 5; caller++) await desk.hold(holdOf(`${caller}`));
  await killAndStart();
  return `${5 - (await findAll(open())).length} of 5`;
}

/** A connection that was cut while it was idle is noticed by the first call. */
async function findAll(store: Store) {
  const find = () => deskFor(store).find(day);
  return find().catch(find);
}
