import fc from "fast-check";
import { bookingCodes, type CodeReading, type CodeScheme, defineCodeScheme, numericCodes } from "giliran";
import { describe, expect, it } from "vitest";
import { seededBytes } from "../../src/testing/seeded-bytes.js";

const alphabet = "23456789BCDFGHJKLMNPQRSTVWXYZ";
const withVowels = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const drawMany = (scheme: CodeScheme, count: number, officeId?: string) => {
  const randomBytes = seededBytes(2017);
  return Array.from({ length: count }, () => scheme.draw(randomBytes, officeId));
};
const schemes = [
  ["the default", bookingCodes, alphabet],
  ["the numeric", numericCodes, "0123456789"],
  ["one with vowels", defineCodeScheme({ alphabet: withVowels, length: 12 }), withVowels],
] as const;

/** Codes with the characters at two places changed for each other. */
function* listSwaps(code: string): Generator<{ readonly swapped: string; readonly distance: number }> {
  for (let a = 0; a < code.length; a++)
    for (let b = a + 1; b < code.length; b++) {
      const swapped = [...code].with(a, code.charAt(b)).with(b, code.charAt(a)).join("");
      if (swapped !== code) yield { swapped, distance: b - a };
    }
}

describe.each(schemes)("%s scheme", (_, scheme, characters) => {
  it("reads every code that it draws", () => {
    for (const code of drawMany(scheme, 500)) expect(scheme.read(code)).toEqual({ kind: "code", code });
  });

  it("catches every single wrong character", () => {
    for (const code of drawMany(scheme, 30))
      for (let index = 0; index < code.length; index++)
        for (const other of characters) {
          if (other === code.charAt(index)) continue;
          expect(scheme.read([...code].with(index, other).join(""))).toEqual({ kind: "check-failed" });
        }
  });

  it("catches every swap of two neighbours", () => {
    for (const code of drawMany(scheme, 200))
      for (const { swapped, distance } of listSwaps(code))
        if (distance === 1) expect(scheme.read(swapped)).toEqual({ kind: "check-failed" });
  });

  it("reads what it formats", () => {
    for (const code of drawMany(scheme, 100))
      expect(scheme.read(scheme.format(code))).toEqual({ kind: "code", code });
  });
});

describe("the default scheme", () => {
  it.each(["2345678S", "7HXW9TB6", "K7M4QXPK"])("knows %s", (code) => {
    expect(bookingCodes.read(code)).toEqual({ kind: "code", code });
  });

  it("catches every swap of two, neighbours or not, and every twin error", () => {
    for (const code of drawMany(bookingCodes, 200))
      for (const { swapped } of listSwaps(code))
        expect(bookingCodes.read(swapped)).toEqual({ kind: "check-failed" });
    for (const [wrong, right] of [
      ["2245678", "3345678"],
      ["ZZ23456", "9923456"],
    ] as const) {
      const check = [...alphabet].find((character) => bookingCodes.read(right + character).kind === "code");
      expect(bookingCodes.read(`${wrong}${check}`)).toEqual({ kind: "check-failed" });
    }
  });

  it.each([
    "7hxw9tb6",
    "7HXW-9TB6",
    " 7HXW 9TB6 ",
    "7.H.X.W.9.T.B.6",
    "７ＨＸＷ－９ＴＢ６",
    "7HXW\u20119TB6",
    "\u200E7HXW9TB6\u200F",
  ])("reads %j", (text) => {
    expect(bookingCodes.read(text)).toEqual({ kind: "code", code: "7HXW9TB6" });
  });

  it.each<[string, CodeReading]>([
    ["7HXW9TB", { kind: "wrong-length", expected: 8, found: 7 }],
    ["7HXW-9TB6-7", { kind: "wrong-length", expected: 8, found: 9 }],
    ["", { kind: "wrong-length", expected: 8, found: 0 }],
    ["7".repeat(10_240), { kind: "wrong-length", expected: 8, found: 10_240 }],
    ["7HXW9TB7", { kind: "check-failed" }],
    ["7HXW9TBO", { kind: "foreign-character", character: "O", lookAlikes: ["D", "Q"] }],
    ["0HXW9TB6", { kind: "foreign-character", character: "0", lookAlikes: ["D", "Q"] }],
    ["7HXW9TBi", { kind: "foreign-character", character: "I", lookAlikes: ["7", "L"] }],
    ["1HXW9TB6", { kind: "foreign-character", character: "1", lookAlikes: ["7", "L"] }],
    ["7HAW9TB6", { kind: "foreign-character", character: "A", lookAlikes: ["4"] }],
    ["7НXW9TB6", { kind: "foreign-character", character: "Н", lookAlikes: ["H"] }],
    ["🎫", { kind: "foreign-character", character: "🎫", lookAlikes: [] }],
    ["7HXW_9TB6", { kind: "foreign-character", character: "_", lookAlikes: [] }],
  ])("explains what is wrong with %j", (text, reading) => {
    expect(bookingCodes.read(text)).toEqual(reading);
  });

  it("answers any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
        expect(bookingCodes.read(text).kind).toMatch(/^(wrong-length|foreign-character|check-failed|code)$/);
      }),
    );
  });
});

describe("the numeric scheme", () => {
  it("has codes of ten digits in groups", () => {
    expect(numericCodes.format("2017080735")).toBe("2017-0807-35");
  });

  it("has the check digit of Damm's example", () => {
    const short = defineCodeScheme({ alphabet: "0123456789", length: 4 });
    expect(short.read("5724")).toEqual({ kind: "code", code: "5724" });
  });

  it("says which digit a letter may have been", () => {
    expect(numericCodes.read("2O17080735")).toEqual({
      kind: "foreign-character",
      character: "O",
      lookAlikes: ["0"],
    });
  });
});

describe("a scheme with prefixes", () => {
  const scheme = defineCodeScheme({ alphabet, length: 10, prefixes: { "jakarta-pusat": "JP", bogor: "BG" } });

  it("begins an office's codes with its prefix, which people see as a group", () => {
    const [code = ""] = drawMany(scheme, 1, "bogor");
    expect(code).toMatch(/^BG.{8}$/);
    expect(scheme.format(code)).toBe(`BG-${code.slice(2, 6)}-${code.slice(6)}`);
    expect(scheme.read(scheme.format(code))).toEqual({ kind: "code", code });
  });

  it("catches the prefix of another office", () => {
    for (const code of drawMany(scheme, 100, "bogor"))
      expect(scheme.read(`JP${code.slice(2)}`)).toEqual({ kind: "check-failed" });
  });

  it("draws nothing for an office that has none", () => {
    for (const officeId of ["batam", undefined, "constructor"])
      expect(() => scheme.draw(seededBytes(1), officeId)).toThrow(
        `prefixes.${officeId}: expected a prefix for every office`,
      );
  });
});

describe("unwanted words", () => {
  const unwantedWords = ["babi", "SEX"];
  const word = /[8B][4A][8B][1IL7]|[5S][3E]X/;

  it("stand in no code, spelled with look-alikes neither", () => {
    const plain = defineCodeScheme({ alphabet: withVowels, length: 8 });
    const clean = defineCodeScheme({ alphabet: withVowels, length: 8, unwantedWords });
    expect(drawMany(plain, 20_000).some((code) => word.test(code))).toBe(true);
    expect(drawMany(clean, 20_000).some((code) => word.test(code))).toBe(false);
  });

  it("stop a scheme that they leave no codes", () => {
    const pairs = [...alphabet].flatMap((first) => [...alphabet].map((second) => first + second));
    const scheme = defineCodeScheme({ alphabet, length: 8, unwantedWords: pairs });
    expect(() => scheme.draw(seededBytes(1))).toThrow(
      "unwantedWords: expected words that codes can do without, found one in 1000 codes in a row",
    );
  });
});

describe("defineCodeScheme", () => {
  it.each([
    [{ alphabet: "ABCD", length: 4 }, "alphabet"],
    [{ alphabet: "abc", length: 2 }, "alphabet"],
    [{ alphabet: "AAB", length: 2 }, "alphabet"],
    [{ alphabet: "🎫🎟", length: 2 }, "alphabet"],
    [{ alphabet: "", length: 2 }, "alphabet"],
    [{ alphabet, length: 1 }, "length"],
    [{ alphabet, length: 29 }, "length"],
    [{ alphabet, length: 7.5 }, "length"],
    [{ alphabet, length: Number.NaN }, "length"],
    [{ alphabet: "0123456789", length: 33 }, "length"],
    [{ alphabet, length: 3, prefixes: { bogor: "BG" } }, "length"],
    [{ alphabet, length: 8, prefixes: { bogor: "BO" } }, "prefixes.bogor"],
    [{ alphabet, length: 8, prefixes: { bogor: "" } }, "prefixes.bogor"],
    [{ alphabet, length: 8, prefixes: { bogor: "BG", batam: "BTM" } }, "prefixes.batam"],
    [{ alphabet, length: 8, prefixes: { bogor: "BG", bandung: "BG" } }, "prefixes.bandung"],
    [{ alphabet, length: 8, unwantedWords: ["X"] }, "unwantedWords[0]"],
  ])("refuses %o because of %s", (settings, path) => {
    expect(() => defineCodeScheme(settings)).toThrow(expect.objectContaining({ path }));
  });
});
