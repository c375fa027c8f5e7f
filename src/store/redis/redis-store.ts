import { InvalidConfigError, StoreError } from "../../errors.js";
import { checkMethods, checkSettings } from "../../input/check-settings.js";
import { found } from "../../input/found.js";
import { anObject } from "../../input/shape.js";
import { homeKind, type Kind, keyOf, nameOf } from "../kind.js";
import {
  type Decision,
  isEmpty,
  joinScopes,
  type Records,
  recordsOf,
  type Scope,
  type Want,
} from "../scope.js";
import { checkWidenings, type Decide, type Page, type Query, type Store } from "../store.js";
import { saveArguments, standsAlone } from "./changes.js";
import { createRedisConnection, type IoRedisClient, type NodeRedisClient } from "./connection.js";
import { findMembers } from "./find-members.js";
import { agesSet, fieldOf, fieldPrefix, keyOfField, keyOfMember, versionField } from "./names.js";
import * as scripts from "./scripts.js";
import { askFor, readSeen, type Seen } from "./seen.js";
import { readRecord } from "./values.js";

export type { IoRedisClient, NodeRedisClient } from "./connection.js";

export interface RedisSettings {
  /** A connected client of `redis` or `ioredis`; the caller closes it. */
  readonly client: NodeRedisClient | IoRedisClient;
  /** How the keys begin, another for each desk on a server; default `giliran`. */
  readonly prefix?: string;
}

/** Of how fields and sets are laid out; another one for every change that an older giliran would misread. */
const dataVersion = "1";
/** After this many tries something else is wrong than that others are faster. */
const mostTries = 100;
const mostWaits = 5000;

/**
 * Keeps everything in Redis 7 or Valkey 8, for any number of processes: one primary with replicas, no Cluster. What
 * a crash of the server can cost is what its `appendfsync` says; nothing at all takes `always`.
 */
export function redisStore(settings: RedisSettings): Store {
  checkSettings(settings, { client: anObject, prefix: ["string"] });
  const { client, prefix = "giliran" } = settings;
  const method = "call" in client ? "call" : "sendCommand";
  checkMethods("client", client, [method], "a client of redis (createClient()) or ioredis (new Redis())");
  if (!/^[\w:.-]+$/.test(prefix))
    throw new InvalidConfigError("prefix", `expected letters, digits and : . _ -, found ${found(prefix)}`);
  // The braces keep all keys together wherever somebody shards them.
  const key = `{${prefix}}`;
  const connection = createRedisConnection(client, key);
  const { command, script } = connection;
  const name = crypto.randomUUID();
  let transactions = 0;

  const checked = new Map<string, Promise<void>>();

  /** Before the first use of a family, so that nothing is read or written in a layout that is not known here. */
  async function ready(kinds: readonly Kind[]): Promise<void> {
    const fields = new Set(kinds.flatMap((kind) => [kind, homeKind(kind) ?? kind]).map(versionField));
    await Promise.all([...fields].map((field) => checked.get(field) ?? check(field)));
  }

  function check(field: string): Promise<void> {
    const checking = checkVersion(field);
    checked.set(field, checking);
    checking.catch(() => checked.delete(field)); // the next call may find the server up
    return checking;
  }

  async function checkVersion(field: string): Promise<void> {
    const version = String(await script(scripts.version, field, dataVersion));
    if (version !== dataVersion)
      throw new StoreError(
        `Redis has data of version ${version} under ${key}, this giliran knows ${dataVersion}; use the giliran that made them, or another prefix.`,
        { retryable: false },
      );
  }

  async function loadSeen(scope: Scope): Promise<Seen> {
    await ready(scope.wants.map(({ lookUp }) => lookUp.kind));
    const question = askFor(scope);
    return readSeen(question, await script(scripts.load, ...question.words));
  }

  /** What is erased by age and was not loaded, where more than the record itself must go with it. */
  async function wantAged({ erase = [] }: Decision<unknown>, { records }: Seen): Promise<readonly Want[]> {
    const wants = erase.map(async ({ kind, before }): Promise<Want> => {
      if (before === undefined || standsAlone(kind)) return { lookUp: kind.byKey, values: [] };
      const set = `${key}:${agesSet(kind)}`;
      const fields = (await command("ZRANGEBYSCORE", set, "-inf", `(${before}`)) as readonly string[]; // decoded
      const loaded = new Set(recordsOf(records, kind).map((record) => fieldOf(kind, keyOf(kind, record))));
      return {
        lookUp: kind.byKey,
        values: fields.filter((field) => !loaded.has(field)).map((field) => keyOfField(kind, field)),
      };
    });
    return (await Promise.all(wants)).filter(({ values }) => values.length > 0);
  }

  /**
   * Until it is my turn in the line of a home. Who is further back asks less often. Lines are stood in by the order of
   * their names, and a later one is left for an earlier one, or two could each be first where the other waits.
   */
  async function standInLine(me: string, field: string, lines: Set<string>): Promise<void> {
    await leaveLines(
      me,
      [...lines].filter((line) => line > field),
    );
    for (const line of lines) if (line > field) lines.delete(line);
    lines.add(field);
    for (let waits = 0; waits < mostWaits; waits++) {
      const before = Number(await script(scripts.wait, me, field));
      if (before === 0) return;
      await pause(before);
    }
    throw new StoreError("Redis: the line of a home did not move; ask again.", { retryable: true });
  }

  async function leaveLines(me: string, lines: readonly string[]): Promise<void> {
    await Promise.all(lines.map((field) => command("LREM", `${key}:line:${field}`, "1", me)));
  }

  return {
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      const me = `${name} ${transactions++}`;
      const lines = new Set<string>();
      let wide = joinScopes([scope]);
      let widenings = 0;
      try {
        for (let tries = 1; tries <= mostTries; tries++) {
          const seen = await loadSeen(wide);
          const decision = decide(seen.records, wide);
          if ("widen" in decision) {
            checkWidenings(++widenings);
            wide = joinScopes([wide, decision.widen]);
            continue;
          }
          // Refusals alone were true of the one moment in which they were decided.
          if (isEmpty(decision)) return decision.result;
          await ready([...decision.save, ...(decision.erase ?? [])].map(({ kind }) => kind));
          const aged = await wantAged(decision, seen);
          if (aged.length > 0) {
            wide = joinScopes([wide, { ...wide, wants: aged }]);
            continue;
          }
          const late = await script(scripts.save, ...saveArguments(me, seen, decision));
          if (late === null) {
            leftBySaving(lines, seen);
            return decision.result;
          }
          const field = String(late);
          if (seen.homes.has(field)) await standInLine(me, field, lines);
          else await pause(Math.random() * tries);
        }
        throw new StoreError("Redis: others were faster every time; ask again.", { retryable: true });
      } finally {
        await leaveLines(me, [...lines]);
      }
    },
    async read(scope: Scope): Promise<Records> {
      return (await loadSeen(joinScopes([scope]))).records;
    },
    async find<R extends object>(query: Query<R>): Promise<Page<R>> {
      const { kind } = query.lookUp;
      await ready([kind]);
      const { limit, after = "" } = query;
      const members = new Map<string, string>();
      for (const member of await findMembers(connection, key, query))
        members.set(nameOf(keyOfMember(kind, member)), member);
      const keys = [...members.keys()].filter((one) => one > after).sort();
      const page = keys.slice(0, limit);
      if (page.length === 0) return { records: [] };
      const fields = page.map((one) => `${fieldPrefix(kind)}${members.get(one)}`);
      const values = (await command("HMGET", key, ...fields)) as readonly (string | null)[]; // decoded
      const records = values.flatMap((value) => (value && readRecord(kind, value)) || []) as R[]; // of that kind
      const next = keys.length > limit ? page.at(-1) : undefined;
      return { records, ...(next !== undefined && { next }) };
    },
  };
}

/** Saving leaves the lines of the homes that it is about, which need not be those of an earlier try. */
function leftBySaving(lines: Set<string>, { homes }: Seen): void {
  for (const field of homes.keys()) lines.delete(field);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
