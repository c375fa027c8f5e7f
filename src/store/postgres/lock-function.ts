import type { Home } from "../scope.js";
import type { HomeLayout, Layout } from "./layout.js";
import { plans } from "./load-function.js";
import { columnsOf, equal, tableOf } from "./names.js";
import { definePart, isGiven, type Part, parametersOf, rowsOf, writePart } from "./parts.js";

/** The arguments of a lock. */
export function writeHomes({ homes }: Layout, seen: readonly Home[]): readonly string[] {
  return homes.flatMap((home) => {
    const own = seen.filter(({ kind }) => kind === home.kind);
    return writePart(lockedPart(home), own, (column) => {
      const index = home.kind.key.indexOf(column);
      return ({ key }) => key[index];
    });
  });
}

/** Homes are locked in one order by everybody, so that no two wait for each other. */
export function lockFunction(name: string, { homes }: Layout): string {
  const parts = homes.map(lockedPart);
  return `
CREATE FUNCTION ${name}(${parametersOf(parts).join(", ")}) RETURNS void
LANGUAGE plpgsql ${plans} SET lock_timeout = '10s' AS $$
#variable_conflict use_column
BEGIN
  ${homes.map(lockHomes).join("")}
END $$;`;
}

export function lockedPart({ kind, rows }: HomeLayout): Part {
  const key = kind.key.map((name) => [name, rows.columns[name] ?? ""] as const);
  return definePart(kind.name, Object.fromEntries(key));
}

function lockHomes(home: HomeLayout): string {
  const { kind } = home;
  const part = lockedPart(home);
  return `
  IF ${isGiven(part)} THEN
    PERFORM FROM (SELECT * FROM ${rowsOf(part, "new")} ORDER BY ${columnsOf(kind.key)}) AS seen, LATERAL (
      SELECT FROM ${tableOf(kind.name)} AS home WHERE ${equal(kind.key, "home", "seen")} FOR UPDATE
    ) AS locked;
  END IF;`;
}
