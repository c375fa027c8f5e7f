import { announce } from "../../draw/announcement.js";
import { computeResult, type DrawBundle, makeBundle } from "../../draw/bundle.js";
import { canonicalJson, sha256Hex } from "../../draw/canonical.js";
import type { DrawEntry } from "../../draw/entry.js";
import { drawSeed, orderByMark } from "../../draw/marks.js";
import { substitutes } from "../../draw/substitutes.js";
import { verifyDraw } from "../../draw/verify.js";
import { countingParties, firstWishesFirst, stoppingAtTheFirst } from "./broken-allotments.js";
import { type Lottery, lottery } from "./lottery.js";

/** A lottery that breaks one rule and no other. */
export interface BrokenLottery {
  /** The rule that catches it. */
  readonly name: string;
  readonly why: string;
  readonly lottery: Lottery;
}

/** What many write first; each is caught by its rule and by no other. */
export const brokenLotteries: readonly BrokenLottery[] = [
  broken("again", "hashes the announcement with its fields as they happen to stand", {
    makeBundle(announcement, list, beacon) {
      const bundle = makeBundle(announcement, list, beacon);
      const seed = drawSeed(sha256Hex(JSON.stringify(announcement)), beacon.randomness);
      const places = lottery.allot(lottery.drawOrder(list, seed), announcement.capacity, announcement.rules);
      const marks = [...orderByMark(list, seed)];
      return { ...bundle, result: places.map((one, index) => ({ ...one, mark: marks[index]?.mark ?? "" })) };
    },
  }),
  broken("arrival", "takes running numbers for ids", {
    announce: ({ entries, ...plan }) =>
      announce({ ...plan, entries: entries.map((entry, index) => ({ ...entry, id: runningNumber(index) })) }),
  }),
  broken("personal", "publishes entries with all that it knows of them", {
    announce({ entries, ...plan }) {
      const plain = entries.map(({ id, places, weight, pool, choices }) => ({
        id,
        places,
        weight,
        pool,
        choices,
      }));
      const announced = announce({ ...plan, entries: plain });
      const known = new Map(entries.map((entry) => [entry.id, entry]));
      return { ...announced, list: announced.list.map((entry) => known.get(entry.id) ?? entry) };
    },
    printBundle: (bundle) => printWhole(bundle),
  }),
  broken("bytes", "compares who got what, and no marks", {
    verifyDraw(given, options) {
      const verdict = verifyDraw(given, options);
      if (verdict.kind !== "result-mismatch") return verdict;
      const bundle: DrawBundle = typeof given === "string" ? JSON.parse(given) : given;
      const right = computeResult(bundle.announcement, bundle.list, bundle.beacon.randomness);
      const result = bundle.result.map((one, index) => ({ ...one, mark: right[index]?.mark ?? "" }));
      return verifyDraw({ ...bundle, result }, options);
    },
  }),
  broken("freeze", "is content with a round after the freeze, whatever its margin", {
    verifyDraw(given, options) {
      const verdict = verifyDraw(given, options);
      const { freeze } = (given as DrawBundle).announcement ?? {};
      const isAfter = verdict.kind === "round-too-early" && verdict.roundAt >= (freeze?.at ?? 0) * 1000;
      return isAfter ? { kind: "ok", announcementHash: "" } : verdict;
    },
  }),
  broken("withdrawal", "shuffles: one number from the seed for each place of the list", {
    drawOrder: shuffle,
  }),
  broken("capacity", "counts parties where it should count places", { allot: countingParties }),
  broken("waste", "ends at the first party that fits nowhere", { allot: stoppingAtTheFirst }),
  broken("pools", "asks the own pool first, whatever was announced", {
    allot: (order, capacity) => lottery.allot(order, capacity),
  }),
  broken("lies", "serves first wishes first, then second ones", { allot: firstWishesFirst }),
  broken("substitutes", "lets those who lost move up in the order of the list", {
    substitutes: (bundle, free, gone) =>
      substitutes(
        { ...bundle, result: bundle.result.toSorted((a, b) => (a.id < b.id ? -1 : 1)) },
        free,
        gone,
      ),
  }),
  broken(
    "symmetric",
    "adds the seed to the id of who comes alone instead of hashing both: neighbours stay neighbours",
    {
      drawOrder: (entries, seed) =>
        orderBy(entries, (entry) =>
          entry.weight === 1 && entry.places === 1
            ? (BigInt(`0x${entry.id}${"0".repeat(32)}`) + BigInt(`0x${seed}`)) % 2n ** 256n
            : markOf(entry, seed),
        ),
    },
  ),
  broken("weights", "divides the mark by the weight", {
    drawOrder: (entries, seed) =>
      orderBy(entries, (entry) => markOf({ ...entry, weight: 1 }, seed) / BigInt(entry.weight)),
  }),
  broken("party", "gives each of a party a mark, and the party the best of them", {
    drawOrder: (entries, seed) =>
      orderBy(entries, (entry) => markOf({ ...entry, weight: entry.weight * entry.places }, seed)),
  }),
];

function broken(name: string, why: string, replaced: Partial<Lottery>): BrokenLottery {
  return { name, why, lottery: { ...lottery, ...replaced } };
}

function runningNumber(index: number): string {
  return String(index + 1).padStart(32, "0");
}

function* printWhole(bundle: DrawBundle): Generator<string> {
  yield canonicalJson(bundle);
}

/** Each next one by its weight, with the next number that the seed gives. */
function shuffle<Entry extends DrawEntry>(entries: readonly Entry[], seed: string): readonly Entry[] {
  const left = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const order: Entry[] = [];
  while (left.length > 0) {
    const all = left.reduce((sum, { weight }) => sum + weight, 0);
    let ticket = Number(BigInt(`0x${sha256Hex(`${seed} ${left.length}`)}`) % BigInt(all));
    const index = left.findIndex(({ weight }) => {
      ticket -= weight;
      return ticket < 0;
    });
    order.push(...left.splice(index, 1));
  }
  return order;
}

function orderBy<Entry extends DrawEntry>(
  entries: readonly Entry[],
  markOfEntry: (entry: Entry) => bigint,
): readonly Entry[] {
  const marked = entries.map((entry) => ({ entry, mark: markOfEntry(entry) }));
  return marked.sort((a, b) => (a.mark < b.mark ? -1 : 1)).map(({ entry }) => entry);
}

function markOf(entry: DrawEntry, seed: string): bigint {
  return BigInt(`0x${[...orderByMark([entry], seed)][0]?.mark}`);
}
