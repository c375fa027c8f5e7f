import { readFileSync } from "node:fs";
import { codeAlphabet, codeStrength } from "giliran";
import { expect, it } from "vitest";

const page = readFileSync("docs/booking-codes.md", "utf8");
const row = /^\| (\d+) (of 29 characters|digits) \| ([\d.]+) \| ([\d,]+) \| ([\d.e-]+) \| ([\d.e-]+) \|$/gm;

it("docs/booking-codes.md has the chances that codeStrength computes", () => {
  const rows = [...page.matchAll(row)];
  expect(rows).toHaveLength(5);
  for (const [, length, characters, bits, live = "", one, thousand] of rows) {
    const scheme = {
      alphabet: characters === "digits" ? "0123456789" : codeAlphabet,
      length: Number(length),
      liveCodes: Number(live.replace(",", "")),
    };
    const strength = codeStrength(scheme);
    expect(strength.bits.toFixed(1)).toBe(bits);
    expect(strength.guessProbability.toExponential(1)).toBe(one);
    expect(codeStrength({ ...scheme, guesses: 1000 }).guessProbability.toExponential(1)).toBe(thousand);
  }
});
