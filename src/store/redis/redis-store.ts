import { InvalidConfigError, StoreError } from "../../errors.js";
import { checkSettings } from "../../input/check-settings.js";
import { found } from "../../input/found.js";
import { anObject } from "../../input/shape.js";
import { checkUnique } from "../check-unique.js";
import { isEmpty, joinScopes, type Loaded, type Scope } from "../scope.js";
import { checkWidenings, type Decide, type Page, type Query, type Store } from "../store.js";
import { saveArguments } from "./changes.js";
import { checkClient } from "./check-client.js";
import { createRedisConnection, type IoRedisClient, type NodeRedisClient } from "./connection.js";
import { findPage } from "./find-page.js";
import { createKnownData } from "./known-data.js";
import { createLines } from "./lines.js";
import { save } from "./save-script.js";
import { load } from "./scripts.js";
import { askFor, readSeen, type SeenFields } from "./seen.js";
import { wantAged } from "./want-aged.js";

export type { IoRedisClient, NodeRedisClient } from "./connection.js";

export interface RedisSettings {
  /** A connected client of `redis` or `ioredis`; the caller closes it. */
  readonly client: NodeRedisClient | IoRedisClient;
  /** How the keys begin, another for each desk on a server; default `giliran`. */
  readonly prefix?: string;
  /** What field `g` of the hash must say; without it a new process accepts an empty database. */
  readonly generation?: string;
  /**
   * Is told at the first call what a crash of the server would cost, and where there were no data and new ones were begun;
   * default `console.warn`.
   */
  readonly warn?: (message: string) => void;
}

/** After this many tries something else is wrong than that others are faster. */
const mostTries = 100;

/**
 * Keeps everything in Redis 7 or Valkey 8, for any number of processes: one primary with replicas, no Cluster. What
 * a crash of the server can cost is what its `appendfsync` says; nothing at all takes `always`.
 * @example
 * import { createClient } from "redis";
 * const client = await createClient().connect();
 * const store = redisStore({ client });
 */
export function redisStore(settings: RedisSettings): Store {
  checkSettings(settings, {
    client: anObject,
    prefix: ["string"],
    generation: ["string"],
    warn: ["function"],
  });
  const { client, prefix = "giliran", generation, warn = console.warn } = settings;
  checkClient(client);
  if (!/^[\w:.-]+$/.test(prefix))
    throw new InvalidConfigError("prefix", `expected letters, digits and : . _ -, found ${found(prefix)}`);
  // The braces keep all keys together wherever somebody shards them.
  const key = `{${prefix}}`;
  const connection = createRedisConnection(client, key);
  const name = crypto.randomUUID();
  const known = createKnownData(connection, { key, name, generation, warn });
  let transactions = 0;

  async function loadSeen(scope: Scope): Promise<SeenFields> {
    await known.open(scope.wants.map(({ lookUp }) => lookUp.kind));
    const question = askFor(scope);
    const reply = await known.script(load, ...question.words);
    const [saves, writer, ...found] = reply as readonly unknown[]; // decoded
    known.saw(saves, writer);
    const seen = readSeen(question, found);
    return { ...seen, now: scope.now ?? seen.now };
  }

  return {
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      const me = `${name} ${transactions++}`;
      const lines = createLines(connection, key, me);
      let wide = scope;
      let widenings = 0;
      try {
        for (let tries = 1; tries <= mostTries; tries++) {
          const seen = await loadSeen(wide);
          const decision = decide(seen.records, { ...wide, now: seen.now });
          if ("widen" in decision) {
            checkWidenings(++widenings);
            wide = joinScopes([wide, decision.widen]);
            continue;
          }
          // Refusals alone were true of the one moment in which they were decided.
          if (isEmpty(decision)) return decision.result;
          checkUnique(decision, seen.records);
          await known.open([...decision.save, ...(decision.erase ?? [])].map(({ kind }) => kind));
          const wants = await wantAged(known, decision, seen.records);
          if (wants.length > 0) {
            wide = joinScopes([wide, { wants }]);
            continue;
          }
          const reply = await known.script(save, ...saveArguments(me, seen, decision));
          const [late, saves] = reply as readonly unknown[]; // decoded
          if (late === null) {
            known.saved(saves);
            lines.leftBySaving(seen.homes.keys());
            return decision.result;
          }
          widenings = 0;
          await lines.waitFor(String(late), seen.homes, tries);
        }
        throw new StoreError("Redis: others were faster every time; ask again.", { retryable: true });
      } finally {
        await lines.leaveAll();
      }
    },
    async read(scope: Scope): Promise<Loaded> {
      const { now, records } = await loadSeen(scope);
      return { now, records };
    },
    async find<R extends object>(query: Query<R>): Promise<Page<R>> {
      await known.open([query.lookUp.kind]);
      return findPage(known, query);
    },
  };
}
