import { checkKind, fault } from "./check-kind.js";
import { type Family, homeKind, type Kind } from "./kind.js";

/** Holds kinds to what a store can keep, each where it is first met. */
export interface FamilyCheck {
  /**
   * The families of some kinds, and of the kinds that those lean on, each once and those that are leant on first.
   *
   * @throws InvalidConfigError with what was expected, what was found, and what to do.
   */
  readonly familiesOf: (kinds: Iterable<Kind>) => ReadonlySet<Family>;
}

/**
 * One for each store: two families that it meets share its tables and the names of what is loaded. `checkMore` is what
 * this kind of store asks beside.
 */
export function createFamilyCheck(checkMore?: (kind: Kind, family: Family) => void): FamilyCheck {
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
    for (const kind of family.kinds) {
      checkKind(kind);
      checkMore?.(kind, family);
    }
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

/** The names that become tables. */
function tablesOf({ kinds }: Family): readonly string[] {
  return kinds.flatMap(({ name, lists = {}, details = {} }) => [
    name,
    ...Object.keys(lists),
    ...Object.keys(details).filter((detail) => detail !== name),
  ]);
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
