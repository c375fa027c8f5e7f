import { bookingCodes, codeAlphabet, defineCodeScheme, numericCodes } from "giliran";
import { describe, expect, it } from "vitest";
import { seededBytes } from "../../src/testing/seeded-bytes.js";

const drawn = 50_000;
type Draw = (randomBytes: (length: number) => Uint8Array) => string;

function drawMany(draw: Draw): readonly string[] {
  const randomBytes = seededBytes(29);
  return Array.from({ length: drawn }, () => draw(randomBytes));
}

/** How far the characters at one place are from all being equally frequent. */
function chiSquare(codes: readonly string[], place: number, characters: string): number {
  const counts = new Map([...characters].map((character) => [character, 0]));
  for (const code of codes) counts.set(code.charAt(place), (counts.get(code.charAt(place)) ?? 0) + 1);
  const expected = drawn / characters.length;
  return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** What is drawn without rejection: 24 of the 29 characters come up an eighth more often. */
const biased: Draw = (randomBytes) => Array.from(randomBytes(7), (byte) => codeAlphabet[byte % 29]).join("");

// One flat distribution in a hundred thousand is above; 28 and 9 degrees of freedom.
const limit = { 29: 75.3, 10: 39.3 };

describe("the characters of codes", () => {
  const lettered = drawMany(bookingCodes.draw);
  const numeric = drawMany(numericCodes.draw);

  it.each([0, 1, 2, 3, 4, 5, 6, 7])("are equally frequent at place %d", (place) => {
    expect(chiSquare(lettered, place, codeAlphabet)).toBeLessThan(limit[29]);
    expect(chiSquare(numeric, place, "0123456789")).toBeLessThan(limit[10]);
  });

  it("would show the bias of a plain modulo", () => {
    expect(chiSquare(drawMany(biased), 3, codeAlphabet)).toBeGreaterThan(limit[29]);
  });

  it("are each made of eight bytes of the 256", () => {
    const eightDrawn = defineCodeScheme({ alphabet: codeAlphabet, length: 9 });
    let next = 0;
    const everyByte = (length: number) => Uint8Array.from({ length }, () => next++ % 256);
    const characters = Array.from({ length: 29 }, () => eightDrawn.draw(everyByte).slice(0, 8)).join("");
    const counts = new Map<string, number>();
    for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(counts.size).toBe(29);
    expect([...counts.values()].every((count) => count === 8)).toBe(true);
  });
});
