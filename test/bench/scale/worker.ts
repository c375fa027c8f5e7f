// One process of a measurement: worker.ts <store> <where> <name> <folder of a build> <worker>. It opens a desk, says so,
// and does each piece of work that it is sent.
import type { Desk, Store } from "giliran";
import { Redis } from "ioredis";
import Database from "libsql";
import pg from "pg";
import { type Build, loadBuild } from "../pair/build.js";
import {
  createBenchDesk,
  dates,
  hold,
  hotDate,
  officeIds,
  type Place,
  placeOf,
} from "../stores/bench-desk.js";

/** What a process is to do: so many holds by so many callers, each with its next as soon as it is answered. */
export interface Work {
  readonly load: "hot" | "many";
  readonly calls: number;
  readonly callers: number;
}

/** What came of it. */
export interface Done {
  /** Milliseconds of each call. */
  readonly times: readonly number[];
  /** Transactions, how often they were decided, and connections that were opened. */
  readonly batches: number;
  readonly decisions: number;
  readonly logins: number;
  /** Milliseconds of the processor. */
  readonly cpuMs: number;
  readonly elapsedMs: number;
}

const [, , kind = "", where = "", name = "", folder = "", worker = "0"] = process.argv;
const counts = { batches: 0, decisions: 0, logins: 0 };
let next = Number(worker) * 10_000_000;

const stores: Record<string, (build: Build) => Store> = {
  memory: ({ memoryStore }) => memoryStore(),
  sqlite: ({ sqliteStore }) => sqliteStore({ database: new Database(where) }),
  postgres({ postgresStore }) {
    const pool = new pg.Pool({ connectionString: where, max: 10 });
    pool.on("connect", () => counts.logins++);
    return postgresStore({ pool, schema: name });
  },
  redis: ({ redisStore }) => redisStore({ client: new Redis(Number(where), "127.0.0.1"), prefix: name }),
};

/** The store, whose transactions and decisions are counted. */
function counted(store: Store): Store {
  return {
    ...store,
    transact(scope, decide) {
      counts.batches++;
      return store.transact(scope, (records, timed) => {
        counts.decisions++;
        return decide(records, timed);
      });
    },
  };
}

/** The day of the other loads may be full in some windows. */
function anyWindow({ officeId, date }: Place): Partial<Place> {
  return { officeId, date };
}

async function work(desk: Desk, { load, calls, callers }: Work): Promise<Done> {
  const before = { ...counts };
  const times: number[] = [];
  let left = calls;
  const cpu = process.cpuUsage();
  const started = performance.now();
  const caller = async () => {
    while (left-- > 0) {
      const call = next++;
      const asked = performance.now();
      const outcome = await hold(desk, call, load === "many" ? anyWindow(placeOf(call)) : {});
      if (outcome !== "held") throw new Error(`Expected a hold, got ${outcome}.`);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const elapsedMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return {
    times,
    batches: counts.batches - before.batches,
    decisions: counts.decisions - before.decisions,
    logins: counts.logins - before.logins,
    cpuMs: (user + system) / 1000,
    elapsedMs,
  };
}

const open = stores[kind];
if (open === undefined) throw new Error(`Expected one of ${Object.keys(stores)}, found "${kind}".`);
const build = await loadBuild(folder);
const desk = createBenchDesk(counted(open(build)), undefined, build);
await hold(desk, next++);
for (const officeId of officeIds) await desk.availability({ officeId, from: hotDate, days: dates.length });
process.on("message", async (given: Work) => process.send?.(await work(desk, given)));
process.on("disconnect", () => process.exit(0));
process.send?.("open");
