import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { codeBlocks, runExample } from "../docs/run-example.js";

it("docs/draw.md shows its example, which runs", () => {
  expect(codeBlocks("docs/draw.md")).toEqual([readFileSync("examples/draw/draw.ts", "utf8")]);
  expect(runExample("examples/draw/draw.ts")).toMatch(/^ok: [23] of 4 entries have a place$/m);
});
