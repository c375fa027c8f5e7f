import { type Kind, keyOf } from "../kind.js";
import { type Decision, type Erasure, type Records, recordsOf, type Want } from "../scope.js";
import type { KnownData } from "./known-data.js";
import { agesSet, fieldOf, keyOfField } from "./names.js";
import { ask } from "./scripts.js";

/*
 * Records of a kind that nothing leads to but their keys are erased by age where they are. Others are loaded before,
 * and are erased by their keys.
 */

/** What is erased by age and must be loaded before. */
export async function wantAged(
  { script }: KnownData,
  { erase = [] }: Decision<unknown>,
  records: Records,
): Promise<readonly Want[]> {
  const wants: Want[] = [];
  for (const { kind, before } of erase) {
    if (before === undefined || standsAlone(kind)) continue;
    const found = await script(ask, "ZRANGEBYSCORE", agesSet(kind), "-inf", `(${before}`);
    const loaded = new Set(recordsOf(records, kind).map((record) => fieldOf(kind, keyOf(kind, record))));
    const fields = (found as readonly string[]).filter((field) => !loaded.has(field)); // decoded
    if (fields.length > 0)
      wants.push({ lookUp: kind.byKey, values: fields.map((field) => keyOfField(kind, field)) });
  }
  return wants;
}

/** Of a kind that something leads to the keys in place of the age. */
export function withKeys(erasure: Erasure, records: Records): Erasure {
  const { kind, keys = [], before } = erasure;
  const { agedBy = "", columns } = kind;
  if (before === undefined || standsAlone(kind)) return erasure;
  const aged = recordsOf(records, kind).filter((record) => Number(columns[agedBy]?.of(record)) < before);
  return { kind, keys: [...keys, ...aged.map((record) => keyOf(kind, record))] };
}

function standsAlone({ isolation, lists, lookUps }: Kind): boolean {
  return typeof isolation === "string" && lists === undefined && Object.keys(lookUps).length === 0;
}
