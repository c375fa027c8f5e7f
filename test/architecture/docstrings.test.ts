import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const root = fileURLToPath(new URL("../..", import.meta.url));
const entries = Object.entries(manifest.tsup.entry).map(([name, path]) => ({ name, path: `${root}${path}` }));
const program = ts.createProgram(
  entries.map(({ path }) => path),
  {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  },
);
const checker = program.getTypeChecker();

const hasDocstring = (symbol: ts.Symbol) =>
  symbol.getDocumentationComment(checker).length > 0 || symbol.getJsDocTags(checker).length > 0;

/** Settings may leave the sentence to their members. */
function isDocumented(name: ts.Symbol): boolean {
  const symbol = name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name;
  return hasDocstring(symbol) || checker.getDeclaredTypeOfSymbol(symbol).getProperties().some(hasDocstring);
}

function listExports(path: string): ts.Symbol[] {
  const file = program.getSourceFile(path);
  const module = file && checker.getSymbolAtLocation(file);
  return module === undefined ? [] : checker.getExportsOfModule(module);
}

describe("the docstrings", () => {
  it.each(entries)("stand at every export of $name", ({ path }) => {
    const names = listExports(path);
    expect(names.length).toBeGreaterThan(0);
    const undocumented = names.filter((name) => !isDocumented(name)).map(({ name }) => name);
    expect(undocumented).toEqual([]);
  });
});
