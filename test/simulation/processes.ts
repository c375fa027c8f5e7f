import type { Desk, Office, Store } from "giliran";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import type { Library } from "../../src/testing/world.js";
import type { Gate, Owner } from "./gate.js";
import type { Lot } from "./lot.js";

/** A process with a desk of its own, on a machine with a clock of its own. */
export interface Process extends Owner {
  readonly number: number;
  readonly desk: Desk;
  /** How far its clock is ahead, milliseconds. */
  skew: number;
}

export interface Processes {
  readonly all: () => readonly Process[];
  /** Ends one, whatever it had under way, and starts another in its stead. */
  readonly restart: (process: Process) => Promise<void>;
  /** Ends one with its machine; the last one stays. */
  readonly lose: (process: Process) => Promise<void>;
  /** New machines in the stead of those that were lost. */
  readonly replaceLost: () => void;
  /** Sets a machine's clock. */
  readonly moveClock: (process: Process) => void;
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
  /** Whether clocks may be further off than desks must agree on. */
  readonly wrongClocks: boolean;
}

/** Within what desks must agree on. */
const skews = [0, 0, 1, 700, 2000] as const;
const minute = 60_000;
const day = 24 * 60 * minute;
/** Minutes and a year ahead, hours and a day behind. */
const wrongSkews = [...skews, 5 * minute, 365 * day, -3 * 60 * minute, -day] as const;

export function startProcesses(settings: ProcessSettings): Processes {
  const { library, lot, gate, seed, secret, now, offices, stores, wrongClocks } = settings;
  let started = 0;

  const drawSkew = () => lot.pick<number>(wrongClocks ? wrongSkews : skews);

  function start(store: Store): Process {
    const number = started++;
    const owner = { isAlive: true, skew: drawSkew() };
    const desk = library.createDesk({
      offices: offices(),
      store: gate.storeOf(owner, store),
      secret,
      now: () => now() + owner.skew,
      ...(wrongClocks && { onWrongClock: () => undefined }),
      randomBytes: seededBytes(seed * 100_003 + number),
    });
    return Object.assign(owner, { number, desk });
  }

  const running = new Map(stores.map((store) => [store, start(store)]));
  const storeOf = (process: Process) => stores.find((store) => running.get(store) === process);

  return {
    all: () => [...running.values()],
    async restart(process) {
      const store = storeOf(process);
      await gate.drop(process);
      if (store !== undefined) running.set(store, start(store));
    },
    async lose(process) {
      const store = storeOf(process);
      if (running.size === 1 || store === undefined) return;
      running.delete(store);
      await gate.drop(process);
    },
    replaceLost() {
      for (const store of stores) if (!running.has(store)) running.set(store, start(store));
    },
    moveClock(process) {
      process.skew = drawSkew();
    },
  };
}
