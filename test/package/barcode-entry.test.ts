import { build } from "esbuild";
import { expect, inject, it } from "vitest";

const ofBwip = "bwipp";

/** Everything that a program loads which imports `entry`, as one text. */
async function bundle(entry: string): Promise<string> {
  const stdin = { contents: `export * from "${entry}"`, resolveDir: inject("folder") };
  const { outputFiles } = await build({ stdin, bundle: true, format: "esm", write: false });
  return outputFiles[0]?.text ?? "";
}

it("giliran loads nothing of bwip-js, giliran/barcode does", async () => {
  expect(await bundle("giliran/barcode")).toContain(ofBwip);
  const core = await bundle("giliran");
  expect(core).toContain("createDesk");
  expect(core).not.toContain(ofBwip);
});
