import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseMessage } from "../../src/message/parse-message.js";
import { bookingCodes } from "../../src/ticket/booking-code.js";
import { passportFormat } from "./passport-format.js";
import { buildCounted } from "./step-counter.js";

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
  "\uFDFA",
  "besok jam ",
  "kalau bisa ",
  "promo murah!!! http://x.example ",
];

describe("the steps of parsing", async () => {
  const { module, count } = await buildCounted<typeof import("./counted-entry.js")>("./counted-entry.ts");
  const countSteps = (text: string): number =>
    count(() => module.parseMessage(text, module.passportFormat, { today, codes: bookingCodes }));

  const around = [
    { name: "alone", wrap: (noise: string) => noise },
    { name: "in front", wrap: (noise: string) => `${noise}\n#Budi#17081980#20112017` },
    { name: "behind", wrap: (noise: string) => `#Budi#17081980#20112017\n${noise}` },
    { name: "as the name", wrap: (noise: string) => `#${noise}#17081980#20112017` },
    { name: "as the date", wrap: (noise: string) => `#Budi#17081980#${noise}` },
  ];
  it.each(around)("grow no faster than the text, with noise $name", ({ wrap }) => {
    for (const adversary of adversaries) {
      const steps = (length: number): number =>
        countSteps(wrap(adversary.repeat(Math.ceil(length / adversary.length))));
      const growth = steps(64_000) / steps(16_000);
      expect(growth, `${JSON.stringify(adversary)} four times as long`).toBeLessThan(4.5);
    }
  });

  it("are counted", () => expect(countSteps("terima kasih ".repeat(300))).toBeGreaterThan(4_000));
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
