import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { printBundle, verifyDraw } from "giliran/draw";
import { drandQuicknet } from "giliran/draw/beacon";
import { afterAll, expect, it } from "vitest";
import { vectorBundle } from "./sample-draw.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "giliran-verify-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(text: string, ...more: readonly string[]) {
  const file = join(folder, "draw.json");
  writeFileSync(file, text);
  const { stdout, status } = spawnSync("npm", ["run", "--silent", "verify-draw", "--", file, ...more], {
    cwd: root,
    encoding: "utf8",
  });
  return { verdict: JSON.parse(stdout.split("\n", 1)[0] ?? ""), status };
}

it("npm run verify-draw says whether a file is right, and of which announcement", () => {
  const bundle = vectorBundle();
  const text = [...printBundle(bundle)].join("");
  const verdict = verifyDraw(bundle, { beacon: drandQuicknet });
  expect(run(text)).toEqual({ verdict, status: 0 });
  expect(run(text.replace('"rank":1,', '"rank":2,'))).toEqual({
    verdict: { kind: "result-mismatch", id: bundle.result[0]?.id },
    status: 1,
  });
  expect(run(text, "0".repeat(64))).toMatchObject({ verdict: { kind: "announcement-mismatch" }, status: 1 });
});
