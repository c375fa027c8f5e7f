import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { announce, type DrawBundle, makeBundle, printBundle, verifyDraw } from "giliran/draw";
import { smallDraw } from "giliran/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beacon, plan, sampleBundle, vectorBundle } from "./sample-draw.js";

const script = `${import.meta.dirname}/check-draw.py`;
const python = spawnSync("python3", ["--version"]);
const missing = python.status === 0 ? undefined : "there is no python3";
if (missing !== undefined) console.warn(`The check in Python is skipped: ${missing}`);

/** What somebody computes who has the file, the page of rules, and another language. */
describe.skipIf(missing !== undefined)("the check in Python", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "giliran-draw-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function check(bundle: DrawBundle): string {
    const file = join(folder, "draw.json");
    writeFileSync(file, [...printBundle(bundle)].join(""));
    const { stdout, stderr } = spawnSync("python3", [script, file], { encoding: "utf8" });
    expect(stderr).toBe("");
    return stdout.trim();
  }

  it("comes to the result of the vectors", () => {
    const bundle = vectorBundle();
    expect(check(bundle)).toMatch(/^ok [0-9a-f]{64}$/);
  });

  it("comes to the same hash and result in other draws, by either order of pools and in any letters", () => {
    for (const [index, draw] of fc.sample(smallDraw(), { numRuns: 12, seed: 2017 }).entries()) {
      // Names whose order by letters is not that of UTF-16.
      const name = ["ﬁ 😀", "𐀀", "é", "9"][index % 4] ?? "";
      const entries = draw.entries.map((entry) => ({ ...entry, choices: [...entry.choices, name] }));
      const capacity = { ...draw.capacity, [name]: { open: 2, elderly: 1 }, "\uffff": { open: 0 } };
      const { announcement, list, hash } = announce({ ...plan, ...draw, entries, capacity });
      const bundle = makeBundle(announcement, list, beacon.recordOf(announcement.beacon.round));
      expect(verifyDraw(bundle, { beacon }).kind).toBe("ok");
      expect(check(bundle)).toBe(`ok ${hash}`);
    }
  });

  it("says what was changed", () => {
    const bundle = sampleBundle();
    const { list, result } = bundle;
    const turned = result.map((one) => (one.rank === 3 ? { ...one, window: "1000", pool: "open" } : one));
    expect(check({ ...bundle, list: list.slice(1) })).toBe("list-mismatch");
    expect(check({ ...bundle, beacon: beacon.recordOf(1) })).toBe("signature-bad");
    expect(check({ ...bundle, result: turned })).toMatch(/^result-mismatch [0-9a-f]{32}$/);
  });
});
