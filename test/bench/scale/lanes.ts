import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import pg from "pg";
import { postgresUser, startPostgres } from "../../store/servers/postgres-server.js";
import { type Build, loadBuild } from "../pair/build.js";
import { createBenchDesk, dates, hold, hotDate, officeIds, placeOf } from "../stores/bench-desk.js";
import { createPeers } from "../stores/postgres-peers.js";
import { compare, type Side } from "../stores/sides.js";

/** Many offices at one process, beside what is written by hand, and beside another build where its folder is given. */
export async function benchLanes(stores: readonly string[], folder?: string): Promise<void> {
  const builds = [await loadBuild("."), ...(folder === undefined ? [] : [await loadBuild(folder)])];
  const wants = (name: string) => stores.length === 0 || stores.includes(name);
  if (wants("postgres")) await onPostgres(builds);
  if (wants("sqlite")) await onSqlite(builds);
}

function sideOf(name: string, calls: number, openDesk: () => ReturnType<typeof createBenchDesk>): Side {
  return {
    name,
    calls,
    async prepare() {
      const desk = openDesk();
      await hold(desk, 9_999_999); // makes the tables
      for (const [index, officeId] of officeIds.entries()) {
        await hold(desk, 9_999_000 + index, { officeId });
        await desk.availability({ officeId, from: hotDate, days: dates.length });
      }
      return (call) => hold(desk, call, placeOf(call));
    },
  };
}

const nameOf = (index: number) => (index === 0 ? "giliran" : "the other build");

async function onPostgres(builds: readonly Build[]): Promise<void> {
  const server = await startPostgres();
  if (!("port" in server.address)) {
    console.log(`PostgreSQL is left out: ${server.address.missingBecause}`);
    return;
  }
  const pool = new pg.Pool({ ...postgresUser, host: "127.0.0.1", port: server.address.port, max: 16 });
  pool.on("error", () => undefined); // idle connections are cut when the server stops
  const peers = createPeers(pool);
  let schemas = 0;
  const sides = builds.map((build, index) =>
    sideOf(nameOf(index), 6144, () =>
      createBenchDesk(build.postgresStore({ pool, schema: `lanes_${schemas++}` }), undefined, build),
    ),
  );
  const [ours, ...others] = sides;
  if (ours !== undefined)
    await compare("PostgreSQL, 26 offices and 60 days", 512, [
      ours,
      ...others,
      peers.forUpdate(1200, placeOf),
      peers.oneStatement(2400, placeOf),
    ]);
  await pool.end();
  await server.stop();
}

async function onSqlite(builds: readonly Build[]): Promise<void> {
  const files = mkdtempSync(join(tmpdir(), "giliran-lanes-"));
  let count = 0;
  const sides = builds.map((build, index) =>
    sideOf(nameOf(index), 6144, () => {
      const database = new Database(join(files, `${count++}.db`));
      return createBenchDesk(build.sqliteStore({ database }), undefined, build);
    }),
  );
  const [ours, ...others] = sides;
  if (ours !== undefined)
    await compare("SQLite, synchronous FULL, 26 offices and 60 days", 512, [ours, ...others]);
  rmSync(files, { recursive: true });
}
