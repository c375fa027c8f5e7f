import { testBeacon } from "../../draw/randomness.js";
import { InvalidConfigError } from "../../errors.js";
import { expect } from "../expect.js";
import { type DrawRule, ruleOfDraws } from "./draw-rule.js";
import { bundleOf, planOf } from "./small-draw.js";

/** What holds of what is published, and of whoever verifies it. */
export const proofRules: readonly DrawRule[] = [
  ruleOfDraws(
    "again",
    "the same bundle gives the same result: it verifies, as it is and from its file",
    (by, draw) => {
      const bundle = bundleOf(by, draw);
      const beacon = testBeacon(draw.seed);
      expect(by.verifyDraw(bundle, { beacon }).kind).toBe("ok");
      expect(by.verifyDraw([...by.printBundle(bundle)].join(""), { beacon }).kind).toBe("ok");
    },
  ),
  ruleOfDraws("arrival", "the order in which entries came and stand plays no part", (by, draw, number) => {
    const { entries } = draw;
    const at = number % entries.length;
    const others = { ...draw, entries: [...entries.slice(at), ...entries.slice(0, at)].toReversed() };
    expect(bundleOf(by, others)).toEqual(bundleOf(by, draw));
  }),
  ruleOfDraws("personal", "what is published holds nothing of a person", (by, draw, number) => {
    const secret = `person ${number}`;
    const entries = draw.entries.map((entry) => ({ ...entry, people: [secret] }));
    try {
      const text = [...by.printBundle(bundleOf(by, { ...draw, entries }))].join("");
      expect(text.includes(secret)).toBe(false);
    } catch (error) {
      // To refuse such entries is as good.
      if (!(error instanceof InvalidConfigError)) throw error;
    }
  }),
  ruleOfDraws("bytes", "any changed byte of the published file is found", (by, draw, number) => {
    const text = [...by.printBundle(bundleOf(by, draw))].join("");
    const at = number % text.length;
    // Any other letter that may stand in such a file.
    const letters = '0123456789abcdef"{}[]:,XYZ \\'.replace(text[at] ?? "", "");
    const other = letters[(number >> 8) % letters.length] ?? "";
    const changed = text.slice(0, at) + other + text.slice(at + 1);
    expect(by.verifyDraw(changed, { beacon: testBeacon(draw.seed) }).kind === "ok", changed).toBe(false);
  }),
  ruleOfDraws("freeze", "the round comes out after the freeze and its margin", (by, draw, number) => {
    const beacon = testBeacon(draw.seed);
    const seconds = 1 + (number % (2 * planOf(draw).freeze.margin));
    expect(by.verifyDraw(bundleOf(by, draw, -seconds), { beacon }).kind).toBe("round-too-early");
  }),
];
