import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { otherUser, postgresUser } from "./postgres-server.js";
import { findProgram, type RunningServer, startServer } from "./server-process.js";

/** PgBouncer of the system's package in transaction mode, before the PostgreSQL at this port. */
export function startPgbouncer(serverPort: number): Promise<RunningServer> {
  return startServer("PgBouncer", async (folder, port) => {
    const { user, password, database } = postgresUser;
    const settings = join(folder, "pgbouncer.ini");
    chmodSync(folder, 0o755);
    writeFileSync(
      settings,
      [
        "[databases]",
        `${database} = host=127.0.0.1 port=${serverPort} user=${user} password='${password}'`,
        "[pgbouncer]",
        "listen_addr = 127.0.0.1",
        `listen_port = ${port}`,
        "unix_socket_dir =",
        "auth_type = any",
        "pool_mode = transaction",
        "max_client_conn = 500",
        "default_pool_size = 20",
        "server_login_retry = 0.2",
        "log_connections = 0",
        "log_disconnections = 0",
      ].join("\n"),
    );
    const owner = otherUser();
    return {
      program: findProgram("pgbouncer"),
      settings: [settings],
      ready: /process up/,
      stopSignal: "SIGINT",
      ...(owner !== undefined && { user: owner }),
    };
  });
}
