import { InvalidConfigError } from "../errors.js";
import { type Family, homeKind, type Kind, type LookUp, type TableShape } from "./kind.js";

/** Holds kinds to what a store can keep, each where it is first met. */
export interface FamilyCheck {
  /**
   * The families of some kinds, and of the kinds that those lean on, each once and those that are leant on first.
   *
   * @throws InvalidConfigError with what was expected, what was found, and what to do.
   */
  readonly familiesOf: (kinds: Iterable<Kind>) => ReadonlySet<Family>;
}

/** One for each store: two families that it meets share its tables and the names of what is loaded. */
export function createFamilyCheck(): FamilyCheck {
  const met = new Map<string, Family>();
  const tables = new Map<string, Family>();

  function meet(family: Family): void {
    const { name } = family;
    if (met.get(name) === family) return;
    if (met.has(name))
      throw fault(
        `family ${name}`,
        "one family of a name",
        "two on one store",
        "rename one, or load giliran once: its builds for import and for require have families of their own",
      );
    for (const kind of family.kinds) checkKind(kind, family);
    checkShortNames(family);
    for (const table of tablesOf(family)) {
      const other = tables.get(table);
      if (other !== undefined)
        throw fault(
          `family ${name}`,
          `names that no other family has for its kinds, lists and details`,
          `${table}, which family ${other.name} has too`,
          "rename one of the two",
        );
    }
    for (const table of tablesOf(family)) tables.set(table, family);
    met.set(name, family);
  }

  function add(families: Set<Family>, entered: Set<Family>, kind: Kind): void {
    const family = kind.family();
    if (!family.kinds.includes(kind))
      throw fault(
        `kind ${kind.name}`,
        `a kind among the kinds of its family ${family.name}`,
        "none of them",
        "add it to the family's kinds, or give it a family of its own",
      );
    if (entered.has(family)) return;
    entered.add(family);
    for (const one of family.kinds)
      for (const other of [homeKind(one), one.beside?.kind])
        if (other !== undefined && other.family() !== family) add(families, entered, other);
    meet(family);
    families.add(family);
  }

  return {
    familiesOf(kinds) {
      const families = new Set<Family>();
      const entered = new Set<Family>();
      for (const kind of kinds) add(families, entered, kind);
      return families;
    },
  };
}

function fault(path: string, expected: string, found: string, advice: string): InvalidConfigError {
  return new InvalidConfigError(path, `expected ${expected}, found ${found}; ${advice}`);
}

/** The names that become tables. */
function tablesOf({ kinds }: Family): readonly string[] {
  return kinds.flatMap(({ name, lists = {}, details = {} }) => [
    name,
    ...Object.keys(lists),
    ...Object.keys(details).filter((detail) => detail !== name),
  ]);
}

function checkKind(kind: Kind, family: Family): void {
  checkColumns(kind);
  checkTable(kind, family);
  checkLists(kind, family);
  checkDetails(kind, family);
}

/** That whatever names a column names one that there is. */
function checkColumns(kind: Kind): void {
  const { name, key, agedBy, lookUps, lists = {}, beside } = kind;
  const need = (part: string, columns: readonly (string | undefined)[]) => {
    for (const column of columns)
      if (column !== undefined && !(column in kind.columns))
        throw fault(
          `kind ${name}, ${part}`,
          `columns of the kind (${Object.keys(kind.columns).join(", ")})`,
          column,
          "describe it in the kind's columns and add it to a migration, or name another",
        );
  };
  need("key", key);
  need("agedBy", [agedBy]);
  need("isolation.home", homeKind(kind)?.key ?? []);
  for (const lookUp of Object.values(lookUps) as readonly LookUp[]) {
    const part = `lookUps.${lookUp.name}`;
    need(part, [...(lookUp.by ?? []), lookUp.while, lookUp.upTo, lookUp.order]);
    if (lookUp.list !== undefined && !(lookUp.list in lists))
      throw fault(
        `kind ${name}, ${part}`,
        "a list of the kind",
        lookUp.list,
        "describe it in the kind's lists",
      );
  }
  if (beside !== undefined && !(beside.list in (beside.kind.lists ?? {})))
    throw fault(
      `kind ${name}, beside`,
      `a list of kind ${beside.kind.name}`,
      beside.list,
      "name one of its lists",
    );
  if (key.length !== 1 && Object.keys(lists).length > 0)
    throw fault(`kind ${name}, lists`, "a key of one column", key.join(", "), "lists lead to records by it");
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
  for (const [detail, { key, columns }] of Object.entries(kind.details ?? {})) {
    const path = `kind ${kind.name}, details.${detail}`;
    const missing = key.find((column) => !(column in columns));
    if (missing !== undefined)
      throw fault(`${path}, key`, "columns of the detail", missing, "describe it in the detail's columns");
    const table = findTable(family, detail);
    if (table === undefined) checkWrittenOut(path, detail, family);
    else checkTypes(path, table, { ...keys, ...columns }, family);
  }
}

/** Kinds and lists share the fields of one hash where names are part of every key, look-ups the names of sets. */
function checkShortNames({ name, kinds }: Family): void {
  const owners = new Map<string, string>();
  const take = (short: string, owner: string) => {
    const other = owners.get(short);
    if (other !== undefined && other !== owner)
      throw fault(
        `family ${name}`,
        "short names that are used once",
        `${short} of ${other} and of ${owner}`,
        "rename one",
      );
    owners.set(short, owner);
  };
  for (const kind of kinds) {
    if (kind.beside === undefined) take(`${kind.short}`, `kind ${kind.name}`);
    for (const [list, { short }] of Object.entries(kind.lists ?? {})) take(short, `list ${list}`);
  }
  owners.clear();
  for (const { lookUps, name: kind } of kinds)
    for (const { list, short, by = [] } of Object.values(lookUps))
      if (list === undefined) take(short, `a look-up of ${kind} by ${by.join(" and ") || "nothing"}`);
}

function stepsOf({ migrations }: Family) {
  return migrations.flat();
}

function findTable(family: Family, name: string): TableShape | undefined {
  for (const step of stepsOf(family))
    if (step.kind === "table" && step.table.name === name) return step.table;
  return undefined;
}

/** What a step in SQL may have made: nothing more is known of it. */
function isWrittenOut(name: string, family: Family): boolean {
  const inSql = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return stepsOf(family).some(
    (step) => step.kind === "sql" && `${step.sqlite ?? ""} ${step.postgres ?? ""}`.includes(inSql),
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
