import type { Redis } from "ioredis";

/** By key what is in it: fields and values of a hash, members and scores of a sorted set. */
export type RedisKeys = Readonly<Record<string, readonly Pair[]>>;
type Pair = readonly [name: string, value: string];

/** Only the key that all others begin with is a hash. */
const isHash = (key: string) => key.endsWith("}");

export async function readKeys(client: Redis): Promise<RedisKeys> {
  const keys: Record<string, readonly Pair[]> = {};
  for (const key of (await client.keys("*")).sort()) {
    keys[key] = isHash(key) ? Object.entries(await client.hgetall(key)).sort() : await scoresOf(client, key);
  }
  return keys;
}

async function scoresOf(client: Redis, key: string): Promise<readonly Pair[]> {
  const members = await client.zrange(key, "0", "-1");
  return Promise.all(
    members.map(async (member): Promise<Pair> => [member, String(await client.zscore(key, member))]),
  );
}

export async function writeKeys(client: Redis, keys: RedisKeys): Promise<void> {
  for (const [key, pairs] of Object.entries(keys)) {
    const words = isHash(key) ? pairs.flat() : pairs.flatMap(([member, score]) => [score, member]);
    await client.call(isHash(key) ? "HSET" : "ZADD", key, ...words);
  }
}
