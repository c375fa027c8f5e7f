import type { Desk, Office, Store } from "giliran";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import type { Library } from "../../src/testing/world.js";
import type { Gate, Owner } from "./gate.js";
import type { Lot } from "./lot.js";

/** A process with a desk of its own, whose clock is a little ahead. */
export interface Process extends Owner {
  readonly number: number;
  readonly desk: Desk;
}

export interface Processes {
  readonly all: () => readonly Process[];
  /** Ends one, whatever it had under way, and starts another in its stead. */
  readonly restart: (process: Process) => Promise<void>;
}

interface ProcessSettings {
  readonly library: Library;
  readonly lot: Lot;
  readonly gate: Gate;
  readonly seed: number;
  readonly secret: string;
  readonly now: () => number;
  readonly offices: () => readonly Office[];
  /** One connection each. */
  readonly stores: readonly Store[];
}

/** Within what desks must agree on. */
const skews = [0, 0, 1, 700, 2000] as const;

export function startProcesses(settings: ProcessSettings): Processes {
  const { library, lot, gate, seed, secret, now, offices, stores } = settings;
  let started = 0;

  function start(store: Store): Process {
    const number = started++;
    const skew = lot.pick(skews);
    const owner = { isAlive: true };
    const desk = library.createDesk({
      offices: offices(),
      store: gate.storeOf(owner, store),
      secret,
      now: () => now() + skew,
      randomBytes: seededBytes(seed * 100_003 + number),
    });
    return Object.assign(owner, { number, desk });
  }

  const running = stores.map(start);
  return {
    all: () => running,
    async restart(process) {
      const index = running.indexOf(process);
      const store = stores[index];
      await gate.drop(process);
      if (store !== undefined) running[index] = start(store);
    },
  };
}
