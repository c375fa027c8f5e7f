import { hmac } from "@noble/hashes/hmac";
import { sha256 } from "@noble/hashes/sha2";
import { InvalidConfigError } from "../errors.js";
import type { DrawEntry } from "./entry.js";
import { compareIds, findEntriesFault } from "./faults.js";
import { hexOf, isHex, readHex } from "./hex.js";
import { sortByStart } from "./sort-by-start.js";

const markBytes = 32;
const idBytes = 16;

/**
 * The seed of a draw, as hex: HKDF-Extract of the round's randomness, salted with the hash of the announcement.
 * @param announcementHash 32 bytes as hex.
 * @param randomness 32 bytes as hex.
 * @example
 * const seed = drawSeed(announce({ draw: "2017-08-14", entries, capacity, beacon: { chain: "test", round: 1 } }).hash, record.randomness);
 */
export function drawSeed(announcementHash: string, randomness: string): string {
  return hexOf(hmac(sha256, readHex(announcementHash), readHex(randomness)));
}

/**
 * The entries in the order in which they are served. An entry's mark is the smallest of HMAC-SHA-256(seed, id and 0),
 * (seed, id and 1) …, as many as its weight says; the smaller mark goes first.
 * @param seed 32 bytes as hex.
 * @throws InvalidConfigError where an entry or the seed can't be one; `path` says which.
 * @example
 * const order = drawOrder(entries, "58410116be7945b30e1bf264af6490a4b6dd51f0bcdaa78508ebd2e0fac579b0");
 */
export function drawOrder<Entry extends DrawEntry>(
  entries: readonly Entry[],
  seed: string,
): readonly Entry[] {
  if (!isHex(seed, markBytes)) throw new InvalidConfigError("seed", "expected 64 small hex digits");
  const fault = findEntriesFault(entries);
  if (fault !== undefined) throw new InvalidConfigError(fault.path, `expected ${fault.expected}`);
  return Array.from(orderByMark(entries, seed), ({ entry }) => entry);
}

/** An entry and its mark, as hex. */
export interface Marked<Entry extends DrawEntry> {
  readonly entry: Entry;
  readonly mark: string;
}

/** Entries that were checked, in the order of their marks; one after the other, as a million at once take long to be cleared away. */
export function* orderByMark<Entry extends DrawEntry>(
  entries: readonly Entry[],
  seed: string,
): Generator<Marked<Entry>> {
  const marks = computeMarks(entries, readHex(seed));
  for (const index of sortMarks(marks, entries)) {
    const entry = entries[index];
    if (entry !== undefined) yield { entry, mark: hexOf(markAt(marks, index)) };
  }
}

function markAt(marks: Uint8Array, index: number): Uint8Array {
  return marks.subarray(index * markBytes, (index + 1) * markBytes);
}

/** The marks one after the other, as bytes: a million of them as texts would be most of what a draw takes. */
function computeMarks(entries: readonly DrawEntry[], seed: Uint8Array): Uint8Array {
  const marks = new Uint8Array(entries.length * markBytes);
  const message = new Uint8Array(idBytes + 4);
  const counter = new DataView(message.buffer, idBytes);
  const next = new Uint8Array(markBytes);
  const keyed = hmac.create(sha256, seed);
  const scratch = keyed.clone();
  const hashInto = (hash: Uint8Array, i: number) => {
    counter.setUint32(0, i);
    // As the desk's keyed hashes do it: a new state for each would cost as much as the hash.
    keyed._cloneInto(scratch);
    scratch.update(message).digestInto(hash);
  };
  for (const [index, { id, weight }] of entries.entries()) {
    const mark = markAt(marks, index);
    readHex(id, message);
    hashInto(mark, 0);
    for (let i = 1; i < weight; i++) {
      hashInto(next, i);
      if (compareBytes(next, mark) < 0) mark.set(next);
    }
  }
  return marks;
}

/** Indexes, the smallest mark first. Two entries have never one mark; if they had, the smaller id would be first. */
function sortMarks(marks: Uint8Array, entries: readonly DrawEntry[]): Uint32Array {
  const bytes = new DataView(marks.buffer);
  return sortByStart(
    entries.length,
    (index) => bytes.getUint32(index * markBytes),
    (a, b) => compareBytes(markAt(marks, a), markAt(marks, b)) || compareIds(entries[a], entries[b]),
  );
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return (a[index] ?? 0) - (b[index] ?? 0);
}
