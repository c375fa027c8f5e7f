import { fileURLToPath } from "node:url";
import { day } from "../five-places.js";
import { openDatabase, temporaryFile } from "../open-database.js";
import { bundleProgram, runProcessBy } from "../run-process.js";
import { deskOn } from "../sqlite-desk.js";
import type { Driver } from "./drivers.js";

const script = fileURLToPath(new URL("hold-many.ts", import.meta.url));

/**
 * Eight processes that open a new file together, each of which has five callers for its five places: what they are
 * told, and what is there afterwards. `nameOf` names a process, and so its requests.
 */
export async function raceProcesses(
  { program, module }: Driver,
  nameOf: (index: number) => string,
): Promise<{ readonly held: number; readonly full: number; readonly kept: number }> {
  const file = temporaryFile();
  const bundled = await bundleProgram(script);
  const processes = Array.from({ length: 8 }, (_, index) =>
    runProcessBy(program, bundled, module, file, nameOf(index)),
  );
  const lines = (await Promise.all(processes)).flat();
  const { length: kept } = await deskOn(openDatabase(file)).find(day);
  const count = (kind: string) => lines.filter((line) => line === kind).length;
  return { held: count("held"), full: count("day-full"), kept };
}
