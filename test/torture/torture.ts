// Breaks processes, connections, servers and clocks under callers, and looks whether a rule broke:
// npm run torture -- --store sqlite|postgres|pgbouncer|mariadb|redis --rounds 100 --seed 1
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createLot } from "../simulation/lot.js";
import { bundle } from "../store/bundle.js";
import { type ArenaName, arenas } from "./arenas.js";
import { playRound } from "./round.js";

export interface Torture {
  readonly store: ArenaName;
  readonly rounds: number;
  /** The seed of the first round, the next one's is the next number. */
  readonly seed: number;
  readonly print: (line: string) => void;
}

/** How many violations there were. */
export async function torture({ store, rounds, seed, print }: Torture): Promise<number> {
  const program = await bundle(fileURLToPath(new URL("worker.ts", import.meta.url)));
  const arena = await arenas[store]();
  const faults = new Map<string, number>();
  let [told, violations] = [0, 0];
  try {
    for (let round = 0; round < rounds; round++) {
      const ring = await arena.open(round);
      const result = await playRound(program, ring, arena.faults, createLot(seed + round));
      await ring.close();
      told += result.told;
      violations += result.violations.length;
      for (const [name, count] of result.faults) faults.set(name, (faults.get(name) ?? 0) + count);
      for (const violation of result.violations) print(`  seed ${seed + round}: ${violation}`);
    }
  } finally {
    await arena.close();
    await rm(program, { force: true });
  }
  const all = [...faults].sort().map(([name, count]) => `${name} ${count}`);
  print(`${store}: ${rounds} rounds from seed ${seed}, ${told} answers, ${violations} violations`);
  print(`  faults: ${all.join(", ")}`);
  return violations;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      store: { type: "string", default: "sqlite" },
      rounds: { type: "string", default: "10" },
      seed: { type: "string", default: "1" },
    },
  });
  const { store } = values;
  if (!(store in arenas))
    throw new RangeError(`--store: expected one of ${Object.keys(arenas).join(", ")}, found ${store}`);
  const violations = await torture({
    store: store as ArenaName, // looked up
    rounds: Number(values.rounds),
    seed: Number(values.seed),
    print: console.log,
  });
  if (violations > 0) process.exitCode = 1;
}
