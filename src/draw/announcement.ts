import { InvalidConfigError } from "../errors.js";
import { canonicalJson, createEntryPrinter, listPieces, sha256Hex, sha256OfPieces } from "./canonical.js";
import { type DrawCapacity, type DrawEntry, type DrawRules, drawLimits, ruleNames } from "./entry.js";
import {
  aName,
  below,
  createEntryCheck,
  type DrawFault,
  findCapacityFault,
  findEntriesFault,
  findFieldFault,
  findInList,
  isName,
  isWhole,
  sortIds,
} from "./faults.js";
import { isHex } from "./hex.js";

/** What is published before the randomness exists. It fixes who is in the draw, for what, and which round decides. */
export interface Announcement {
  /** The draw's id. */
  readonly draw: string;
  readonly rules: DrawRules;
  /** How many there are. */
  readonly entries: number;
  /** SHA-256 of the entries as canonical JSON, sorted by id. */
  readonly list: string;
  readonly capacity: DrawCapacity;
  /** Whose randomness decides, and which round of it. */
  readonly beacon: { readonly chain: string; readonly round: number };
  /** When the list was closed, epoch seconds, and by how many seconds at least the round comes out after that. */
  readonly freeze?: { readonly at: number; readonly margin: number };
}

/** What is to be drawn, and by which round. */
export interface DrawPlan {
  readonly draw: string;
  /** Default `draw-1`. */
  readonly rules?: DrawRules;
  /** In any order. */
  readonly entries: readonly DrawEntry[];
  readonly capacity: DrawCapacity;
  readonly beacon: { readonly chain: string; readonly round: number };
  readonly freeze?: { readonly at: number; readonly margin: number };
}

/** An announcement with what is published beside it. */
export interface Announced {
  readonly announcement: Announcement;
  /** Canonical JSON (RFC 8785), to be published as it is. */
  readonly text: string;
  /** SHA-256 of the text. Whoever noted it before the round needs to trust nobody. */
  readonly hash: string;
  /** The entries sorted by id. */
  readonly list: readonly DrawEntry[];
}

/**
 * The announcement of a draw, to be published before its round comes out.
 * @throws InvalidConfigError where something can't be drawn; `path` says what, such as `entries[3].weight`.
 * @example
 * const freeze = { at: Math.ceil(Date.now() / 1000), margin: 600 };
 * const round = drandQuicknet.roundAfter((freeze.at + freeze.margin) * 1000);
 * const beacon = { chain: drandQuicknet.chain, round };
 * const { text, hash } = announce({ draw: "2017-08-14", entries, capacity, beacon, freeze });
 */
export function announce(plan: DrawPlan): Announced {
  const { draw, rules = "draw-1", capacity, beacon, freeze } = plan;
  const list = sortById(plan.entries);
  const announcement = {
    draw,
    rules,
    entries: list.length,
    list: hashOfList(list),
    capacity,
    beacon: { chain: beacon.chain, round: beacon.round },
    ...(freeze && { freeze }),
  };
  const fault =
    findAnnouncementFault(announcement) ?? findInList(plan.entries, "entries", createEntryCheck(capacity));
  if (fault !== undefined) throw new InvalidConfigError(fault.path, `expected ${fault.expected}`);
  const text = canonicalJson(announcement);
  return { announcement, text, hash: sha256Hex(text), list };
}

function sortById(entries: readonly DrawEntry[]): readonly DrawEntry[] {
  if (!Array.isArray(entries)) throw new InvalidConfigError("entries", "expected a list");
  const fault = findEntriesFault(entries);
  if (fault !== undefined) throw new InvalidConfigError(fault.path, `expected ${fault.expected}`);
  return Array.from(sortIds(entries), (index) => entries[index]).filter((entry) => entry !== undefined);
}

/**
 * SHA-256 of an announcement as it is published, as hex: to be compared with the one that stood there before the round.
 * @example
 * console.log(announcementHash(bundle.announcement));
 */
export function announcementHash(announcement: Announcement): string {
  return sha256Hex(canonicalJson(announcement));
}

/** SHA-256 of a list as it is published. */
export function hashOfList(list: readonly DrawEntry[]): string {
  return sha256OfPieces(listPieces(list, createEntryPrinter()));
}

/** What is wrong with an announcement, whatever it announces. */
export function findAnnouncementFault(announcement: unknown): DrawFault | undefined {
  const fields = ["beacon", "capacity", "draw", "entries", "list", "rules"];
  const fault = findFieldFault(announcement, fields, ["freeze"]);
  if (fault !== undefined) return fault;
  const { draw, rules, entries, list, capacity, beacon, freeze } = announcement as Announcement;
  if (!isName(draw)) return { path: "draw", expected: aName };
  if (!ruleNames.includes(rules)) return { path: "rules", expected: ruleNames.join(" or ") };
  if (!isWhole(entries) || entries > drawLimits.entries)
    return { path: "entries", expected: `at most ${drawLimits.entries}` };
  if (!isHex(list, 32)) return { path: "list", expected: "64 small hex digits" };
  return (
    below("capacity", findCapacityFault(capacity)) ??
    below("beacon", findBeaconFault(beacon)) ??
    (freeze === undefined ? undefined : below("freeze", findFreezeFault(freeze)))
  );
}

function findBeaconFault(beacon: Announcement["beacon"]): DrawFault | undefined {
  const fault = findFieldFault(beacon, ["chain", "round"]);
  if (fault !== undefined) return fault;
  if (!isName(beacon.chain)) return { path: "chain", expected: "the name of a beacon" };
  return isWhole(beacon.round) ? undefined : { path: "round", expected: "a whole number" };
}

function findFreezeFault(freeze: NonNullable<Announcement["freeze"]>): DrawFault | undefined {
  const fault = findFieldFault(freeze, ["at", "margin"]);
  if (fault !== undefined) return fault;
  if (!isWhole(freeze.at)) return { path: "at", expected: "epoch seconds" };
  return isWhole(freeze.margin) && freeze.margin > 0
    ? undefined
    : { path: "margin", expected: "seconds, at least 1" };
}
