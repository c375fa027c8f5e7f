import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import manifest from "../../../package.json" with { type: "json" };

/** A driver of SQLite that docs/storage.md names: what loads it, and what is loaded. */
export interface Driver {
  readonly name: string;
  /** With its version. */
  readonly title: string;
  readonly program: string;
  readonly module: string;
  /** Where the project does not bring it: what npm has it in, and the folder that it is installed in. */
  readonly source?: { readonly packageName: string; readonly version: string; readonly folder: string };
}

// What is compiled fits one ABI of Node.
const cache = fileURLToPath(
  new URL(`../../../node_modules/.cache/giliran/drivers-${process.versions.modules}/`, import.meta.url),
);

/** The last whose major runs on Node 20. */
const betterSqlite3 = sourceOf("better-sqlite3", "12.11.1");
/** The plain programs of a platform. Bun has a name of its own for arm64. */
const node = sourceOf(`node-${process.platform}-${process.arch}`, "24.21.0");
const bun = sourceOf(
  `@oven/bun-${process.platform}-${process.arch === "arm64" ? "aarch64" : process.arch}`,
  "1.4.5",
);

export const drivers: readonly Driver[] = [
  {
    name: "libsql",
    title: `libsql ${manifest.devDependencies.libsql}`,
    program: process.execPath,
    module: "libsql",
  },
  {
    name: "better-sqlite3",
    title: `better-sqlite3 ${betterSqlite3.version}`,
    program: process.execPath,
    module: installed(betterSqlite3),
    source: betterSqlite3,
  },
  {
    name: "node:sqlite",
    title: `node:sqlite of Node ${node.version}`,
    program: `${installed(node)}/bin/node`,
    module: "node:sqlite",
    source: node,
  },
  {
    name: "bun:sqlite",
    title: `bun:sqlite of Bun ${bun.version}`,
    program: `${installed(bun)}/bin/bun`,
    module: "bun:sqlite",
    source: bun,
  },
];

function sourceOf(packageName: string, version: string): NonNullable<Driver["source"]> {
  return { packageName, version, folder: `${cache}${packageName.replace("/", "-")}-${version}` };
}

function installed({ folder, packageName }: NonNullable<Driver["source"]>): string {
  return `${folder}/node_modules/${packageName}`;
}

/** Why the driver can't be tested here, or `undefined` where it can. */
export function driverMissing({ name, source }: Driver): string | undefined {
  if (source === undefined || existsSync(installed(source))) return undefined;
  return `${name} is not installed; \`npm run drivers\` does it`;
}
