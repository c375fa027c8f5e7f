import { type Announcement, announcementHash as hashOfAnnouncement, hashOfList } from "./announcement.js";
import { computeResult, type DrawResult } from "./bundle.js";
import type { DrawEntry } from "./entry.js";
import type { DrawFault } from "./faults.js";
import type { Beacon, RoundRecord } from "./randomness.js";
import { poolOf, readBundle } from "./read-bundle.js";

/** What whoever verifies a draw knows of it beside the bundle. */
export interface VerifyOptions {
  /** The beacon that is trusted, or several; `drandQuicknet` of `giliran/draw/beacon` for most. */
  readonly beacon: Beacon | readonly Beacon[];
  /** The hash of the announcement, from where it stood before the round came out. */
  readonly announcementHash?: string;
  /** When it stood there, epoch milliseconds; needed where the announcement does not say when it was made. */
  readonly announcedAt?: number;
}

/** What verifying a draw ends with: the first thing that is wrong, in this order. */
export type DrawVerdict =
  /** Whoever follows the rules comes to this result. `announcementHash` is to be compared with the one that was published. */
  | { readonly kind: "ok"; readonly announcementHash: string }
  /** There are more entries than can be checked here. */
  | { readonly kind: "too-large"; readonly most: number }
  /** It is no bundle, or something in it is none of what a draw may hold; also where the text is not canonical JSON. */
  | ({ readonly kind: "malformed" } & DrawFault)
  /** It is not the announcement whose hash was published. */
  | { readonly kind: "announcement-mismatch"; readonly announcementHash: string }
  /** The list is not the one that was announced: other entries, or another order. */
  | { readonly kind: "list-mismatch" }
  /** The announcement names a beacon that whoever verifies does not trust. */
  | { readonly kind: "unknown-beacon"; readonly chain: string }
  /** The round came out before the list was closed, or too soon after it: somebody may have known it. Epoch milliseconds. */
  | { readonly kind: "round-too-early"; readonly roundAt: number; readonly earliest: number }
  /** The randomness is not what came out in that round. */
  | { readonly kind: "signature-bad" }
  /** By the rules this entry has another result, or stands at another rank, or is not there. */
  | { readonly kind: "result-mismatch"; readonly id: string };

/**
 * Does a draw once more from its bundle and compares. It needs no network and trusts nobody but the beacon.
 * @param bundle The bundle, or the text of its file; whatever else it is gets a verdict too, and no error.
 * @example
 * import { readFile } from "node:fs/promises";
 * const verdict = verifyDraw(await readFile("draw.json", "utf8"), { beacon: drandQuicknet });
 */
export function verifyDraw(bundle: unknown, options: VerifyOptions): DrawVerdict {
  const read = readBundle(bundle);
  if (read.kind !== "bundle") return read;
  const { announcement, list, beacon, result } = read.bundle;
  const hash = hashOfAnnouncement(announcement);
  if (options.announcementHash !== undefined && options.announcementHash !== hash)
    return { kind: "announcement-mismatch", announcementHash: hash };
  if (!isAnnounced(list, announcement)) return { kind: "list-mismatch" };
  return (
    findRoundFault(announcement, beacon, options) ??
    findResultFault(result, computeResult(announcement, list, beacon.randomness)) ?? {
      kind: "ok",
      announcementHash: hash,
    }
  );
}

function isAnnounced(list: readonly DrawEntry[], { entries, list: hash }: Announcement): boolean {
  const isSorted = list.every(({ id }, index) => index === 0 || (list[index - 1]?.id ?? "") < id);
  return isSorted && list.length === entries && hashOfList(list) === hash;
}

function findRoundFault(
  announcement: Announcement,
  record: RoundRecord,
  { beacon: trusted, announcedAt }: VerifyOptions,
): DrawVerdict | undefined {
  const { chain, round } = announcement.beacon;
  const beacon = [trusted].flat().find((one) => one.chain === chain);
  if (beacon === undefined) return { kind: "unknown-beacon", chain };
  const { freeze } = announcement;
  if (freeze === undefined && announcedAt === undefined)
    return {
      kind: "malformed",
      path: "announcement.freeze",
      expected: "the time of the freeze, or `announcedAt` from whoever verifies",
    };
  const earliest = Math.max(freeze ? (freeze.at + freeze.margin) * 1000 : 0, announcedAt ?? 0);
  const roundAt = beacon.timeOf(round);
  if (roundAt < earliest) return { kind: "round-too-early", roundAt, earliest };
  const isThatRound = record.chain === chain && record.round === round;
  return isThatRound && beacon.isGenuine(record) ? undefined : { kind: "signature-bad" };
}

function findResultFault(
  given: readonly DrawResult[],
  computed: readonly DrawResult[],
): DrawVerdict | undefined {
  for (const [index, result] of computed.entries()) {
    const other = given[index];
    if (other === undefined || !isSameResult(result, other))
      return { kind: "result-mismatch", id: result.id };
  }
  const more = given[computed.length];
  return more && { kind: "result-mismatch", id: more.id };
}

function isSameResult(a: DrawResult, b: DrawResult): boolean {
  return (
    a.id === b.id &&
    a.rank === b.rank &&
    a.mark === b.mark &&
    a.window === b.window &&
    poolOf(a) === poolOf(b)
  );
}
