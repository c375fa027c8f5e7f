import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import mariadb from "mariadb";
import pg from "pg";
import { describe, it, onTestFinished } from "vitest";
import { codeBlocks } from "../../docs/run-example.js";
import { temporaryFile } from "../open-database.js";
import { bundleProgram } from "../run-process.js";
import { mariadbUser, startMariadb } from "./mariadb-server.js";
import { mariadbMissing } from "./open-mariadb.js";
import { postgresMissing } from "./open-postgres.js";
import { ownServer } from "./own-server.js";
import { postgresUser, startPostgres } from "./postgres-server.js";

const cache = fileURLToPath(new URL("../../../node_modules/.cache/giliran/", import.meta.url));

/** What stands before and after a snippet of the page, so that it is a program that keeps holding places. */
const before = `
  import { defineOffice, StoreError } from "giliran";
  const week = Object.fromEntries(["sun", "mon", "tue", "wed", "thu", "fri", "sat"].map((day) => [day, ["08:00-09:00"]]));
  const offices = [defineOffice({ id: "north", name: "North", timeZone: "UTC", hours: week, slotMinutes: 60, capacity: 10_000, rules: { opensDaysBefore: 3 } })];
`;
const after = `
  const date = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const caller = async (name) => {
    for (let next = 0; ; next++) {
      const id = \`\${process.pid} \${name} \${next}\`;
      const call = { requestId: id, sender: id, officeId: "north", date, people: [{ key: id, details: {} }] };
      for (let isDone = false; !isDone; ) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        try {
          console.log((await desk.hold(call)).kind);
          isDone = true;
        } catch (error) {
          if (!(error instanceof StoreError && error.retryable)) throw error;
        }
      }
    }
  };
  await Promise.all(["a", "b", "c", "d"].map(caller));
`;

/** A program with a snippet of the page on storage. */
async function startSnippet(entry: string, env: NodeJS.ProcessEnv) {
  const snippet = codeBlocks("docs/storage.md").find((code) => code.includes(`"${entry}"`));
  if (snippet === undefined) throw new Error(`docs/storage.md has no snippet of ${entry}`);
  const path = `${cache}${entry.replace("/", "-")}-snippet.ts`;
  mkdirSync(cache, { recursive: true });
  writeFileSync(path, `${before}${snippet}${after}`);
  onTestFinished(() => rmSync(path));
  const program = await bundleProgram(path);
  return (): Promise<Snippet> => run(program, env);
}

interface Snippet {
  /** Resolves when so many more holds were answered; rejects where the process has ended. */
  readonly more: (holds: number) => Promise<void>;
}

async function run(program: string, env: NodeJS.ProcessEnv): Promise<Snippet> {
  const secret = { GILIRAN_SECRET: "the secret of the page on storage" };
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...secret, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  let held = 0;
  createInterface(child.stdout).on("line", (line) => {
    if (line === "held") held++;
  });
  return {
    async more(holds) {
      for (const until = held + holds; held < until; await sleep(20))
        if (child.exitCode !== null) throw new Error(`The process has ended: ${said.slice(0, 1000)}`);
    },
  };
}

describe.skipIf(postgresMissing)("the snippet of docs/storage.md on PostgreSQL", () => {
  const { port, killAndStart } = ownServer(startPostgres);

  it("lives on when connections break, idle, in use and in transactions, and when the server restarts", async () => {
    const { user, password, database } = postgresUser;
    const url = `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port()}/${database}`;
    const start = await startSnippet("giliran/postgres", { DATABASE_URL: url });
    // Two processes that want the same day get into each other's way, and so into transactions.
    const both = [await start(), await start()];
    const more = (holds: number) => Promise.all(both.map((one) => one.more(holds)));
    await more(20);
    await killBackends(url, "state = 'idle in transaction'", 5);
    await killBackends(url, "state = 'active'", 30);
    await killBackends(url, "state = 'idle'", 30);
    await more(20);
    await killAndStart();
    await more(20);
    await killAndStart();
    await more(20);
  });
});

/** Kills so many backends of others that are just so. */
async function killBackends(connectionString: string, are: string, kills: number): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  for (let killed = 0; killed < kills; await sleep(2)) {
    const { rowCount } = await client.query(`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND ${are} LIMIT 1`);
    killed += rowCount ?? 0;
  }
  await client.end();
}

describe.skipIf(mariadbMissing)("the snippet of docs/storage.md on MariaDB", () => {
  const { port, killAndStart } = ownServer(startMariadb);

  it("lives on when connections break, idle and in use, and when the server restarts", async () => {
    const administrate = (sql: string) => onMariadb(port(), sql);
    await administrate("CREATE DATABASE bookings");
    const { user, password } = mariadbUser;
    const url = `mariadb://${user}:${encodeURIComponent(password)}@127.0.0.1:${port()}/bookings`;
    const start = await startSnippet("giliran/mariadb", { DATABASE_URL: url });
    const both = [await start(), await start()];
    const more = (holds: number) => Promise.all(both.map((one) => one.more(holds)));
    await more(20);
    for (let killed = 0; killed < 30; killed++, await sleep(2)) await administrate(killConnection);
    await more(20);
    await killAndStart();
    await more(20);
    await killAndStart();
    await more(20);
  });
});

const killConnection = `
  BEGIN NOT ATOMIC
    DECLARE victim BIGINT;
    SELECT id INTO victim FROM information_schema.processlist WHERE db = 'bookings' ORDER BY RAND() LIMIT 1;
    IF victim IS NOT NULL THEN EXECUTE IMMEDIATE CONCAT('KILL CONNECTION ', victim); END IF;
  END`;

async function onMariadb(port: number, sql: string): Promise<void> {
  const connection = await mariadb.createConnection({ ...mariadbUser, host: "127.0.0.1", port });
  await connection.query(sql);
  await connection.end();
}

describe("the snippet of docs/storage.md on SQLite", () => {
  it("goes on when it is killed and started again", async () => {
    const start = await startSnippet("giliran/sqlite", { GILIRAN_FILE: temporaryFile() });
    await (await start()).more(20);
    await (await start()).more(20);
  });
});
