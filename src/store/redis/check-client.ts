import { InvalidConfigError } from "../../errors.js";
import { partOf } from "../../input/shape.js";

const expected = "a client of redis (createClient()) or ioredis (new Redis()) for one primary";

/** @throws InvalidConfigError where a client can't be used, with what it is where that is known. */
export function checkClient(client: object): void {
  const has = (method: string) => typeof partOf(client, method) === "function";
  const refuse = (found: string) => new InvalidConfigError("client", `expected ${expected}, found ${found}`);
  if (has("getRandomNode") || partOf(client, "isCluster") === true) throw refuse("a Cluster of Redis");
  if (has("getSentinelNode"))
    throw refuse("a Sentinel of redis; ioredis has one that fits, new Redis({ sentinels, name })");
  if (has("call") || has("sendCommand")) return;
  if (has("evalsha")) throw refuse("a client over HTTP, such as that of Upstash");
  throw refuse(has("query") ? "a client of PostgreSQL, for postgresStore()" : "one without sendCommand");
}
