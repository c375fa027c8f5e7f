import { fault } from "./check-kind.js";
import type { Family, Kind, MigrationStep, TableShape } from "./kind.js";
import { snakeCase } from "./sql-tables.js";

/**
 * For databases with tables.
 *
 * @throws InvalidConfigError where a kind and the migrations of its family don't fit together.
 */
export function checkTables(kind: Kind, family: Family): void {
  checkTable(kind, family);
  checkLists(kind, family);
  checkDetails(kind, family);
}

/** That the migrations make the table that the kind's records need. */
function checkTable(kind: Kind, family: Family): void {
  const { name, key, columns, isolation } = kind;
  const path = `kind ${name}`;
  const table = findTable(family, name);
  if (table === undefined) {
    checkWrittenOut(path, name, family);
    return;
  }
  if (!table.record)
    throw fault(
      `${path}, migrations`,
      "a table with record: true",
      "one without",
      "its records are kept there",
    );
  const types = Object.fromEntries(Object.entries(columns).map(([column, { type }]) => [column, type]));
  checkTypes(path, table, types, family);
  if ([...table.key].sort().join() !== [...key].sort().join())
    throw fault(
      `${path}, migrations`,
      `a table with the kind's key (${key.join(", ")})`,
      table.key.join(", "),
      "give both the same key",
    );
  if ((table.versioned === true) !== (isolation === "own"))
    throw fault(
      `${path}, migrations`,
      isolation === "own"
        ? 'a table with versioned: true, as the kind\'s isolation is "own"'
        : 'a table without versioned, as the kind\'s isolation is not "own"',
      table.versioned === true ? "one with it" : "one without it",
      "make the migration and the isolation say the same",
    );
  const lists = Object.values(kind.lists ?? {}).map(({ column }) => column);
  for (const [column, type] of Object.entries(table.columns))
    if (!type.endsWith("?") && !(column in columns) && !lists.includes(column))
      throw fault(
        `${path}, columns`,
        `all columns of its table that are never NULL`,
        `no ${column}`,
        `describe it, or let the migration say "${type}?"`,
      );
}

function checkTypes(
  path: string,
  table: TableShape,
  types: Readonly<Record<string, string>>,
  family: Family,
): void {
  for (const [column, type] of Object.entries(types)) {
    const made = table.columns[column]?.replace("?", "");
    if (made === type || (made === undefined && isWrittenOut(column, family))) continue;
    throw fault(
      `${path}, columns.${column}`,
      `a column "${type}" in the table ${table.name} of the migrations of family ${family.name}`,
      made === undefined ? "none" : `"${made}"`,
      "add a migration that makes it so",
    );
  }
}

function checkLists(kind: Kind, family: Family): void {
  for (const [list, { column }] of Object.entries(kind.lists ?? {})) {
    const path = `kind ${kind.name}, lists.${list}`;
    if (column !== undefined) {
      if (findTable(family, kind.name)?.columns[column] !== "list" && !isWrittenOut(column, family))
        throw fault(
          path,
          `a column ${column} of type "list" in the table of the kind`,
          "none",
          "add a migration that makes it",
        );
      continue;
    }
    const made = stepsOf(family).flatMap((step) =>
      step.kind === "list" && step.list.name === list ? step.list : [],
    )[0];
    if (made === undefined) {
      checkWrittenOut(path, list, family);
      continue;
    }
    const lasting = Object.values(kind.lookUps).find((one) => one.list === list && one.while)?.while;
    if (made.key !== kind.key[0] || made.while !== lasting)
      throw fault(
        path,
        `a table with key ${kind.key[0]} and while ${lasting ?? "left out"}`,
        `key ${made.key} and while ${made.while ?? "left out"}`,
        "make the migration and the look-up by the list say the same",
      );
  }
}

function checkDetails(kind: Kind, family: Family): void {
  const keys = Object.fromEntries(kind.key.map((column) => [column, kind.columns[column]?.type ?? "text"]));
  for (const [detail, { columns }] of Object.entries(kind.details ?? {})) {
    const path = `kind ${kind.name}, details.${detail}`;
    const table = findTable(family, detail);
    if (table === undefined) checkWrittenOut(path, detail, family);
    else checkTypes(path, table, { ...keys, ...columns }, family);
  }
}

function stepsOf({ migrations }: Family): readonly MigrationStep[] {
  return migrations.flat();
}

function findTable(family: Family, name: string): TableShape | undefined {
  for (const step of stepsOf(family))
    if (step.kind === "table" && step.table.name === name) return step.table;
  return undefined;
}

/** What a step in SQL may have made: nothing more is known of it. */
function isWrittenOut(name: string, family: Family): boolean {
  const inSql = snakeCase(name);
  return stepsOf(family).some(
    (step) =>
      step.kind === "sql" &&
      `${step.sqlite ?? ""} ${step.postgres ?? ""} ${step.mariadb ?? ""}`.includes(inSql),
  );
}

function checkWrittenOut(path: string, name: string, family: Family): void {
  if (isWrittenOut(name, family)) return;
  throw fault(
    `${path}, migrations`,
    `a step of family ${family.name} that makes the table ${name}`,
    "none",
    "add a migration that makes it",
  );
}
