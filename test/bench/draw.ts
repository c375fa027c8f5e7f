import { hmac } from "@noble/hashes/hmac";
import { sha256 } from "@noble/hashes/sha2";
import { announce, type DrawEntry, makeBundle, printBundle, testBeacon } from "giliran/draw";

/**
 * A draw from its entries to its file, measured in time of the processor; beside as many
 * bare HMACs of noble-hashes, computed and sorted. Places are a hundredth of the entries.
 */
const sizes = [10_000, 100_000, 1_000_000];
const beacon = testBeacon("bench");
const windows = Array.from({ length: 10 }, (_, index) => `${String(8 + index).padStart(2, "0")}00`);

function entriesOf(count: number): readonly DrawEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    // Ids are drawn at random; these are as good, and the same in each run.
    id: [...sha256(new TextEncoder().encode(`${index}`)).subarray(0, 16)]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join(""),
    places: 1 + (index % 3 === 0 ? 1 : 0),
    weight: 1,
    pool: index % 10 === 0 ? "elderly" : "open",
    choices: [0, 3, 7].map((step) => windows[(index + step) % windows.length] ?? ""),
  }));
}

function drawAll(entries: readonly DrawEntry[]): number {
  const places = entries.length / 100 / windows.length;
  const capacity = Object.fromEntries(
    windows.map((window) => [window, { elderly: Math.ceil(places / 5), open: Math.ceil((places * 4) / 5) }]),
  );
  const round = { chain: beacon.chain, round: 1_502_500_600 };
  const { announcement, list } = announce({ draw: "bench", entries, capacity, beacon: round });
  const bundle = makeBundle(announcement, list, beacon.recordOf(round.round));
  let letters = 0;
  for (const piece of printBundle(bundle)) letters += piece.length;
  return letters;
}

/** What nobody who draws by HMAC can do without. */
function bareHmacs(entries: readonly DrawEntry[]): void {
  // Of one state, as who cares for speed would do it.
  const keyed = hmac.create(sha256, new Uint8Array(32));
  const message = new Uint8Array(20);
  const view = new DataView(message.buffer);
  const marks = entries.map((_, index) => {
    view.setUint32(0, index);
    return keyed.clone().update(message).digest();
  });
  marks.sort((a, b) => {
    let at = 0;
    while (at < 31 && a[at] === b[at]) at++;
    return (a[at] ?? 0) - (b[at] ?? 0);
  });
}

function seconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const timesOf = new Map<number, number>();
// The smallest would else be measured while everything warms up.
for (let round = 0; round < 5; round++) drawAll(entriesOf(10_000));
for (const count of sizes) {
  const entries = entriesOf(count);
  const ours = seconds(() => drawAll(entries));
  const memory = process.resourceUsage().maxRSS / 1024;
  const bare = seconds(() => bareHmacs(entries));
  timesOf.set(count, ours);
  const rate = (time: number) => Math.round(count / time).toLocaleString("en");
  console.log(
    `${count.toLocaleString("en")} entries: ${rate(ours)} a second, bare HMACs ${rate(bare)}: ${(bare / ours).toFixed(2)} of it, at least 0.5; ${memory.toFixed(0)} MB at most`,
  );
}
const [smallest = 1, largest = 1] = [sizes[0], sizes.at(-1)];
const grown = (timesOf.get(largest) ?? 0) / (timesOf.get(smallest) ?? 1);
const nLogN = (largest * Math.log(largest)) / (smallest * Math.log(smallest));
console.log(`From ${smallest} to ${largest}: ${(grown / nLogN).toFixed(2)} times n log n, at most 1.3`);
