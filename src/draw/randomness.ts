import { sha256Hex } from "./canonical.js";
import { isName } from "./faults.js";

/** What came out in a round of a beacon. It stands in the bundle whole, because beacons end and bundles are kept. */
export interface RoundRecord {
  readonly chain: string;
  readonly round: number;
  /** 32 bytes as hex. */
  readonly randomness: string;
  /** The beacon's signature of the round, as hex; of a beacon that signs. */
  readonly signature?: string;
  /** What was published, to the letter; of a text that others publish. */
  readonly text?: string;
}

/** Where randomness comes from that nobody in the draw can choose. */
export interface Beacon {
  /** Its name in announcements. */
  readonly chain: string;
  /** When a round comes out, epoch milliseconds. */
  timeOf(round: number): number;
  /** The first round that comes out at this time or later. */
  roundAfter(at: number): number;
  /** Whether a record holds what came out in its round. It asks no network, and never throws. */
  isGenuine(record: RoundRecord): boolean;
}

/** A text that others publish after the freeze, as RFC 3797 has it. */
export interface PublishedText {
  /** Which text it will be and where it will stand, so that nobody can say later that another one was meant. */
  readonly source: string;
  /** The text, from where whoever checks has read it. Without it no record is taken for genuine. */
  readonly text?: string;
}

/**
 * A text that others publish after the freeze, such as the winning numbers of a lottery. Its round is the epoch second at
 * which it is published, its randomness the SHA-256 of its UTF-8.
 * @example
 * const beacon = publishedText({ source: "Kompas of 15 August 2017, page 1, exchange rates", text: "USD 13361 EUR 15763" });
 */
export function publishedText({ source, text }: PublishedText): Beacon {
  return {
    ...secondsAsRounds(source),
    isGenuine: (record) =>
      record.text !== undefined && record.text === text && record.randomness === sha256Hex(record.text),
  };
}

/**
 * The record of a text that was published: for the bundle.
 * @param round The epoch second that was announced.
 * @example
 * const round = publishedRecord("Kompas of 15 August 2017, page 1, exchange rates", 1502755200, "USD 13361 EUR 15763");
 */
export function publishedRecord(source: string, round: number, text: string): RoundRecord {
  return { chain: source, round, text, randomness: sha256Hex(text) };
}

/**
 * A beacon for tests, whose rounds anybody can compute beforehand. Its chain is `test`, so that every bundle says so.
 * @param seed Any text; other seeds give other rounds.
 * @example
 * const bundleOfATest = testBeacon("one").recordOf(1502755200);
 */
export function testBeacon(seed: string): Beacon & { recordOf(round: number): RoundRecord } {
  const recordOf = (round: number): RoundRecord => ({
    chain: "test",
    round,
    randomness: sha256Hex(`${seed} ${round}`),
  });
  return {
    ...secondsAsRounds("test"),
    isGenuine: ({ round, randomness }) => recordOf(round).randomness === randomness,
    recordOf,
  };
}

function secondsAsRounds(chain: string): Pick<Beacon, "chain" | "timeOf" | "roundAfter"> {
  if (!isName(chain)) throw new RangeError("source: expected a text of at most 200 letters");
  return {
    chain,
    timeOf: (round) => round * 1000,
    roundAfter: (at) => Math.ceil(at / 1000),
  };
}
