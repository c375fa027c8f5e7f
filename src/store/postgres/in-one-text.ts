import { storeError } from "./failures.js";

export type Statement = readonly [sql: string, ...values: readonly (string | null)[]];

/** Statements that are sent together can't have parameters, so that the values stand in their text. */
export function inOneText(statements: readonly Statement[]): string {
  return statements
    .map(([sql, ...values]) => sql.replace(/\$(\d+)/g, (_, number) => literalOf(values[Number(number) - 1])))
    .join(";\n");
}

/** https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE: whatever its settings. */
function literalOf(value: string | null | undefined): string {
  if (value === null || value === undefined) return "NULL";
  // It would end the text here; with parameters the server refuses it.
  if (value.includes("\0")) throw storeError(Object.assign(new Error("a NUL character"), { code: "22021" }));
  return `E'${value.replace(/['\\]/g, "\\$&")}'`;
}
