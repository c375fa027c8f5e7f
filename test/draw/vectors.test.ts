import { createHash } from "node:crypto";
import {
  allot,
  announce,
  canonicalJson,
  type DrawEntry,
  type DrawRules,
  drawOrder,
  drawSeed,
  makeBundle,
  rfc3797,
  verifyDraw,
} from "giliran/draw";
import { drandQuicknet } from "giliran/draw/beacon";
import { describe, expect, it } from "vitest";
import vectors from "../cases/draw-vectors.json" with { type: "json" };

const { "draw-1": draw, "drand-quicknet": quicknet } = vectors;
const { announcement } = draw;
const plan = {
  draw: announcement.draw,
  entries: draw.entries,
  capacity: announcement.capacity,
  beacon: announcement.beacon,
};
const record = (round: (typeof quicknet.rounds)[number]) => ({ chain: quicknet.chain, ...round });

describe("the vectors of draw-1", () => {
  it("announce the draw to the byte", () => {
    const announced = announce(plan);
    expect(announced.text).toBe(canonicalJson(announcement));
    expect(announced.hash).toBe(draw.announcementHash);
    expect(announced.announcement.list).toBe(announcement.list);
  });

  it("announce one draw, in whatever order the entries came", () => {
    expect(announce({ ...plan, entries: draw.entries.toReversed() })).toEqual(announce(plan));
  });

  it("give the seed", () => {
    const [round] = quicknet.rounds;
    expect(drawSeed(draw.announcementHash, round?.randomness ?? "")).toBe(draw.seed);
  });

  it("give the order and the places", () => {
    const order = drawOrder(draw.entries, draw.seed);
    const numbers = order.map(({ id }) => Number(id));
    expect(numbers).toEqual(draw.result.map(({ entry }) => entry));
    const expected = draw.result.map(({ rank, window, pool }) => ({ rank, window, ...(pool && { pool }) }));
    expect(allot(order, announcement.capacity).map(({ id: _, ...rest }) => rest)).toEqual(expected);
  });

  it("give the marks, and a bundle that verifies", () => {
    const { announcement: announced, list, hash } = announce(plan);
    const [round] = quicknet.rounds;
    if (round === undefined) throw new Error("The vectors have a round.");
    const bundle = makeBundle(announced, list, record(round));
    expect(bundle.result.map(({ mark }) => mark)).toEqual(draw.result.map(({ mark }) => mark));
    const announcedAt = drandQuicknet.timeOf(1000) - 60_000;
    const verdict = verifyDraw(bundle, { beacon: drandQuicknet, announcementHash: hash, announcedAt });
    expect(verdict).toEqual({ kind: "ok", announcementHash: draw.announcementHash });
  });
});

it("RFC 3797 selects as its example does", () => {
  const { key, pool, selected } = vectors.rfc3797;
  expect(rfc3797(key, pool, selected.length)).toEqual(selected);
  expect(rfc3797(key, pool).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
});

describe("rounds of drand quicknet", () => {
  it.each(quicknet.rounds.slice(0, 2))("$round is genuine", (round) => {
    expect(drandQuicknet.chain).toBe(quicknet.chain);
    expect(drandQuicknet.isGenuine(record(round))).toBe(true);
  });

  it("are not where two digits of the randomness changed places, as in the third of the vectors", () => {
    const [, , third] = quicknet.rounds.map(record);
    if (third === undefined) throw new Error("The vectors have three rounds.");
    const randomness = createHash("sha256").update(third.signature, "hex").digest("hex");
    expect(third.randomness.replace("80600b", "60800b")).toBe(randomness);
    expect(drandQuicknet.isGenuine(third)).toBe(false);
    expect(drandQuicknet.isGenuine({ ...third, randomness })).toBe(true);
  });

  it("are not with the signature, the number or the randomness of another", () => {
    const [first, second] = quicknet.rounds.map(record);
    if (first === undefined || second === undefined) throw new Error("The vectors have rounds.");
    const { round, signature, randomness } = second;
    const other = [
      { ...first, signature },
      { ...first, round },
      { ...first, randomness },
      { ...first, signature, randomness },
      { ...first, round: 0 },
      { ...first, round: 1.5 },
      { ...first, signature: "00".repeat(48) },
      { ...first, signature: "zz" },
      { chain: first.chain, round: 1000, randomness },
    ];
    expect(other.map(drandQuicknet.isGenuine)).toEqual(other.map(() => false));
  });

  it("come out every three seconds", () => {
    expect(drandQuicknet.timeOf(1)).toBe(quicknet.genesisSeconds * 1000);
    expect(drandQuicknet.timeOf(1000) - drandQuicknet.timeOf(999)).toBe(quicknet.periodSeconds * 1000);
    for (const at of [drandQuicknet.timeOf(1000), drandQuicknet.timeOf(1000) - 1])
      expect(drandQuicknet.roundAfter(at)).toBe(1000);
    expect(drandQuicknet.roundAfter(drandQuicknet.timeOf(1000) + 1)).toBe(1001);
    expect(drandQuicknet.roundAfter(0)).toBe(1);
  });
});

/** In thousands, as in the vectors; how many of a hundred such draws are served, within what chance makes of them. */
describe("the order of pools", () => {
  const draws = 100;
  const capacity = { all: { A: 200, open: 650 } };
  const entries: DrawEntry[] = Array.from({ length: 1900 }, (_, index) => ({
    id: (index + 1).toString(16).padStart(32, "0"),
    places: 1,
    weight: 1,
    pool: index < 960 ? "A" : "open",
    choices: ["all"],
  }));
  const seedOf = (draw: number) => draw.toString(16).padStart(64, "0");
  const isA = ({ id }: { id: string }) => Number.parseInt(id, 16) <= 960;

  /** Parts of a thousand of A and of B that are served. */
  function expectServed(serve: (draw: number) => readonly { id: string }[], a: number, b: number) {
    const served = Array.from({ length: draws }, (_, draw) => serve(draw)).flat();
    const ofA = served.filter(isA).length;
    // A mean of a hundred draws lies within 6 parts but once in a million times.
    expect(Math.abs(ofA / draws / 0.96 - a)).toBeLessThan(6);
    expect(Math.abs((served.length - ofA) / draws / 0.94 - b)).toBeLessThan(6);
  }

  const servedBy = (rules: DrawRules) => (draw: number) =>
    allot(drawOrder(entries, seedOf(draw)), capacity, rules).filter(({ window }) => window !== null);
  const { "reserve-first": reserveFirst, "open-first": openFirst } = vectors["pool-order"];

  it("serves by draw-1-open-first as many as the vectors say", () => {
    expectServed(servedBy("draw-1-open-first"), openFirst.A, openFirst.B);
  });

  it("serves by draw-1 the same part of both: who has a good mark takes a reserved place and leaves an open one", () => {
    expectServed(servedBy("draw-1"), 447, 447);
  });

  it("serves as many as the vectors say of reserved places first where these are a draw of their own", () => {
    const inTwoDraws = (draw: number) => {
      const reserved = drawOrder(entries.filter(isA), seedOf(draw)).slice(0, capacity.all.A);
      const winners = new Set(reserved.map(({ id }) => id));
      const others = entries.filter(({ id }) => !winners.has(id));
      return [...reserved, ...drawOrder(others, seedOf(draw + draws)).slice(0, capacity.all.open)];
    };
    expectServed(inTwoDraws, reserveFirst.A, reserveFirst.B);
  });
});
