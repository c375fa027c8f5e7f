import type { TestProject } from "vitest/node";
import { type ServerAddress, startPostgres } from "./postgres-server.js";

declare module "vitest" {
  interface ProvidedContext {
    postgres: ServerAddress;
  }
}

/** One server of each kind for all tests of the run; each test file makes a schema of its own. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  provide("postgres", demand("PostgreSQL", postgres.address));
  return postgres.stop;
}

/** `GILIRAN_SERVERS=required` makes a failure of what is a skip elsewhere. */
function demand(name: string, address: ServerAddress): ServerAddress {
  if ("port" in address) return address;
  if (process.env.GILIRAN_SERVERS === "required") throw new Error(address.missingBecause);
  console.warn(`The tests on ${name} are skipped: ${address.missingBecause}`);
  return address;
}
