import { type DrawCapacity, type DrawEntry, drawLimits, openPool } from "./entry.js";
import { isHex } from "./hex.js";
import { sortByStart } from "./sort-by-start.js";

/** What is wrong: where, and what was expected there. */
export interface DrawFault {
  readonly path: string;
  readonly expected: string;
}

const idBytes = 16;
/** A half of a letter that stands in two units; there is no UTF-8 for it. */
const loneSurrogate = /\p{Surrogate}/u;

/** What is wrong with entries, whatever is drawn for; `undefined` where nothing is. */
export function findEntriesFault(entries: readonly DrawEntry[]): DrawFault | undefined {
  if (entries.length > drawLimits.entries)
    return { path: "entries", expected: `at most ${drawLimits.entries} entries` };
  const fault = findInList(entries, "entries", findEntryFault);
  if (fault !== undefined) return fault;
  const sorted = sortIds(entries);
  const twice = sorted.findIndex(
    (index, at) => at > 0 && entries[index]?.id === entries[sorted[at - 1] ?? 0]?.id,
  );
  return twice === -1 ? undefined : below(`entries[${sorted[twice]}]`, sharedId);
}

/** An id that two entries have. */
export const sharedId: DrawFault = { path: "id", expected: "an id that no other entry has" };

/** The indexes of entries in the order of their ids; of one id, in that of the list. */
export function sortIds(entries: readonly DrawEntry[]): Uint32Array {
  return sortByStart(
    entries.length,
    (index) => Number.parseInt(entries[index]?.id.slice(0, 8) ?? "", 16),
    (a, b) => compareIds(entries[a], entries[b]) || a - b,
  );
}

/** As texts of small hex digits, which is as numbers. */
export function compareIds(a: DrawEntry | undefined, b: DrawEntry | undefined): number {
  const [idA = "", idB = ""] = [a?.id, b?.id];
  return idA < idB ? -1 : idA > idB ? 1 : 0;
}

/** The first fault of an item of a list, with its index. */
export function findInList<T>(
  items: readonly T[],
  path: string,
  find: (item: T) => DrawFault | undefined,
): DrawFault | undefined {
  for (const [index, item] of items.entries()) {
    const fault = find(item);
    if (fault !== undefined) return below(`${path}[${index}]`, fault);
  }
  return undefined;
}

/** A fault of a part as one of the whole. */
export function below(path: string, fault: DrawFault | undefined): DrawFault | undefined {
  return fault && { expected: fault.expected, path: fault.path === "" ? path : `${path}.${fault.path}` };
}

/** What is wrong with an entry by itself. */
export function findEntryFault(entry: unknown): DrawFault | undefined {
  const fault = findFieldFault(entry, ["choices", "id", "places", "pool", "weight"]);
  if (fault !== undefined) return fault;
  const { id, places, weight, pool, choices } = entry as DrawEntry;
  if (!isHex(id, idBytes)) return { path: "id", expected: "32 small hex digits" };
  if (!isCount(places, drawLimits.places)) return wholeNumber("places", drawLimits.places);
  if (!isCount(weight, drawLimits.weight)) return wholeNumber("weight", drawLimits.weight);
  if (!isName(pool)) return { path: "pool", expected: aName };
  const most = drawLimits.choices;
  if (!Array.isArray(choices) || choices.length < 1 || choices.length > most || !choices.every(isName))
    return { path: "choices", expected: `1 to ${most} windows, each ${aName}` };
  if (new Set(choices).size < choices.length) return { path: "choices", expected: "each window once" };
  return undefined;
}

/** What is wrong with an entry in a draw for these places. */
export function createEntryCheck(capacity: DrawCapacity): (entry: DrawEntry) => DrawFault | undefined {
  const most = new Map(
    Object.entries(capacity).map(([window, pools]) => [window, new Map(Object.entries(pools))]),
  );
  const pools = new Set([openPool, ...[...most.values()].flatMap((ofWindow) => [...ofWindow.keys()])]);
  return ({ places, pool, choices }) => {
    if (!pools.has(pool)) return { path: "pool", expected: "a pool of this draw" };
    let largest = 0;
    for (const choice of choices) {
      const ofWindow = most.get(choice);
      if (ofWindow === undefined) return { path: "choices", expected: "windows of this draw" };
      largest = Math.max(largest, ofWindow.get(pool) ?? 0, ofWindow.get(openPool) ?? 0);
    }
    if (places > largest) return { path: "places", expected: "no more than a wished window and pool has" };
    return undefined;
  };
}

/** What is wrong with the places of a draw. */
export function findCapacityFault(capacity: unknown): DrawFault | undefined {
  const expected = "an object of windows, each an object of pools and their places";
  if (!isPlainObject(capacity)) return { path: "", expected };
  for (const [window, pools] of Object.entries(capacity)) {
    if (!isName(window)) return { path: "", expected: `windows, each ${aName}` };
    if (!isPlainObject(pools)) return { path: window, expected: "an object of pools and their places" };
    for (const [pool, places] of Object.entries(pools)) {
      if (!isName(pool)) return { path: window, expected: `pools, each ${aName}` };
      if (!isWhole(places)) return { path: `${window}.${pool}`, expected: "a whole number from 0 up" };
    }
  }
  return undefined;
}

/** Whether something is an object with these fields and no others; those after `?` may be missing. */
export function findFieldFault(
  value: unknown,
  names: readonly string[],
  optional: readonly string[] = [],
): DrawFault | undefined {
  const expected = `an object with ${names.join(", ")}`;
  if (!isPlainObject(value)) return { path: "", expected };
  for (const name of names) if (!Object.hasOwn(value, name)) return { path: name, expected: "to be there" };
  for (const name of Object.keys(value))
    if (!names.includes(name) && !optional.includes(name))
      return { path: "", expected: `${expected}, and nothing else` };
  return undefined;
}

function wholeNumber(path: string, most: number): DrawFault {
  return { path, expected: `a whole number from 1 to ${most}` };
}

function isCount(value: unknown, most: number): boolean {
  return isWhole(value) && value >= 1 && value <= most;
}

/** Whether something is a number from 0 up that every language writes alike. */
export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** As `drawLimits` has it. */
export const aName = "a text of 1 to 200 letters";

/** What draws, windows, pools and beacons are called by. */
export function isName(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value.length >= 1 &&
    value.length <= drawLimits.name &&
    !loneSurrogate.test(value)
  );
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
