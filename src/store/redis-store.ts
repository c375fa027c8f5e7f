import type { Booking } from "../booking/booking.js";
import { type Decision, joinScopes, type Records, type Scope } from "../booking/records.js";
import { InvalidConfigError, StoreError } from "../errors.js";
import {
  type BookingPage,
  type BookingQuery,
  type BookingStore,
  checkWidenings,
  type Decide,
} from "./booking-store.js";
import { createRedisConnection, type IoRedisClient, type NodeRedisClient } from "./redis/connection.js";
import {
  dayField,
  loadArguments,
  readBooking,
  readList,
  readSeen,
  type Seen,
  saveArguments,
} from "./redis/fields.js";
import * as scripts from "./redis/scripts.js";

export type { IoRedisClient, NodeRedisClient } from "./redis/connection.js";

export interface RedisSettings {
  /** A connected client of `redis` or `ioredis`; the caller closes it. */
  readonly client: NodeRedisClient | IoRedisClient;
  /** How the keys begin, another for each desk on a server; default `giliran`. */
  readonly prefix?: string;
}

/** After this many tries something else is wrong than that others are faster. */
const mostTries = 100;
const mostWaits = 5000;

/**
 * Keeps everything in Redis 7 or Valkey 8, for any number of processes: one primary with replicas, no Cluster. What
 * a crash of the server can cost is what its `appendfsync` says; nothing at all takes `always`.
 */
export function redisStore({ client, prefix = "giliran" }: RedisSettings): BookingStore {
  if (typeof client !== "object" || client === null || !("call" in client || "sendCommand" in client))
    throw new InvalidConfigError(
      "client",
      "expected a client of redis (createClient()) or ioredis (new Redis())",
    );
  if (!/^[\w:.-]+$/.test(prefix))
    throw new InvalidConfigError("prefix", "expected letters, digits and : . _ -");
  // The braces keep all keys together wherever somebody shards them.
  const key = `{${prefix}}`;
  const { command, script } = createRedisConnection(client, key);
  const name = crypto.randomUUID();
  let transactions = 0;

  const loadSeen = async (scope: Scope) =>
    readSeen(scope, await script(scripts.load, ...loadArguments(scope)));

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

  async function bookingsOf(fields: readonly string[]): Promise<Booking[]> {
    if (fields.length === 0) return [];
    const values = (await command("HMGET", key, ...fields)) as (string | null)[]; // decoded
    return values.flatMap((value) => (value === null ? [] : [readBooking(value)]));
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
          if (isEmpty(decision)) return decision.result;
          const late = await script(scripts.save, me, ...saveArguments(seen, decision));
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
    async find(query: BookingQuery): Promise<BookingPage> {
      const { limit, after = "" } = query;
      const codes =
        "sender" in query
          ? readList((await command("HGET", key, `s:${query.sender}`)) as string | null).slice(1)
          : ((await command("ZRANGE", `${key}:${dayField(query)}`, "0", "-1")) as string[]); // decoded
      const sorted = codes.map(String).filter((code) => code > after);
      sorted.sort();
      const bookings = await bookingsOf(sorted.slice(0, limit).map((code) => `c:${code}`));
      const next = sorted.length > limit ? bookings.at(-1)?.code : undefined;
      return { bookings, ...(next !== undefined && { next }) };
    },
  };
}

/** Saving leaves the lines of the days that it is about, which need not be those of an earlier try. */
function leftBySaving(lines: Set<string>, { fields }: Seen): void {
  for (const field of fields.keys()) lines.delete(field);
}

/** Refusals alone: they were true of the one moment in which they were decided. */
function isEmpty({ days, bookings, answers }: Decision<unknown>): boolean {
  return days.length + bookings.length + answers.length === 0;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
