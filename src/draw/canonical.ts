import { sha256 } from "@noble/hashes/sha2";
import type { DrawEntry } from "./entry.js";
import { hexOf } from "./hex.js";

const encoder = /* @__PURE__ */ new TextEncoder();

/**
 * JSON by RFC 8785: no blanks, keys sorted. The numbers of a draw are whole, so that nobody writes them another way.
 * @example
 * canonicalJson({ round: 1000, chain: "test" }); // {"chain":"test","round":1000}
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(",")}}`;
}

/** SHA-256 of a text in UTF-8, as hex. */
export function sha256Hex(text: string): string {
  return hexOf(sha256(encoder.encode(text)));
}

/** The same of a text that comes in pieces. */
export function sha256OfPieces(pieces: Iterable<string>): string {
  const hash = sha256.create();
  for (const piece of pieces) hash.update(encoder.encode(piece));
  return hexOf(hash.digest());
}

/** A list in canonical JSON, in pieces: of a million entries it is more than one text should hold. */
export function* listPieces<T>(items: Iterable<T>, print: (item: T) => string): Generator<string> {
  const longest = 65_536;
  let piece = "[";
  let before = "";
  for (const item of items) {
    piece += before + print(item);
    before = ",";
    if (piece.length < longest) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}]`;
}

/** `canonicalJson` of one entry after the other, written out for speed. */
export function createEntryPrinter(): (entry: DrawEntry) => string {
  const names = createNamePrinter();
  return ({ id, places, weight, pool, choices }) =>
    `{"choices":[${choices.map(names).join(",")}],"id":"${id}","places":${places},"pool":${names(pool)},"weight":${weight}}`;
}

/** Names as JSON; a draw has few, and says them often. */
export function createNamePrinter(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let printed = known.get(name);
    if (printed === undefined) {
      printed = JSON.stringify(name);
      known.set(name, printed);
    }
    return printed;
  };
}
