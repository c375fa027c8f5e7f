import fc from "fast-check";
import {
  announce,
  canonicalJson,
  type DrawBundle,
  type DrawEntry,
  drawLimits,
  drawOrder,
  makeBundle,
  printBundle,
  publishedRecord,
  publishedText,
  rfc3797,
  testBeacon,
  verifyDraw,
} from "giliran/draw";
import { drandQuicknet } from "giliran/draw/beacon";
import { describe, expect, it } from "vitest";
import { beacon, capacity, entries, plan, sampleBundle, vectorBundle } from "./sample-draw.js";

const bundle = sampleBundle();
const { announcement, list, result } = bundle;
const [first, second, ...others] = list;
const [winner, ...losers] = result;
if (first === undefined || second === undefined || winner === undefined) throw new Error("Eight take part.");
const text = [...printBundle(bundle)].join("");
const kindOf = (given: unknown) => verifyDraw(given, { beacon }).kind;

/** As an organiser would announce it who did not use `announce`, which refuses it. */
function announcedAnyway(
  wrong: readonly unknown[],
  places: DrawBundle["announcement"]["capacity"] = capacity,
): unknown {
  const made = { ...announcement, capacity: places, entries: wrong.length };
  return { ...bundle, announcement: made, list: wrong };
}

describe("a bundle", () => {
  it("verifies, as an object and as its file", () => {
    const { hash } = announce(plan);
    const expected = { kind: "ok", announcementHash: hash };
    expect(verifyDraw(bundle, { beacon, announcementHash: hash })).toEqual(expected);
    expect(verifyDraw(text, { beacon: [drandQuicknet, beacon] })).toEqual(expected);
    expect(verifyDraw(vectorBundle(), { beacon: drandQuicknet }).kind).toBe("ok");
  });

  it("is printed as canonical JSON", () => {
    expect(text).toBe(canonicalJson(bundle));
  });

  it("with any one byte changed does not verify", () => {
    const found: string[] = [];
    for (let at = 0; at < text.length; at++)
      for (const letter of ["0", "1", "a", " "]) {
        if (letter === text[at]) continue;
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        if (kindOf(changed) === "ok") found.push(`${letter} at ${at}`);
      }
    expect(found).toEqual([]);
  });
});

describe("what is wrong is told by name", () => {
  it.each<[string, unknown, string]>([
    ["nothing", undefined, ""],
    ["a text that is no JSON", "{", ""],
    ["a file with blanks", JSON.stringify(bundle, undefined, 1), ""],
    ["a file with a field twice", text.replace('{"announcement"', '{"list":[],"announcement"'), ""],
    ["another field", { ...bundle, people: [] }, ""],
    ["no result", { announcement, list, beacon: bundle.beacon }, "result"],
    [
      "rules that nobody knows",
      { ...bundle, announcement: { ...announcement, rules: "draw-2" } },
      "announcement.rules",
    ],
    ["a weight of 0", announcedAnyway([{ ...first, weight: 0 }]), "list[0].weight"],
    ["a weight of 1.5", announcedAnyway([first, { ...second, weight: 1.5 }]), "list[1].weight"],
    ["a wish that names no window", announcedAnyway([{ ...first, choices: ["1700"] }]), "list[0].choices"],
    ["a wish twice", announcedAnyway([{ ...first, choices: ["0900", "0900"] }]), "list[0].choices"],
    ["no wish", announcedAnyway([{ ...first, choices: [] }]), "list[0].choices"],
    ["a party larger than any slot", announcedAnyway([{ ...first, places: 4 }]), "list[0].places"],
    ["a pool that there is not", announcedAnyway([{ ...first, pool: "vip" }]), "list[0].pool"],
    ["an id that is none", announcedAnyway([{ ...first, id: "1" }]), "list[0].id"],
    ["an id twice", announcedAnyway([first, first]), "list[1].id"],
    ["a name in an entry", announcedAnyway([{ ...first, name: "Ani" }]), "list[0]"],
    ["half a letter", announcedAnyway([{ ...first, pool: "\ud800" }]), "list[0].pool"],
    [
      "places that are no number",
      announcedAnyway([first], { "0900": { open: 1.5 } }),
      "announcement.capacity.0900.open",
    ],
    ["an announcement that says no time", sampleBundleWithout("freeze"), "announcement.freeze"],
    ["a list with holes", { ...bundle, list: new Array(8) }, "list[0]"],
  ])("malformed: %s", (_, given, path) => {
    expect(verifyDraw(given, { beacon })).toMatchObject({ kind: "malformed", path });
  });

  it.each<[string, unknown, string]>([
    ["an entry left out", { ...bundle, list: list.slice(1) }, "list-mismatch"],
    ["an entry added", { ...bundle, list: [...list, { ...first, id: "f".repeat(32) }] }, "list-mismatch"],
    ["an entry changed", { ...bundle, list: [{ ...first, weight: 2 }, second, ...others] }, "list-mismatch"],
    ["the list in another order", { ...bundle, list: [second, first, ...others] }, "list-mismatch"],
    [
      "the round of another beacon",
      { ...bundle, beacon: { ...bundle.beacon, chain: "drand" } },
      "signature-bad",
    ],
    ["another round", { ...bundle, beacon: beacon.recordOf(announcement.beacon.round + 1) }, "signature-bad"],
    [
      "randomness made up",
      { ...bundle, beacon: { ...bundle.beacon, randomness: "0".repeat(64) } },
      "signature-bad",
    ],
    ["the beacon announced later", withAnnounced({ beacon: { chain: "mine", round: 1 } }), "unknown-beacon"],
    [
      "places moved afterwards",
      withAnnounced({ capacity: { ...capacity, "0900": { open: 4 } } }),
      "result-mismatch",
    ],
    [
      "a place more afterwards",
      withAnnounced({ capacity: { ...capacity, "0900": { open: 4, elderly: 1 } } }),
      "result-mismatch",
    ],
    [
      "a round before the end of the margin",
      sampleBundle({ beacon: { chain: "test", round: plan.freeze.at + 599 } }),
      "round-too-early",
    ],
    [
      "somebody's mark",
      { ...bundle, result: [{ ...winner, mark: "0".repeat(64) }, ...losers] },
      "result-mismatch",
    ],
    ["a result left out", { ...bundle, result: losers }, "result-mismatch"],
    ["a result twice", { ...bundle, result: [...result, winner] }, "result-mismatch"],
  ])("%s is refused", (_, given, kind) => {
    expect(kindOf(given)).toBe(kind);
  });

  it("says whose result it is", () => {
    const swapped = result.map((one) => (one.rank === 3 ? { ...one, window: "1000" } : one));
    const third = result.find(({ rank }) => rank === 3);
    expect(verifyDraw({ ...bundle, result: swapped }, { beacon })).toEqual({
      kind: "result-mismatch",
      id: third?.id,
    });
  });

  it("asks for the time of the announcement where that does not say it, and goes by the later one", () => {
    const silent = sampleBundleWithout("freeze");
    const out = beacon.timeOf(plan.beacon.round);
    expect(verifyDraw(silent, { beacon, announcedAt: out - 1 }).kind).toBe("ok");
    for (const given of [silent, bundle])
      expect(verifyDraw(given, { beacon, announcedAt: out + 1 }).kind).toBe("round-too-early");
  });

  it("tells an announcement that was not the published one", () => {
    const { hash } = announce({ ...plan, draw: "another" });
    expect(verifyDraw(bundle, { beacon, announcementHash: hash }).kind).toBe("announcement-mismatch");
  });

  it("refuses a signature of another round, and one of nobody", () => {
    const drawn = vectorBundle();
    const { signature: _, ...unsigned } = drawn.beacon;
    for (const wrong of [unsigned, { ...drawn.beacon, signature: "00".repeat(48) }])
      expect(verifyDraw({ ...drawn, beacon: wrong }, { beacon: drandQuicknet }).kind).toBe("signature-bad");
  });

  it("refuses more entries than can be checked", () => {
    const many = new Array(drawLimits.entries + 1);
    expect(verifyDraw({ ...bundle, list: many }, { beacon })).toEqual({
      kind: "too-large",
      most: drawLimits.entries,
    });
    expect(drawLimits.entries).toBeGreaterThanOrEqual(1_000_000);
  });

  it("never throws, whatever it is given", () => {
    const parts = fc.record({
      announcement: fc.oneof(fc.constant(announcement), fc.anything()),
      list: fc.oneof(fc.constant(list), fc.anything(), fc.array(fc.oneof(fc.constant(first), fc.anything()))),
      beacon: fc.oneof(fc.constant(bundle.beacon), fc.anything()),
      result: fc.oneof(
        fc.constant(result),
        fc.anything(),
        fc.array(fc.oneof(fc.constant(winner), fc.anything())),
      ),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), parts), (given) => typeof kindOf(given) === "string"),
      { numRuns: 2000 },
    );
  });
});

describe("what can't be drawn is not announced", () => {
  it.each<[Partial<DrawEntry>, string]>([
    [{ weight: 0 }, "entries[1].weight"],
    [{ weight: 1.5 }, "entries[1].weight"],
    [{ choices: ["1700"] }, "entries[1].choices"],
    [{ places: 4 }, "entries[1].places"],
    [{ id: first.id }, "entries[1].id"],
    [{ id: second.id.toUpperCase().replace("0", "A") }, "entries[1].id"],
  ])("%o", (wrong, path) => {
    const changed = [first, { ...second, ...wrong }, ...others];
    expect(() => announce({ ...plan, entries: changed })).toThrow(expect.objectContaining({ path }));
  });

  it("nor drawn by a seed that is none, or by another round than was announced", () => {
    expect(() => drawOrder(entries, "1234")).toThrow("seed: expected 64 small hex digits");
    expect(() => makeBundle(announcement, list, beacon.recordOf(1))).toThrow("beacon: expected round");
    expect(() => makeBundle(announcement, list.slice(1), bundle.beacon)).toThrow("list: expected 8 entries");
  });
});

describe("a text that others publish", () => {
  const source = "the rates of 15 August 2017, Kompas, page 1";
  const drawn = (by: string) => {
    const { announcement: announced, list: sorted } = announce({
      ...plan,
      beacon: { ...plan.beacon, chain: source },
    });
    return makeBundle(announced, sorted, publishedRecord(source, plan.beacon.round, by));
  };

  it("decides where whoever verifies has read the same", () => {
    const rates = drawn("USD 13361");
    expect(verifyDraw(rates, { beacon: publishedText({ source, text: "USD 13361" }) }).kind).toBe("ok");
    for (const read of [{}, { text: "USD 13362" }])
      expect(verifyDraw(rates, { beacon: publishedText({ source, ...read }) }).kind).toBe("signature-bad");
  });

  it("has seconds for rounds", () => {
    const published = publishedText({ source });
    expect([published.timeOf(5), published.roundAfter(4001), testBeacon("").roundAfter(4000)]).toEqual([
      5000, 5, 4,
    ]);
  });
});

it("RFC 3797 takes no pool and no count that it can't have", () => {
  for (const [pool, count] of [
    [0, 0],
    [65_536, 1],
    [2.5, 1],
    [5, 6],
    [5, -1],
  ] as const)
    expect(() => rfc3797("", pool, count)).toThrow(RangeError);
});

function withAnnounced(own: Partial<DrawBundle["announcement"]>): unknown {
  return { ...bundle, announcement: { ...announcement, ...own } };
}

function sampleBundleWithout(field: "freeze"): DrawBundle {
  const { [field]: _, ...rest } = plan;
  const announced = announce(rest);
  return makeBundle(announced.announcement, announced.list, bundle.beacon);
}
