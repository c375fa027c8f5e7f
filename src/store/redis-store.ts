import { isEmpty, joinScopes, type Records, type Scope } from "../booking/records.js";
import { InvalidConfigError, StoreError } from "../errors.js";
import { checkMethods, checkSettings } from "../input/check-settings.js";
import { found } from "../input/found.js";
import { anObject } from "../input/shape.js";
import {
  type BookingFilter,
  type BookingPage,
  type BookingQuery,
  type BookingStore,
  checkWidenings,
  type Decide,
} from "./booking-store.js";
import { saveArguments } from "./redis/changes.js";
import { createRedisConnection, type IoRedisClient, type NodeRedisClient } from "./redis/connection.js";
import {
  dayField,
  loadArguments,
  ownerField,
  readBooking,
  readOwner,
  readSeen,
  type Seen,
} from "./redis/fields.js";
import * as scripts from "./redis/scripts.js";

export type { IoRedisClient, NodeRedisClient } from "./redis/connection.js";

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
export function redisStore(settings: RedisSettings): BookingStore {
  checkSettings(settings, { client: anObject, prefix: ["string"] });
  const { client, prefix = "giliran" } = settings;
  const method = "call" in client ? "call" : "sendCommand";
  checkMethods("client", client, [method], "a client of redis (createClient()) or ioredis (new Redis())");
  if (!/^[\w:.-]+$/.test(prefix))
    throw new InvalidConfigError("prefix", `expected letters, digits and : . _ -, found ${found(prefix)}`);
  // The braces keep all keys together wherever somebody shards them.
  const key = `{${prefix}}`;
  const { command, script } = createRedisConnection(client, key);
  const name = crypto.randomUUID();
  let transactions = 0;

  let checked: Promise<void> | undefined;

  /** Before the first call, so that nothing is read or written in a layout that is not known here. */
  async function ready(): Promise<void> {
    checked ??= checkVersion();
    try {
      await checked;
    } catch (error) {
      checked = undefined; // the next call may find the server up
      throw error;
    }
  }

  async function checkVersion(): Promise<void> {
    const version = String(await script(scripts.version, dataVersion));
    if (version !== dataVersion)
      throw new StoreError(
        `Redis has data of version ${version} under ${key}, this giliran knows ${dataVersion}; use the giliran that made them, or another prefix.`,
        { retryable: false },
      );
  }

  async function loadSeen(scope: Scope): Promise<Seen> {
    await ready();
    return readSeen(scope, await script(scripts.load, ...loadArguments(scope)));
  }

  /**
   * Until it is my turn in the line of a day. Who is further back asks less often. Lines are stood in by the order of
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
    throw new StoreError("Redis: the line of a day did not move; ask again.", { retryable: true });
  }

  async function leaveLines(me: string, lines: readonly string[]): Promise<void> {
    await Promise.all(lines.map((field) => command("LREM", `${key}:line:${field}`, "1", me)));
  }

  /** Sets are found by range of time or of names, and owners have their codes in a field. */
  async function codesOf(filter: BookingFilter): Promise<readonly string[]> {
    const range = async (...words: readonly string[]) => (await command(...words)) as readonly string[]; // decoded
    const ofOwner = async (field: string) => {
      const value = (await command("HGET", key, field)) as string | null; // decoded
      return readOwner(value).list.slice(1).map(String);
    };
    if ("date" in filter) return range("ZRANGE", `${key}:${dayField(filter)}`, "0", "-1");
    if ("sender" in filter) return ofOwner(ownerField({ kind: "sender", key: filter.sender }));
    if ("person" in filter) return ofOwner(ownerField({ kind: "person", key: filter.person }));
    if ("dueBy" in filter) return range("ZRANGEBYSCORE", `${key}:due`, "-inf", String(filter.dueBy));
    if ("noticeBy" in filter)
      return range("ZRANGEBYSCORE", `${key}:notices`, "-inf", String(filter.noticeBy));
    const { officeId, before } = filter;
    const [from, to] = ["", before].map((date) => dayField({ officeId, date }).replace(/"\]$/, ""));
    const days = await range("ZRANGEBYLEX", `${key}:days`, `[${from}`, `(${to}`);
    return (await Promise.all(days.map((day) => range("ZRANGE", `${key}:${day}`, "0", "-1")))).flat();
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
          const late = await script(scripts.save, ...saveArguments(me, seen, decision));
          if (late === null) {
            leftBySaving(lines, seen);
            return decision.result;
          }
          const field = String(late);
          if (field.startsWith("d:")) await standInLine(me, field, lines);
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
    async find({ limit, after = "", ...filter }: BookingQuery): Promise<BookingPage> {
      await ready();
      const codes = [...new Set(await codesOf(filter))].filter((code) => code > after).sort();
      const page = codes.slice(0, limit);
      if (page.length === 0) return { bookings: [] };
      const values = await command("HMGET", key, ...page.map((code) => `c:${code}`));
      const bookings = (values as (string | null)[]).flatMap((value) => value ?? []).map(readBooking); // decoded
      const next = codes.length > limit ? page.at(-1) : undefined;
      return { bookings, ...(next !== undefined && { next }) };
    },
  };
}

/** Saving leaves the lines of the days that it is about, which need not be those of an earlier try. */
function leftBySaving(lines: Set<string>, { fields }: Seen): void {
  for (const field of fields.keys()) lines.delete(field);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
