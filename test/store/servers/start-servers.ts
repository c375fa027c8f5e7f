import type { TestProject } from "vitest/node";
import { startMariadb } from "./mariadb-server.js";
import { startPostgres } from "./postgres-server.js";
import { startRedis } from "./redis-server.js";
import type { ServerAddress } from "./server-process.js";

declare module "vitest" {
  interface ProvidedContext {
    postgres: ServerAddress;
    redis: ServerAddress;
    mariadb: ServerAddress;
  }
}

/** One server of each kind for all tests of the run; each test file makes a schema or a prefix of its own. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const [postgres, redis, mariadb] = await Promise.all([startPostgres(), startRedis(), startMariadb()]);
  const stop = async () => {
    await Promise.all([postgres.stop(), redis.stop(), mariadb.stop()]);
  };
  try {
    provide("postgres", demand("PostgreSQL", postgres.address, "GILIRAN_SERVERS"));
    provide("redis", demand("Redis", redis.address, "GILIRAN_SERVERS"));
    provide("mariadb", demand("MariaDB", mariadb.address, "GILIRAN_MARIADB"));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** `required` in the environment makes a failure of what is a skip elsewhere. */
function demand(name: string, address: ServerAddress, variable: string): ServerAddress {
  if ("port" in address) return address;
  if (process.env[variable] === "required") throw new Error(address.missingBecause);
  console.warn(`The tests on ${name} are skipped: ${address.missingBecause}`);
  return address;
}
