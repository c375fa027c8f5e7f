import { redisStore } from "giliran/redis";
import { Redis } from "ioredis";
import { startRedis } from "../../store/servers/redis-server.js";
import { createBenchDesk, detailsOf, hold } from "./bench-desk.js";
import { compare, type Side } from "./sides.js";

/** What people write by hand: a script that counts, keeps the booking and its request. */
const bookOne = `
if tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or 0) >= 1000000 then return 'full' end
if redis.call('HSETNX', KEYS[1] .. ':requests', ARGV[2], ARGV[3]) == 0 then return 'known' end
redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
redis.call('HSET', KEYS[1] .. ':bookings', ARGV[3], ARGV[4])
redis.call('SADD', KEYS[1] .. ':person:' .. ARGV[5], ARGV[3])
redis.call('SADD', KEYS[1] .. ':sender:' .. ARGV[6], ARGV[3])
return 'held'`;

export async function benchRedis(): Promise<void> {
  const server = await startRedis();
  if (!("port" in server.address)) {
    console.log(`Redis is left out: ${server.address.missingBecause}`);
    return;
  }
  const client = new Redis(server.address.port, "127.0.0.1", { enableAutoPipelining: true });
  const hash = String(await client.script("LOAD", bookOne));

  const ours = (calls: number): Side => ({
    name: "giliran",
    calls,
    async prepare() {
      await client.flushdb();
      const desk = createBenchDesk(redisStore({ client }));
      return (call) => hold(desk, call);
    },
  });
  const oneEach = (calls: number): Side => ({
    name: "by hand: one pipelined script call each",
    calls,
    async prepare() {
      await client.flushdb();
      return (call) => {
        const [code, details] = [`C${(call * 48271) % 2147483647}`, JSON.stringify(detailsOf(call))];
        const values = [
          "2017-08-08 08:00",
          `bench:${call}`,
          code,
          details,
          `person ${call}`,
          `sender ${call}`,
        ];
        return client.evalsha(hash, 1, "peer", ...values);
      };
    },
  });

  for (const durability of ["everysec", "always"]) {
    await client.config("SET", "appendfsync", durability);
    await compare(`Redis, appendfsync ${durability}, one hot day`, 512, [ours(10_000), oneEach(10_000)]);
    await compare(`Redis, appendfsync ${durability}, one hot day`, 1, [ours(300), oneEach(300)]);
  }
  client.disconnect();
  await server.stop();
}
