import { InvalidConfigError } from "../errors.js";
import { type Allotted, createServing } from "./allotment.js";
import { type Announcement, announcementHash } from "./announcement.js";
import { canonicalJson, createEntryPrinter, createNamePrinter, listPieces } from "./canonical.js";
import type { DrawEntry } from "./entry.js";
import { drawSeed, orderByMark } from "./marks.js";
import type { RoundRecord } from "./randomness.js";

/** What one entry drew, with its mark as 64 hex digits. */
export type DrawResult = Allotted & { readonly mark: string };

/** A draw whole, as it is published: whoever has it can compute the result. Nothing of it says who anybody is. */
export interface DrawBundle {
  readonly announcement: Announcement;
  /** The entries sorted by id. */
  readonly list: readonly DrawEntry[];
  /** What came out in the round that was announced. */
  readonly beacon: RoundRecord;
  /** In the order of ranks. */
  readonly result: readonly DrawResult[];
}

/**
 * The draw itself: of what was announced and of what came out in its round, the result.
 * @param list As `announce` gave it.
 * @throws InvalidConfigError where the record is of another beacon or round, or the list of another length.
 * @example
 * const beacon = { chain: record.chain, round: record.round };
 * const { announcement, list } = announce({ draw: "2017-08-14", entries, capacity, beacon });
 * const { result } = makeBundle(announcement, list, record);
 */
export function makeBundle(
  announcement: Announcement,
  list: readonly DrawEntry[],
  beacon: RoundRecord,
): DrawBundle {
  const { chain, round } = announcement.beacon;
  if (beacon.chain !== chain || beacon.round !== round)
    throw new InvalidConfigError("beacon", `expected round ${round} of ${chain}`);
  if (list.length !== announcement.entries)
    throw new InvalidConfigError("list", `expected ${announcement.entries} entries`);
  return { announcement, list, beacon, result: computeResult(announcement, list, beacon.randomness) };
}

/** What the rules give; the same for everybody who computes it. */
export function computeResult(
  announcement: Announcement,
  list: readonly DrawEntry[],
  randomness: string,
): readonly DrawResult[] {
  const serve = createServing(announcement.capacity, announcement.rules);
  const seed = drawSeed(announcementHash(announcement), randomness);
  return Array.from(orderByMark(list, seed), ({ entry, mark }, index) => ({
    id: entry.id,
    rank: index + 1,
    mark,
    ...serve(entry),
  }));
}

/**
 * A bundle as text: canonical JSON (RFC 8785), in pieces, since a big draw is more than one text should hold.
 * @example
 * import { writeFile } from "node:fs/promises";
 * await writeFile("draw.json", printBundle(bundle));
 */
export function* printBundle({ announcement, beacon, list, result }: DrawBundle): Generator<string> {
  yield `{"announcement":${canonicalJson(announcement)},"beacon":${canonicalJson(beacon)},"list":`;
  yield* listPieces(list, createEntryPrinter());
  yield ',"result":';
  yield* listPieces(result, createResultPrinter());
  yield "}";
}

/** `canonicalJson` of one result after the other, written out for speed. */
function createResultPrinter(): (result: DrawResult) => string {
  const names = createNamePrinter();
  return (result) => {
    const start = `{"id":"${result.id}","mark":"${result.mark}",`;
    const end = `"rank":${result.rank},"window":`;
    return result.window === null
      ? `${start}${end}null}`
      : `${start}"pool":${names(result.pool)},${end}${names(result.window)}}`;
  };
}
