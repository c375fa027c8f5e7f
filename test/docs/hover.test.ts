import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import compiler from "../../tsconfig.json" with { type: "json" };

const root = fileURLToPath(new URL("../..", import.meta.url));
const entries = Object.entries(compiler.compilerOptions.paths).map(([name, [path = ""]]) => ({
  name,
  path: `${root}${path.slice(2)}`,
}));
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  types: ["node"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  baseUrl: root,
  paths: compiler.compilerOptions.paths,
};
const program = ts.createProgram(
  entries.map(({ path }) => path),
  options,
);
const checker = program.getTypeChecker();

/** Written for somebody else's object, whose own pages say what they do. */
const foreign = /\/connection\.ts$/;
/** For who writes a store: docs/write-a-store.md is their example. */
const forStores = /\/(kind|scope|store|booking)\.ts$/;
/** What a program holds. */
const held = new Set(["Chat", "Desk"]);

interface Documented {
  /** `createDesk`, `Desk.hold`. */
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly file: string;
  readonly needsExample: boolean;
}

function listAll(): readonly Documented[] {
  const found = new Map<ts.Symbol, Documented>();
  for (const entry of entries) {
    const file = program.getSourceFile(entry.path);
    const module = file && checker.getSymbolAtLocation(file);
    for (const name of module === undefined ? [] : checker.getExportsOfModule(module))
      for (const each of documentedOf(name, entry.name))
        if (!found.has(each.symbol)) found.set(each.symbol, each);
  }
  return [...found.values()];
}

function documentedOf(name: ts.Symbol, entry: string): readonly Documented[] {
  const symbol = name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name;
  const file = fileOf(symbol);
  if (symbol.flags & ts.SymbolFlags.Interface) {
    const methods = checker.getDeclaredTypeOfSymbol(symbol).getProperties().filter(isCallable);
    return methods
      .filter((method) => fileOf(method).startsWith(`${root}src/`) && !foreign.test(fileOf(method)))
      .map((method) => ({
        name: `${symbol.name}.${method.name}`,
        symbol: method,
        file: fileOf(method),
        needsExample: held.has(symbol.name),
      }));
  }
  if (symbol.name === "field") {
    const kinds = checker.getTypeOfSymbol(symbol).getProperties();
    return kinds.map((kind) => ({
      name: `field.${kind.name}`,
      symbol: declared(kind),
      file,
      needsExample: true,
    }));
  }
  if (!(symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Variable)) || !isCallable(symbol)) return [];
  const isForTests = entry === "giliran/testing" && !symbol.name.endsWith("Conformance");
  return [{ name: symbol.name, symbol, file, needsExample: !isForTests && !forStores.test(file) }];
}

/** The function that a property `typeof name` is. */
function declared(property: ts.Symbol): ts.Symbol {
  return checker.getTypeOfSymbol(property).getSymbol() ?? property;
}

function isCallable(symbol: ts.Symbol): boolean {
  return checker.getNonNullableType(checker.getTypeOfSymbol(symbol)).getCallSignatures().length > 0;
}

function fileOf(symbol: ts.Symbol): string {
  return symbol.declarations?.[0]?.getSourceFile().fileName ?? "";
}

function examplesOf(symbol: ts.Symbol): readonly string[] {
  return symbol
    .getJsDocTags(checker)
    .filter(({ name }) => name === "example")
    .map(({ text }) => ts.displayPartsToString(text));
}

/** What examples stand on: a bot that is set up, and what it was given. */
const setting = `
declare const office: giliran.Office;
declare const store: giliran.Store;
declare const secret: string;
declare const desk: giliran.Desk;
declare const format: giliran.MessageFormat;
declare const chat: giliran.Chat;
declare const message: giliran.IncomingMessage;
declare const reply: giliran.Reply;
declare const ticket: giliran.Ticket;
declare const token: string;
declare const signingKey: giliran.SigningKey;
declare const keys: readonly giliran.VerifyingKey[];
declare const openStore: testing.OpenStore;
declare const entries: readonly draw.DrawEntry[];
declare const capacity: draw.DrawCapacity;
declare const record: draw.RoundRecord;
declare const bundle: draw.DrawBundle;
declare function send(to: string, text: string): Promise<void>;
`;

/** An example as a module: its own imports, then the names of the package that it uses. */
function programOf(example: string): string {
  const lines = example.split("\n");
  const own = lines.filter((line) => line.startsWith("import "));
  const body = lines.filter((line) => !line.startsWith("import ")).join("\n");
  const names = new Map<string, string>();
  for (const entry of entries)
    for (const name of valuesOf(entry.path)) if (!names.has(name)) names.set(name, entry.name);
  const used = [...names].filter(([name]) => new RegExp(`(?<![.\\w"])${name}\\b`).test(body));
  return [
    ...own,
    'import type * as giliran from "giliran";',
    'import type * as draw from "giliran/draw";',
    'import type * as testing from "giliran/testing";',
    ...used.map(([name, entry]) => `import { ${name} } from "${entry}";`),
    setting,
    `export async function example() {\n${body}\n}`,
  ].join("\n");
}

const valueNames = new Map<string, readonly string[]>();

function valuesOf(path: string): readonly string[] {
  const known = valueNames.get(path);
  if (known !== undefined) return known;
  const file = program.getSourceFile(path);
  const module = file && checker.getSymbolAtLocation(file);
  const names = (module === undefined ? [] : checker.getExportsOfModule(module))
    .map((name) => (name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name))
    .filter(({ flags }) => flags & ts.SymbolFlags.Value)
    .map(({ name }) => name);
  valueNames.set(path, names);
  return names;
}

/** What the compiler says of each program, by its name. */
function compile(programs: ReadonlyMap<string, string>): readonly string[] {
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (path) => programs.get(path) ?? readFile(path);
  host.fileExists = (path) => programs.has(path) || fileExists(path);
  host.getSourceFile = (path, languageVersion, ...others) => {
    const text = programs.get(path);
    return text === undefined
      ? (program.getSourceFile(path) ?? getSourceFile.call(host, path, languageVersion, ...others))
      : ts.createSourceFile(path, text, languageVersion);
  };
  const compiled = ts.createProgram([...programs.keys()], options, host);
  return [...programs.keys()].flatMap((path) => {
    const file = compiled.getSourceFile(path);
    return [...compiled.getSyntacticDiagnostics(file), ...compiled.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${path.slice(root.length)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
  });
}

describe("what is shown on hover", () => {
  const all = listAll();

  it("looks at every entry", () => {
    expect(entries).toHaveLength(Object.keys(manifest.exports).length - 1);
    const names = all.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["createDesk", "Desk.availability", "Chat.tell", "field.text"]),
    );
    expect(all.length).toBeGreaterThan(150);
  });

  it("says of every function and method what it does", () => {
    const silent = all.filter(({ symbol }) => symbol.getDocumentationComment(checker).length === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it("has an example for what a program calls", () => {
    const bare = all.filter(({ symbol, needsExample }) => needsExample && examplesOf(symbol).length === 0);
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it("shows examples that compile", () => {
    const programs = new Map<string, string>();
    for (const { name, symbol } of all)
      for (const [index, example] of examplesOf(symbol).entries())
        programs.set(`${root}test/docs/${name}-${index}.ts`, programOf(example));
    expect(programs.size).toBeGreaterThan(70);
    expect(compile(programs)).toEqual([]);
    const wrong = programOf("await desk.hold({ requestId: 4711 });");
    expect(compile(new Map([[`${root}test/docs/wrong.ts`, wrong]]))).toHaveLength(1);
  });
});
