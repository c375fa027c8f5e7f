import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import compiler from "../../tsconfig.json" with { type: "json" };

const root = fileURLToPath(new URL("../..", import.meta.url));
const exported = Object.keys(manifest.exports)
  .filter((path) => path !== "./package.json")
  .map((path) => path.replace(/^\./, "giliran"));
/** What is built as a file of its own so that a bundler can leave it out, and is no entry. */
const isPart = (name: string) => name.startsWith("parts/");
const built = Object.entries(manifest.tsup.entry).filter(([name]) => !isPart(name));

it("builds every entry that is exported", () => {
  const names = built.map(([name]) => (name === "index" ? "giliran" : `giliran/${name}`));
  expect(names).toEqual(exported);
});

it("has a size budget for every entry", () => {
  const whole = manifest["size-limit"].filter((budget) => !("import" in budget));
  expect(whole.map(({ name }) => name)).toEqual(exported);
});

it("compiles every entry from the file that is built", () => {
  const files = Object.values(compiler.compilerOptions.paths).map(([path]) => path);
  expect(Object.keys(compiler.compilerOptions.paths)).toEqual(exported);
  expect(files).toEqual(built.map(([, path]) => `./${path}`));
});

describe("the names of an entry that is a part of the core", () => {
  const core = ["src/index.ts", "src/message/index.ts", "src/chat/index.ts", "src/ticket/index.ts"];
  const program = ts.createProgram(
    core.map((path) => `${root}${path}`),
    { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  );
  const checker = program.getTypeChecker();

  function namesOf(path: string): string[] {
    const file = program.getSourceFile(`${root}${path}`);
    const module = file && checker.getSymbolAtLocation(file);
    return module === undefined ? [] : checker.getExportsOfModule(module).map(({ name }) => name);
  }

  it.each(core.slice(1))("can be imported from giliran too: %s", (path) => {
    expect(namesOf(path).length).toBeGreaterThan(10);
    const all = new Set(namesOf("src/index.ts"));
    expect(namesOf(path).filter((name) => !all.has(name))).toEqual([]);
  });

  it.each(core)("stand one by one in %s", (path) => {
    expect(program.getSourceFile(`${root}${path}`)?.text).not.toContain("export *");
  });
});
