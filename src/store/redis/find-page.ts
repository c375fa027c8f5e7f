import { homeKind, isOfHome, type LookUp, type LookUpValue, nameOf } from "../kind.js";
import type { Filter, Page, Query } from "../store.js";
import type { KnownData } from "./known-data.js";
import {
  fieldPrefix,
  homesSet,
  isByKey,
  isThroughHomes,
  keyOfMember,
  listPrefix,
  memberOf,
  setName,
} from "./names.js";
import { ask } from "./scripts.js";
import { counted } from "./seen.js";
import { readList, readRecord } from "./values.js";

export async function findPage<R extends object>(known: KnownData, query: Query<R>): Promise<Page<R>> {
  const { lookUp, limit, after = "" } = query;
  const { kind } = lookUp;
  const members = new Map<string, string>();
  for (const member of await findMembers(known, query))
    members.set(nameOf(keyOfMember(kind, member)), member);
  const keys = [...members.keys()].filter((one) => one > after).sort();
  const page = keys.slice(0, limit);
  if (page.length === 0) return { records: [] };
  const fields = page.map((one) => `${fieldPrefix(kind)}${members.get(one)}`);
  const values = (await known.script(ask, "HMGET", "", ...counted(fields))) as readonly (string | null)[]; // decoded
  const records = values.flatMap((value) => (value && readRecord(kind, value)) || []) as R[]; // of that kind
  const next = keys.length > limit ? page.at(-1) : undefined;
  return { records, ...(next !== undefined && { next }) };
}

/** How sets and lists name the records that a filter finds, in no order and perhaps twice. */
async function findMembers(
  { script }: KnownData,
  { lookUp, value, upTo }: Filter,
): Promise<readonly string[]> {
  const { kind, list } = lookUp;
  const range = async (...words: readonly string[]) => (await script(ask, ...words)) as readonly string[]; // decoded
  const inSet = (of: LookUp, at: LookUpValue, most = "+inf") =>
    range("ZRANGEBYSCORE", setName(of, at), "-inf", most);
  if (list !== undefined) {
    const line = await script(ask, "HGET", "", `${listPrefix(kind, list)}${value[0]}`);
    return readList(line as string | null)
      .slice(1)
      .map(String); // decoded
  }
  if (isByKey(lookUp)) return [memberOf(kind, value)];
  const most = lookUp.upTo === undefined ? undefined : upTo;
  if (!isThroughHomes(lookUp)) return inSet(lookUp, value, most?.toString());
  const home = homeKind(kind) ?? kind;
  const prefix = fieldPrefix(home);
  const from = prefix + memberOf(home, value).slice(0, -1) + (value.length > 0 ? "," : "");
  // What follows is a text, so a quotation mark, and `#` comes next to it.
  const homes = await range("ZRANGEBYLEX", homesSet(home), `[${from}`, `(${from}#`);
  const members = homes
    .map((field) => field.slice(prefix.length))
    .filter((one) => most === undefined || (keyOfMember(home, one)[value.length] ?? "") <= String(most));
  if (home === kind) return members;
  const all = Object.values(kind.lookUps).find(isAllOfHome);
  if (all === undefined) return [];
  return (await Promise.all(members.map((one) => inSet(all, keyOfMember(home, one))))).flat();
}

function isAllOfHome(lookUp: LookUp): boolean {
  return isOfHome(lookUp) && lookUp.upTo === undefined && lookUp.order === undefined;
}
