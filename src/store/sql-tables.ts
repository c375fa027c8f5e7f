import { StoreError } from "../errors.js";
import type { Family } from "./kind.js";

/** `placeCount` is `place_count`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function tableOf(name: string): string {
  return `giliran_${snakeCase(name)}`;
}

/** Quoted, as some names are words of SQL. */
export function columnOf(name: string): string {
  return `"${snakeCase(name)}"`;
}

export function columnsOf(names: readonly string[]): readonly string[] {
  return names.map(columnOf);
}

/** The table of the versions that a family's tables were brought to. */
export function versionTable({ name, short = name }: Family): string {
  return tableOf(short === "" ? "schema" : `schema_${name}`);
}

/**
 * The version of a family's tables by the rows of `SELECT max(version) AS version`; 0 where there are none.
 *
 * @throws StoreError where a newer giliran has made them.
 */
export function versionIn(rows: readonly { readonly version?: unknown }[], { migrations }: Family): number {
  const version = Number(rows[0]?.version ?? 0);
  if (version <= migrations.length) return version;
  throw new StoreError(
    `The database has schema ${version} of giliran, this version knows ${migrations.length}; update giliran.`,
    { retryable: false },
  );
}
