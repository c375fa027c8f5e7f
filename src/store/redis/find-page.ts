import { homeKind, isOfHome, type LookUp, type LookUpValue, nameOf } from "../kind.js";
import type { Filter, Page, Query } from "../store.js";
import type { RedisConnection } from "./connection.js";
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
import { readList, readRecord } from "./values.js";

export async function findPage<R extends object>(
  connection: RedisConnection,
  key: string,
  query: Query<R>,
): Promise<Page<R>> {
  const { lookUp, limit, after = "" } = query;
  const { kind } = lookUp;
  const members = new Map<string, string>();
  for (const member of await findMembers(connection, key, query))
    members.set(nameOf(keyOfMember(kind, member)), member);
  const keys = [...members.keys()].filter((one) => one > after).sort();
  const page = keys.slice(0, limit);
  if (page.length === 0) return { records: [] };
  const fields = page.map((one) => `${fieldPrefix(kind)}${members.get(one)}`);
  const values = (await connection.command("HMGET", key, ...fields)) as readonly (string | null)[]; // decoded
  const records = values.flatMap((value) => (value && readRecord(kind, value)) || []) as R[]; // of that kind
  const next = keys.length > limit ? page.at(-1) : undefined;
  return { records, ...(next !== undefined && { next }) };
}

/** How sets and lists name the records that a filter finds, in no order and perhaps twice. */
async function findMembers(
  { command }: RedisConnection,
  key: string,
  { lookUp, value, upTo }: Filter,
): Promise<readonly string[]> {
  const { kind, list } = lookUp;
  const range = async (...words: readonly string[]) => (await command(...words)) as readonly string[]; // decoded
  const inSet = (of: LookUp, at: LookUpValue, most = "+inf") =>
    range("ZRANGEBYSCORE", `${key}:${setName(of, at)}`, "-inf", most);
  if (list !== undefined) {
    const line = await command("HGET", key, `${listPrefix(kind, list)}${value[0]}`);
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
  const homes = await range("ZRANGEBYLEX", `${key}:${homesSet(home)}`, `[${from}`, `(${from}#`);
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
