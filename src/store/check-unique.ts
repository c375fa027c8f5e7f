import { StoreError } from "../errors.js";
import { type Kind, keyNameOf, type LookUpValue, nameOf, textsOf } from "./kind.js";
import { type Decision, type Records, recordsOf } from "./scope.js";

/** Columns of which no two records of a kind have the same values, where they have one in the last of them. */
export interface UniqueRule {
  readonly name: string;
  readonly columns: readonly string[];
}

const rules = new WeakMap<Kind, readonly UniqueRule[]>();

/** The rules of a kind's table, in the migrations of its family. */
export function uniqueRulesOf(kind: Kind): readonly UniqueRule[] {
  const known = rules.get(kind);
  if (known !== undefined) return known;
  const found = kind
    .family()
    .migrations.flat()
    .flatMap((step) =>
      step.kind === "table" && step.table.name === kind.name ? Object.entries(step.table.unique ?? {}) : [],
    )
    .map(([name, columns]) => ({ name, columns }));
  rules.set(kind, found);
  return found;
}

/** Names the values of a record that nobody else may have; `undefined` where it has none. */
export function uniqueName(kind: Kind, { columns }: UniqueRule, record: object): string | undefined {
  const last = kind.columns[columns.at(-1) ?? ""]?.of(record);
  return last === undefined ? undefined : nameOf(textsOf(kind, columns, record));
}

/**
 * What a decision saves may break no unique rule, by itself or with what was loaded for it: whoever decides again decides
 * the same.
 *
 * @throws StoreError that is not retryable; the others of a batch can be saved without what broke it.
 */
export function checkUnique({ save, erase = [] }: Decision<unknown>, loaded: Records): void {
  for (const { kind, records } of save)
    for (const rule of uniqueRulesOf(kind)) {
      const erased = erase.flatMap((one) => (one.kind === kind ? (one.keys ?? []) : []));
      checkRule(kind, rule, records, recordsOf<object>(loaded, kind), erased);
    }
}

function checkRule(
  kind: Kind,
  rule: UniqueRule,
  saved: readonly object[],
  loaded: readonly object[],
  erased: readonly LookUpValue[],
): void {
  const owners = ownersOf(kind, rule, saved);
  if (owners.size === 0) return;
  const replaced = new Set([...saved.map((record) => keyNameOf(kind, record)), ...erased.map(nameOf)]);
  for (const record of loaded) {
    const name = uniqueName(kind, rule, record);
    if (name !== undefined && owners.has(name) && !replaced.has(keyNameOf(kind, record)))
      throw brokenUnique(kind, rule);
  }
}

/** The keys of those that have a value, by its name. */
function ownersOf(kind: Kind, rule: UniqueRule, records: readonly object[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const record of records) {
    const name = uniqueName(kind, rule, record);
    if (name === undefined) continue;
    const key = keyNameOf(kind, record);
    if ((owners.get(name) ?? key) !== key) throw brokenUnique(kind, rule);
    owners.set(name, key);
  }
  return owners;
}

export function brokenUnique({ name }: Kind, rule: UniqueRule): StoreError {
  return new StoreError(
    `Two records of kind ${name} would have the same ${rule.columns.join(", ")}, of which the rule ${rule.name} of its table allows one; nothing was saved.`,
    { retryable: false, recordsRefused: true },
  );
}
