import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type RunningServer, startServer } from "./server-process.js";

interface Program {
  readonly path: string;
  /** Where its libraries are, where it was unpacked. */
  readonly libraries?: string;
}

const run = promisify(execFile);
const cache = fileURLToPath(new URL("../../../node_modules/.cache/giliran/redis", import.meta.url));
const packages = ["redis-server", "redis-tools", "libjemalloc2", "liblzf1"];

/** From the PATH, or unpacked from the system's packages, which installs nothing. */
async function findRedis(): Promise<Program> {
  for (const name of ["redis-server", "valkey-server"])
    for (const folder of (process.env.PATH ?? "").split(delimiter))
      if (existsSync(join(folder, name))) return { path: join(folder, name) };
  const unpacked = join(cache, "usr/bin/redis-server");
  if (!existsSync(unpacked)) await unpackRedis();
  const lib = join(cache, "usr/lib");
  const [platform = ""] = (await readdir(lib)).filter((name) => name.endsWith("-linux-gnu"));
  return { path: unpacked, libraries: join(lib, platform) };
}

async function unpackRedis(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "giliran-redis-packages-"));
  const download = () => run("apt-get", ["download", ...packages], { cwd: folder });
  await download().catch(async () => {
    await run("apt-get", ["update"]);
    await download();
  });
  await mkdir(cache, { recursive: true });
  for (const file of await readdir(folder)) await run("dpkg-deb", ["-x", join(folder, file), cache]);
  await rm(folder, { recursive: true });
}

/** Every write is on the disk before it is answered, unless other settings say otherwise. */
export function startRedis(...others: readonly string[]): Promise<RunningServer> {
  return startServer("Redis", async (folder, port) => {
    const { path, libraries } = await findRedis();
    const durability = ["--save", "", "--appendonly", "yes", "--appendfsync", "always"];
    return {
      program: path,
      settings: ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", folder, ...durability, ...others],
      env: { ...process.env, ...(libraries !== undefined && { LD_LIBRARY_PATH: libraries }) },
      stopSignal: "SIGKILL", // while it begins a file it ends for nothing less
    };
  });
}
