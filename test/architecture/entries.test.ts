import { expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import compiler from "../../tsconfig.json" with { type: "json" };

const exported = Object.keys(manifest.exports)
  .filter((path) => path !== "./package.json")
  .map((path) => path.replace(/^\./, "giliran"));

it("builds every entry that is exported", () => {
  const built = Object.keys(manifest.tsup.entry).map((name) =>
    name === "index" ? "giliran" : `giliran/${name}`,
  );
  expect(built).toEqual(exported);
});

it("has a size budget for every entry", () => {
  expect(manifest["size-limit"].map(({ name }) => name)).toEqual(exported);
});

it("compiles every entry from the file that is built", () => {
  const files = Object.values(compiler.compilerOptions.paths).map(([path]) => path);
  expect(Object.keys(compiler.compilerOptions.paths)).toEqual(exported);
  expect(files).toEqual(Object.values(manifest.tsup.entry).map((path) => `./${path}`));
});
