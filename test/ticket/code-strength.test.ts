import { codeStrength } from "giliran";
import { describe, expect, it } from "vitest";

describe("codeStrength", () => {
  it("gives the default scheme 34 bits, and a guess at 10,000 live codes 5.8e-7", () => {
    const { bits, guessProbability, collisionProbability } = codeStrength({ liveCodes: 10_000 });
    expect(bits).toBeCloseTo(34.006, 3);
    expect(guessProbability).toBeCloseTo(5.797e-7, 10);
    expect(collisionProbability).toBeCloseTo(5.797e-7, 10);
  });

  it("counts neither the prefix nor the check character", () => {
    expect(codeStrength({ length: 10, prefixLength: 2, liveCodes: 1 }).bits).toBeCloseTo(34.006, 3);
    expect(codeStrength({ alphabet: "0123456789", length: 2, liveCodes: 1 })).toEqual({
      bits: Math.log2(10),
      guessProbability: expect.closeTo(0.1, 12),
      collisionProbability: expect.closeTo(0.1, 12),
    });
  });

  it("adds guesses up without passing 1", () => {
    const few = { alphabet: "0123456789", length: 2 };
    expect(codeStrength({ ...few, liveCodes: 1, guesses: 2 }).guessProbability).toBeCloseTo(0.19, 12);
    expect(codeStrength({ ...few, liveCodes: 10, guesses: 5 }).guessProbability).toBe(1);
    expect(codeStrength({ liveCodes: 10_000, guesses: 1_000_000 }).guessProbability).toBeCloseTo(0.44, 2);
    expect(codeStrength({ liveCodes: 0, guesses: 100 }).guessProbability).toBe(0);
  });

  it.each([
    { liveCodes: -1 },
    { liveCodes: 1e12 },
    { liveCodes: Number.NaN },
    { liveCodes: 1, length: 1 },
    { liveCodes: 1, length: 8, prefixLength: 7 },
    { liveCodes: 1, guesses: -1 },
  ])("refuses %o", (query) => {
    expect(() => codeStrength(query)).toThrow(RangeError);
  });
});
