import { type Kind, textsOf } from "../kind.js";
import { fieldOf, perKind } from "./names.js";

/*
 * A record is one line of JSON, behind lines that a script reads: until when lists find it, where its kind has lists,
 * and the field of its home. A home begins with its version. What is beside a list stands behind the line of the list.
 */

/** How many lines are before the record. */
function linesBefore({ isolation, lists }: Kind): number {
  return (isolation === "none" ? 0 : 1) + (lists === undefined ? 0 : 1);
}

/** A pattern of Lua that finds until when lists find a record, and the field of its home; `()` where neither is. */
export function headPattern({ isolation, lists }: Kind): string {
  const line = "([^\n]*)\n";
  const lasts = lists === undefined ? "()" : line;
  if (isolation === "own") return lists === undefined ? "^()()" : `^[^\n]*\n${lasts}()`;
  return isolation === "none" ? `^${lasts}()` : `^${lasts}${line}`;
}

/** Prints records of a kind, with no version. */
export const valuePrinter: (kind: Kind) => (record: object) => string = /* @__PURE__ */ perKind((kind) => {
  const { isolation, lists, lookUps, columns } = kind;
  const home = typeof isolation === "object" ? isolation.home : undefined;
  const ofLists = Object.values(lookUps).filter(({ list }) => list !== undefined);
  const whiles = new Set(ofLists.flatMap((lookUp) => lookUp.while ?? []));
  const lastsUntil = (record: object) => {
    let last = 0;
    for (const column of whiles) last = Math.max(last, Number(columns[column]?.of(record) ?? 0));
    return last;
  };
  return (record) => {
    const lasts = lists === undefined ? "" : `${lastsUntil(record) || ""}\n`;
    const place = home === undefined ? "" : `${fieldOf(home, textsOf(kind, home.key, record))}\n`;
    return lasts + place + JSON.stringify(record);
  };
});

/** The record of a field's value; none where there is a version alone, or nothing beside a list. */
export function readRecord(kind: Kind, value: string): object | undefined {
  const json = afterLines(value, linesBefore(kind));
  return json === "" ? undefined : (JSON.parse(json) as object); // decoded
}

export function afterLines(value: string, lines: number): string {
  let from = 0;
  for (let line = 0; line < lines; line++) {
    from = value.indexOf("\n", from) + 1;
    if (from === 0) return "";
  }
  return value.slice(from);
}

/** A count of changes, then members. */
export type ListLine = readonly [number, ...string[]];

export function readList(value: string | null | undefined): ListLine {
  if (!value) return [0];
  const [line = ""] = value.split("\n", 1);
  return JSON.parse(line) as ListLine; // decoded
}
