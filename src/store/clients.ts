import { InvalidConfigError } from "../errors.js";
import { kindOf, partOf } from "../input/shape.js";

/** Some clients are functions that have methods. */
export const aClient: readonly ["required", "object", "function"] = ["required", "object", "function"];

/** Clients by what only they have, so that a refusal can say what it has found. */
const clients: readonly (readonly [has: readonly string[], name: string])[] = [
  [["processID"], "a Client of pg, which is one connection"],
  [["selectFrom"], "Kysely; give what it stands on"],
  [["$client"], "drizzle; give its $client"],
  [["$queryRaw"], "Prisma"],
  [["raw", "schema"], "Knex"],
  [["beginDistributed"], "Bun.SQL"],
  [["unsafe", "begin"], "postgres.js"],
  [["exec", "runExclusive"], "PGlite; give pglitePool of it"],
  [["unsafe", "transaction"], "Neon over HTTP; its Pool keeps a connection"],
  [["getConnection"], "a pool of MySQL"],
  [["sendCommand"], "a client of Redis"],
  [["prepare", "batch"], "D1, which is asynchronous"],
  [["execute", "batch"], "a client of libsql over the network, which is asynchronous"],
  [["execAsync"], "expo-sqlite, which is asynchronous"],
  [["parallelize"], "node-sqlite3, which is asynchronous"],
];

/** Those that are for another store. */
const supported: typeof clients = [
  [["prepare", "exec"], "a SQLite database"],
  [["query", "connect"], "a pool of PostgreSQL"],
];

function nameIn(names: typeof clients, client: object): string | undefined {
  return names.find(([has]) => has.every((part) => part in client))?.[1];
}

/** @throws InvalidConfigError where a client lacks a method that is called. */
export function checkClient(
  path: string,
  client: object,
  methods: readonly string[],
  expected: string,
): void {
  const lacking = methods.find((method) => typeof partOf(client, method) !== "function");
  if (lacking === undefined) return;
  refuseClient(path, client, expected, nameIn(supported, client) ?? `one without ${lacking}`);
}

/** @throws InvalidConfigError that says what it is where that is known. */
export function refuseClient(
  path: string,
  client: object,
  expected: string,
  otherwise: string = kindOf(client),
): never {
  throw new InvalidConfigError(path, `expected ${expected}, found ${nameIn(clients, client) ?? otherwise}`);
}
