import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresUser, startPostgres } from "../../store/servers/postgres-server.js";
import { startRedis } from "../../store/servers/redis-server.js";
import { openDelayingProxy } from "./delaying-proxy.js";
import { compareProcesses, type Place, startProcesses } from "./processes.js";
import type { Work } from "./worker.js";

const counts = [1, 4, 8];
const delayMs = 20;

interface Load extends Work {
  readonly title: string;
}

const hot64: Load = { title: "one hot day", load: "hot", calls: 3072, callers: 64 };
const hot512: Load = { title: "one hot day", load: "hot", calls: 6144, callers: 512 };
const many512: Load = { title: "26 offices and 60 days", load: "many", calls: 6144, callers: 512 };
const loads = [hot64, hot512, many512];

/** The same callers in all, at one process and at several. */
export async function benchProcesses(stores: readonly string[], folder?: string): Promise<void> {
  const places = { postgres: onPostgres, redis: onRedis, sqlite: onSqlite };
  for (const [name, run] of Object.entries(places))
    if (stores.length === 0 || stores.includes(name)) await run(folder);
}

async function compareOn(
  title: string,
  place: Place,
  folder: string | undefined,
  all: readonly Load[],
): Promise<void> {
  const sides = [];
  for (const count of counts) sides.push(await startProcesses(place, count, "."));
  if (folder !== undefined)
    for (const count of counts.slice(0, 2)) sides.push(await startProcesses(place, count, folder));
  for (const { title: load, ...work } of all) await compareProcesses(`${title}, ${load}`, sides, work);
  for (const side of sides) side.stop();
}

async function onPostgres(folder?: string): Promise<void> {
  const server = await startPostgres("-c", "max_connections=300");
  if (!("port" in server.address)) {
    console.log(`PostgreSQL is left out: ${server.address.missingBecause}`);
    return;
  }
  const { user, password, database } = postgresUser;
  const at = (port: number): Place => ({
    kind: "postgres",
    where: `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
  });
  await compareOn("PostgreSQL", at(server.address.port), folder, loads);
  const proxy = await openDelayingProxy(server.address.port, delayMs);
  await compareOn(`PostgreSQL, ${delayMs} ms a call`, at(proxy.port), folder, loads);
  proxy.close();
  await server.stop();
}

async function onRedis(folder?: string): Promise<void> {
  const server = await startRedis("--appendfsync", "everysec");
  if (!("port" in server.address)) {
    console.log(`Redis is left out: ${server.address.missingBecause}`);
    return;
  }
  const { port } = server.address;
  await compareOn("Redis, everysec", { kind: "redis", where: `${port}` }, folder, loads);
  const proxy = await openDelayingProxy(port, delayMs);
  const place = { kind: "redis", where: `${proxy.port}` };
  await compareOn(`Redis, everysec, ${delayMs} ms a call`, place, folder, loads);
  proxy.close();
  await server.stop();
}

async function onSqlite(folder?: string): Promise<void> {
  const files = mkdtempSync(join(tmpdir(), "giliran-scale-"));
  const sides = [];
  for (const count of counts.slice(0, 2))
    sides.push(await startProcesses({ kind: "sqlite", where: join(files, `${count}.db`) }, count, "."));
  if (folder !== undefined)
    for (const count of counts.slice(0, 2))
      sides.push(
        await startProcesses({ kind: "sqlite", where: join(files, `old-${count}.db`) }, count, folder),
      );
  for (const { title: load, ...work } of loads) await compareProcesses(`SQLite, ${load}`, sides, work);
  for (const side of sides) side.stop();
  rmSync(files, { recursive: true });
}
