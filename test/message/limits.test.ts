import { readdirSync, readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseMessage } from "../../src/message/parse-message.js";
import { bookingCodes } from "../../src/ticket/booking-code.js";
import { passportFormat } from "./passport-format.js";

const today = "2017-11-01";
const source = new URL("../../src/message/", import.meta.url);

describe("the length of a message", () => {
  it("is at most 65,536 UTF-16 units", () => {
    const request = "#Budi#17081980#20112017\n";
    expect(parseMessage(request.padEnd(65_536, "\n"), passportFormat, { today }).kind).toBe("request");
    expect(parseMessage(request.padEnd(65_537, "\n"), passportFormat, { today })).toMatchObject({
      kind: "not-understood",
      problems: [{ code: "too-long", field: "whole" }],
    });
  });
});

/** Each is repeated until the text has the wanted length. */
const adversaries = [
  "#",
  "A",
  "A ",
  "1",
  "😀",
  "\n",
  "> ",
  "*",
  "# ",
  "#\n",
  "#a\n",
  "#1 ",
  "*1",
  "nama: ",
  "nama ",
  "#nama: ",
  "#Nama#Tgl Lahir#Tgl Kedatangan",
  "#Nama#Tgl Lahir#Tgl Kedatangan\n",
  "#Budi#17081980#20112017\n",
  "#Budi#17081980#20112017 ",
  "1\n",
  "terima kasih ",
  "senin depan ",
  "satu ratus ribu ",
  "2B ",
  "7HXW9TB6 ",
  "batal ",
  "(",
  "[",
  "a'",
  "e\u0301",
  "\u200d",
  "promo murah!!! http://x.example ",
];

describe("the steps of parsing", () => {
  const session = new Session();
  beforeAll(async () => {
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  });
  afterAll(() => session.disconnect());

  /** How often the blocks of `src/message` ran, by the engine's own counters. */
  async function countSteps(text: string): Promise<number> {
    await session.post("Profiler.takePreciseCoverage");
    parseMessage(text, passportFormat, { today, codes: bookingCodes });
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const scripts = result.filter(({ url }) => url.includes("/src/message/"));
    const ranges = scripts.flatMap(({ functions }) => functions.flatMap((each) => each.ranges));
    return ranges.reduce((steps, { count }) => steps + count, 0);
  }

  const around = [
    { name: "alone", wrap: (noise: string) => noise },
    { name: "in front", wrap: (noise: string) => `${noise}\n#Budi#17081980#20112017` },
    { name: "behind", wrap: (noise: string) => `#Budi#17081980#20112017\n${noise}` },
    { name: "as the name", wrap: (noise: string) => `#${noise}#17081980#20112017` },
    { name: "as the date", wrap: (noise: string) => `#Budi#17081980#${noise}` },
  ];
  it.each(around)("grow no faster than the text with noise $name", async ({ wrap }) => {
    for (const adversary of adversaries) {
      const noise = (length: number): string => wrap(adversary.repeat(Math.ceil(length / adversary.length)));
      const short = await countSteps(noise(4_000));
      const long = await countSteps(noise(64_000));
      expect(long / short, `16 times ${JSON.stringify(adversary)}; 256 would be quadratic`).toBeLessThan(32);
    }
  });
});

describe("the regular expressions of the message module", () => {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const literals = files.flatMap((name) =>
    readFileSync(new URL(name, source), "utf8")
      .split("\n")
      .flatMap((line) => line.match(/(?<=[=(,] )\/(?![*/]).*?[^\\]\/[gimuy]*(?=[;,.)])/gu) ?? []),
  );

  it("are found", () => expect(literals.length).toBeGreaterThan(20));

  it.each(literals)("can't backtrack: %s", (literal) => {
    const unbounded = literal.replace(/\[(?:\\.|[^\]])*\]/gu, "x").match(/(?<!\\)[+*]|\{\d+,\}/gu) ?? [];
    expect(unbounded.length).toBeLessThanOrEqual(literal.startsWith("/^") ? 1 : 0);
  });
});
