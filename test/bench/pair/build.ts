import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** What is measured of a build of the library. */
export type Build = Pick<typeof import("giliran"), "createDesk" | "defineOffice" | "memoryStore"> &
  Pick<typeof import("giliran/sqlite"), "sqliteStore"> &
  Pick<typeof import("giliran/postgres"), "postgresStore"> &
  Pick<typeof import("giliran/redis"), "redisStore">;

/** From the folder of a build or of its package; each folder has modules of its own, which share nothing. */
export async function loadBuild(folder: string): Promise<Build> {
  const dist = [join(folder, "dist"), folder].find((path) => existsSync(join(path, "index.js")));
  if (dist === undefined) throw new Error(`Expected a build of the library in ${folder}, found no index.js.`);
  const entries = ["index", "sqlite", "postgres", "redis"].map(
    (entry) => import(pathToFileURL(resolve(dist, `${entry}.js`)).href),
  );
  return Object.assign({}, ...(await Promise.all(entries))) as Build;
}
