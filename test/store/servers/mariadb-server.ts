import { execFile, execFileSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { findProgram, type RunningServer, startServer } from "./server-process.js";

export const mariadbUser: { readonly user: string; readonly password: string } = {
  user: "tester",
  password: "of the tests",
};

const execute = promisify(execFile);

/** MariaDB of the system's package. */
export function startMariadb(...others: readonly string[]): Promise<RunningServer> {
  return startServer("MariaDB", async (folder, port) => {
    const data = join(folder, "data");
    const init = join(folder, "init.sql");
    const { user, password } = mariadbUser;
    chmodSync(folder, 0o777);
    await mkdir(data);
    writeFileSync(
      init,
      `CREATE USER IF NOT EXISTS ${user}@'127.0.0.1' IDENTIFIED BY '${password}';\nGRANT ALL ON *.* TO ${user}@'127.0.0.1' WITH GRANT OPTION;\n`,
    );
    // As root the server runs as another user.
    const isRoot = process.getuid?.() === 0;
    const asUser = isRoot ? ["--user=nobody"] : [];
    if (isRoot) execFileSync("chown", ["nobody", data]);
    await execute(
      "mariadb-install-db",
      [
        "--no-defaults",
        `--datadir=${data}`,
        "--skip-test-db",
        "--auth-root-authentication-method=normal",
        ...asUser,
      ],
      { cwd: folder },
    );
    // A server that starts erases what others have in a folder that they share.
    const paths = [
      `--datadir=${data}`,
      `--tmpdir=${data}`,
      `--socket=${join(folder, "socket")}`,
      `--init-file=${init}`,
    ];
    return {
      program: findProgram("mariadbd"),
      settings: [
        "--no-defaults",
        ...asUser,
        ...paths,
        `--port=${port}`,
        "--bind-address=127.0.0.1",
        "--skip-name-resolve",
        "--max-connections=400",
        "--innodb-buffer-pool-size=64M",
        ...others,
      ],
      ready: /ready for connections/,
    };
  });
}
