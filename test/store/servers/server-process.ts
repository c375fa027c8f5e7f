import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where a server listens, or why there is none. */
export type ServerAddress = { readonly port: number } | { readonly missingBecause: string };

export interface RunningServer {
  readonly address: ServerAddress;
  /** SIGKILL, and the same server once more on the same files and port. */
  readonly killAndStart: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** A stop in order, and the same server once more; meanwhile something may be done with its files. */
  readonly restart: (meanwhile?: (folder: string) => void | Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface ServerCommand {
  readonly program: string;
  readonly settings: readonly string[];
  /** What it says when it is ready; left out, "ready to accept connections". */
  readonly ready?: RegExp;
  /** What SIGTERM is to others. */
  readonly stopSignal?: NodeJS.Signals;
  readonly env?: NodeJS.ProcessEnv;
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** Where a system's package puts servers is not on everybody's path. */
export function findProgram(name: string): string {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` };
  return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8", env }).trim();
}

/** A server in a folder that goes with it; where it does not start the address says why. */
export async function startServer(
  name: string,
  prepare: (folder: string, port: number) => Promise<ServerCommand>,
): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), "giliran-server-"));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const port = await findFreePort();
    const command = await prepare(folder, port);
    let end = await run(folder, command);
    const inOrder = command.stopSignal ?? "SIGTERM";
    return {
      address: { port },
      async killAndStart() {
        await end("SIGKILL");
        end = await run(folder, command);
      },
      kill: () => end("SIGKILL"),
      async restart(meanwhile) {
        await end(inOrder);
        await meanwhile?.(folder);
        end = await run(folder, command);
      },
      async stop() {
        await end(inOrder);
        await removeFolder();
      },
    };
  } catch (error) {
    await removeFolder();
    const none = async () => undefined;
    const missing = { missingBecause: `${name} did not start: ${error}` };
    return { address: missing, killAndStart: none, kill: none, restart: none, stop: none };
  }
}

/** Resolves when the server is ready, with what ends it: it, and all processes that it has started. */
async function run(
  cwd: string,
  { program, settings, env, user, ready = /ready to accept (read-only )?connections/i }: ServerCommand,
): Promise<(signal: NodeJS.Signals) => Promise<void>> {
  const server = spawn(program, settings, { cwd, env, ...user, stdio: ["ignore", "pipe", "pipe"] });
  // Its processes inherit its outputs, which are closed with the last of them.
  const closed = new Promise<void>((resolve) => server.once("close", () => resolve()));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    void closed.then(() => reject(new Error(said.slice(-300) || "it ended at once")));
    for (const output of [server.stdout, server.stderr])
      output.on("data", (chunk) => {
        said = `${said}${chunk}`.slice(-5000);
        if (ready.test(said)) resolve();
      });
  });
  return async (signal) => {
    server.kill(signal);
    await closed;
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
