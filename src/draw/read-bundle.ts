import { findAnnouncementFault } from "./announcement.js";
import { type DrawBundle, type DrawResult, printBundle } from "./bundle.js";
import { type DrawEntry, drawLimits } from "./entry.js";
import {
  aName,
  below,
  createEntryCheck,
  type DrawFault,
  findEntryFault,
  findFieldFault,
  findInList,
  isName,
  isWhole,
  sharedId,
} from "./faults.js";
import { isHex } from "./hex.js";
import type { RoundRecord } from "./randomness.js";

/** A bundle in which everything is what it should be by itself, or why it is none. */
type BundleReading =
  | { readonly kind: "bundle"; readonly bundle: DrawBundle }
  | { readonly kind: "too-large"; readonly most: number }
  | ({ readonly kind: "malformed" } & DrawFault);

/** Reads an object, or the text of a file. */
export function readBundle(given: unknown): BundleReading {
  const value = typeof given === "string" ? parse(given) : given;
  const most = drawLimits.entries;
  const { list, result } = (value ?? {}) as Partial<Record<"list" | "result", unknown>>;
  if (lengthOf(list) > most || lengthOf(result) > most) return { kind: "too-large", most };
  const fault = findBundleFault(value);
  if (fault !== undefined) return { kind: "malformed", ...fault };
  const bundle = value as DrawBundle;
  if (typeof given === "string" && !isPrinted(given, bundle))
    return { kind: "malformed", path: "", expected: "canonical JSON (RFC 8785)" };
  return { kind: "bundle", bundle };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** Whether a text is what a bundle is printed as, letter by letter. */
function isPrinted(text: string, bundle: DrawBundle): boolean {
  let at = 0;
  for (const piece of printBundle(bundle)) {
    if (!text.startsWith(piece, at)) return false;
    at += piece.length;
  }
  return at === text.length;
}

function findBundleFault(value: unknown): DrawFault | undefined {
  const fault = findFieldFault(value, ["announcement", "beacon", "list", "result"]);
  if (fault !== undefined) return fault;
  const { announcement, beacon, list, result } = value as DrawBundle;
  if (!Array.isArray(list)) return { path: "list", expected: "a list" };
  if (!Array.isArray(result)) return { path: "result", expected: "a list" };
  return (
    below("announcement", findAnnouncementFault(announcement)) ??
    below("beacon", findRecordFault(beacon)) ??
    findInList(list, "list", findEntryFault) ??
    findInList(list, "list", createEntryCheck(announcement.capacity)) ??
    findInList(list, "list", createTwiceCheck()) ??
    findInList(result, "result", findOneResultFault)
  );
}

/** Of a list that is sorted, whether an id comes twice; one that is not is none that was announced. */
function createTwiceCheck(): (entry: DrawEntry) => DrawFault | undefined {
  let before = "";
  return ({ id }) => {
    if (id === before) return sharedId;
    before = id;
    return undefined;
  };
}

function findRecordFault(record: RoundRecord): DrawFault | undefined {
  const fault = findFieldFault(record, ["chain", "randomness", "round"], ["signature", "text"]);
  if (fault !== undefined) return fault;
  const { chain, round, randomness, signature = "", text = "" } = record;
  if (!isName(chain)) return { path: "chain", expected: aName };
  if (!isWhole(round)) return { path: "round", expected: "a whole number" };
  if (!isHex(randomness, 32)) return { path: "randomness", expected: "64 small hex digits" };
  if (typeof signature !== "string") return { path: "signature", expected: "hex digits" };
  return typeof text === "string" ? undefined : { path: "text", expected: "a text" };
}

function findOneResultFault(result: DrawResult): DrawFault | undefined {
  const fields = ["id", "mark", "rank", "window"];
  const fault = findFieldFault(result, fields, ["pool"]);
  if (fault !== undefined) return fault;
  const { id, mark, rank, window } = result;
  if (!isHex(id, 16)) return { path: "id", expected: "32 small hex digits" };
  if (!isHex(mark, 32)) return { path: "mark", expected: "64 small hex digits" };
  if (!isWhole(rank)) return { path: "rank", expected: "a whole number" };
  const isServed = window !== null;
  if (isServed && !isName(window)) return { path: "window", expected: "a window, or null" };
  if (isServed ? !isName(poolOf(result)) : poolOf(result) !== undefined)
    return { path: "pool", expected: "a pool where there is a window, and none where there is none" };
  return undefined;
}

/** The pool whose places an entry got. */
export function poolOf(result: DrawResult): unknown {
  return "pool" in result ? result.pool : undefined;
}
