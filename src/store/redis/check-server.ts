import { StoreError } from "../../errors.js";
import type { RedisConnection } from "./connection.js";

const oldestVersion = 7;

/**
 * That a server can be relied on, by what it says of itself; CONFIG is hidden where others run it. What a crash would
 * cost is told to `warn`.
 *
 * @throws StoreError with what must be another.
 */
export async function checkServer(
  { command }: RedisConnection,
  warn: (message: string) => void,
): Promise<void> {
  const about = readInfo(await command("INFO"));
  const version = about.get("redis_version") ?? "";
  if (version === "") throw refused("the client gives no text for INFO; is it one of redis or ioredis?");
  if (Number.parseInt(version, 10) < oldestVersion)
    throw refused(`the server has version ${version}, and Redis 7 or Valkey 8 is needed`);
  if (about.get("cluster_enabled") === "1")
    throw refused("this is a Redis Cluster; use one primary with replicas");
  const policy = about.get("maxmemory_policy");
  if (policy !== "noeviction")
    throw refused(
      `maxmemory-policy is ${policy}, by which bookings are thrown away when memory is full; set it to noeviction`,
    );
  if (about.get("aof_enabled") !== "1")
    warn(
      "giliran: Redis has appendonly off. When it ends, everything since its last snapshot is lost, and this process will refuse to go on without it. Set appendonly to yes (docs/storage.md).",
    );
}

function refused(why: string): StoreError {
  return new StoreError(`Redis can't be used: ${why}.`, { retryable: false });
}

/** Lines of names and values. */
function readInfo(reply: unknown): ReadonlyMap<string, string> {
  const lines = typeof reply === "string" ? reply.matchAll(/^(\w+):(.*?)\r?$/gm) : [];
  return new Map(Array.from(lines, ([, name = "", value = ""]) => [name, value]));
}
