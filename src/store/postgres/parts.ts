import { columnOf } from "../sql-tables.js";
import type { Part } from "../versions/layout.js";
import { sqlTypes } from "./names.js";

/** A part's rows on the server, which is given them as a JSON array of objects, or NULL where there are none. */
export function rowsOf({ name, types }: Part, alias: string): string {
  const columns = Object.entries(types).map(
    ([column, type]) => `${columnOf(column)} ${type === "record" ? "json" : sqlTypes[type]}`,
  );
  return `json_to_recordset("${name}") AS ${alias} (${columns.join(", ")})`;
}

/** Statements that cost nothing where a part has no rows. */
export function ifGiven({ name }: Part, statements: string): string {
  return `
  IF "${name}" IS NOT NULL THEN
    ${statements}
  END IF;`;
}
