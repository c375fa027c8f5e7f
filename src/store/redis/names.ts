import { homeColumns, type Kind, type LookUp, type LookUpValue } from "../kind.js";

/** Remembers what follows from a description. */
export function perKind<T>(make: (kind: Kind) => T): (kind: Kind) => T {
  const known = new WeakMap<Kind, { readonly made: T }>();
  return (kind) => {
    const one = known.get(kind) ?? { made: make(kind) };
    known.set(kind, one);
    return one.made;
  };
}

/**
 * All of a prefix is in one hash and in sets beside it. A kind's short name begins the fields of its records, a list's
 * those of its values, a look-up's its sets. Names of a family begin with the family's and a slash, but of one family.
 */
function familyPrefix(kind: Kind): string {
  const { name, short = name } = kind.family();
  return short === "" ? "" : `${short}/`;
}

/** The field that says how a family's data are laid out; so no kind of the family without a short name is a `v`. */
export function versionField(kind: Kind): string {
  const { name, short } = kind.family();
  return short === "" ? "v" : `v:${name}`;
}

/** Whether a field that begins with a version has the kind's records, and other records may have them as homes. */
export function isVersioned({ isolation, beside }: Kind): boolean {
  return isolation === "own" && beside === undefined;
}

export const fieldPrefix: (kind: Kind) => string = /* @__PURE__ */ perKind((kind) => {
  const { beside, short } = kind;
  return beside === undefined ? `${familyPrefix(kind)}${short}:` : listPrefix(beside.kind, beside.list);
});

/** How sets and lists name a record of a kind: its field without the prefix. A home's has no line break. */
export function memberOf(kind: Kind, key: LookUpValue): string {
  return isVersioned(kind) || key.length > 1 ? JSON.stringify(key) : (key[0] ?? "");
}

export function keyOfMember(kind: Kind, member: string): LookUpValue {
  return isVersioned(kind) || kind.key.length > 1 ? (JSON.parse(member) as LookUpValue) : [member]; // as above
}

export function fieldOf(kind: Kind, key: LookUpValue): string {
  return fieldPrefix(kind) + memberOf(kind, key);
}

export function keyOfField(kind: Kind, field: string): LookUpValue {
  return keyOfMember(kind, field.slice(fieldPrefix(kind).length));
}

export function listPrefix(kind: Kind, list: string): string {
  return `${familyPrefix(kind)}${kind.lists?.[list]?.short}:`;
}

/** The fields of all homes of a kind, by their names. */
export function homesSet(kind: Kind): string {
  return `${familyPrefix(kind)}${kind.name}s`;
}

/** The fields of a kind's records, by the column of their age. */
export function agesSet(kind: Kind): string {
  return `${familyPrefix(kind)}${kind.name}${isVersioned(kind) ? "-age" : ""}s`;
}

/** Begins the names of a look-up's sets of members, one for each value but where it is by nothing. */
export function setPrefix({ kind, short, by = [] }: LookUp): string {
  return `${familyPrefix(kind)}${short}${by.length > 0 ? ":" : ""}`;
}

export function setName(lookUp: LookUp, value: LookUpValue): string {
  return setPrefix(lookUp) + (value.length > 0 ? JSON.stringify(value) : "");
}

/** Whether a look-up finds one record by its key. */
export function isByKey({ kind, by, upTo, order }: LookUp): boolean {
  return sameColumns(by, kind.key) && upTo === undefined && order === undefined;
}

/** Whether a look-up needs no sets of its own, as those of all homes whose key begins with its value have the same. */
export function isThroughHomes({ kind, list, by = [], upTo, order }: LookUp): boolean {
  const columns = homeColumns(kind);
  return (
    list === undefined &&
    order === undefined &&
    by.length < columns.length &&
    sameColumns(by, columns.slice(0, by.length)) &&
    (upTo === undefined || upTo === columns[by.length])
  );
}

function sameColumns(some: readonly string[] | undefined, others: readonly string[]): boolean {
  return some?.length === others.length && others.every((name, index) => some[index] === name);
}
