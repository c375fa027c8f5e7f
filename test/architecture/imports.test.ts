import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { listSourceFiles, type SourceFile } from "./source-files.js";

/** What a store is written against, and whose records it keeps. */
const contract = ["store/kind", "store/scope", "store/store"];

/**
 * Who may import whom. A file belongs to the longest name that its path begins with, and may import its own part,
 * `errors` and `input`, and the files and folders named here; a part inside another (`ticket/barcode`) is named by itself.
 * A folder without a line here may import what a kind of record is described with, and is imported by nobody.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  input: [],
  // The languages that are read where a program names none; no sentences come with them.
  message: ["languages/indonesian/indonesian-vocabulary", "languages/english/english-vocabulary"],
  "message/index": [
    "message",
    "languages/indonesian/indonesian-vocabulary",
    "languages/english/english-vocabulary",
  ],
  languages: [],
  // English words are read beside Indonesian ones; no language has the sentences of another.
  "languages/indonesian": [
    "languages/list-free",
    "languages/phrase-list",
    "languages/english/english-vocabulary",
  ],
  "languages/english": ["languages/list-free", "languages/phrase-list"],
  office: [],
  ticket: [],
  "ticket/barcode": [],
  allocation: ["office"],
  // Bookings are found by the index that the memory store has.
  booking: [...contract, "store/key-index", "office", "ticket", "allocation"],
  store: [],
  // A person is known by the name without titles, in whatever language the chat speaks.
  desk: [
    "message",
    "office",
    "ticket",
    "allocation",
    "booking",
    ...contract,
    "languages/indonesian/titles",
    "languages/english/titles",
  ],
  chat: ["message", "office", "ticket", "allocation", "booking", "desk"],
  "chat/index": ["chat", "languages/indonesian/indonesian", "languages/english/english"],
  index: [
    "message",
    "languages",
    "languages/indonesian",
    "languages/english",
    "office",
    "ticket",
    "allocation",
    "booking",
    ...contract,
    "store/memory-store",
    "desk",
    "chat",
  ],
  draw: [],
  testing: [
    "draw",
    "message",
    "office",
    "ticket",
    "allocation",
    "booking",
    ...contract,
    "store/memory-store",
    "store/changes",
    "desk",
    "chat",
  ],
};

/** What a language fulfils, and what its sentences are about. */
const ofLanguages = [
  "message/language",
  "chat/words",
  "chat/command-words",
  "chat/refusal-words",
  "chat/say",
  "chat/deadline",
  "allocation/alternatives",
  "booking/booking",
  "ticket/ticket",
];

/** Whose types may be imported beside that, and nothing that runs. */
const typeArrows: Readonly<Record<string, readonly string[]>> = {
  languages: ofLanguages,
  "languages/indonesian": ofLanguages,
  "languages/english": ofLanguages,
};

/** Which files may import a package; no other package, and nothing of a platform, is imported anywhere. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "@noble/hashes/hmac": ["desk/keyed-hash", "draw/marks"],
  "@noble/hashes/sha2": ["desk/keyed-hash", "draw"],
  "@noble/hashes/legacy": ["draw/rfc3797"],
  "@noble/curves/bls12-381": ["draw/beacon"],
  luxon: ["office/calendar", "office/local-time", "office/office-schema"],
  "bwip-js/generic": ["ticket/barcode"],
  "fast-check": ["testing"],
};

const isWithin = (path: string, part: string) => path === part || path.startsWith(`${part}/`);

function partOf(path: string): string {
  const [named] = Object.keys(arrows)
    .filter((part) => isWithin(path, part))
    .sort((a, b) => b.length - a.length);
  return named ?? path.split("/", 1)[0] ?? path;
}

function isAllowed(from: string, to: string, named: Readonly<Record<string, readonly string[]>>): boolean {
  const part = partOf(from);
  if (partOf(to) === part || to === "errors" || isWithin(to, "input")) return true;
  const allowed = named[part] ?? (part in arrows ? [] : contract);
  return allowed.some((name) => isWithin(to, name) && partOf(to) === partOf(name));
}

/** What an `import type` names, of which nothing is left when the file runs. */
function listTypeImports(text: string): string[] {
  return ts
    .createSourceFile("file.ts", text, ts.ScriptTarget.ES2022)
    .statements.filter(ts.isImportDeclaration)
    .flatMap(({ importClause, moduleSpecifier }) =>
      importClause?.isTypeOnly && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : [],
    );
}

/** The imports of a file that no arrow allows, as sentences. */
function listForbiddenImports({ path, text }: SourceFile): string[] {
  const typesOnly = new Set(listTypeImports(text));
  return ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => {
      if (!name.startsWith(".")) return !(packages[name] ?? []).some((part) => isWithin(path, part));
      const to = posix.join(posix.dirname(path), name).replace(/\.js$/, "");
      return !isAllowed(path, to, arrows) && !(typesOnly.has(name) && isAllowed(path, to, typeArrows));
    })
    .map((name) => `${path} imports ${name}`);
}

/** The circles in which files import each other, each as the files in it. */
function listCircles(files: readonly SourceFile[]): string[] {
  const imports = new Map(
    files.map(({ path, text }) => [
      path,
      ts
        .preProcessFile(text)
        .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
        .map(({ fileName }) => posix.join(posix.dirname(path), fileName).replace(/\.js$/, "")),
    ]),
  );
  const reach = (from: string): ReadonlySet<string> => {
    const found = new Set<string>();
    const ahead = [...(imports.get(from) ?? [])];
    for (let path = ahead.pop(); path !== undefined; path = ahead.pop())
      if (!found.has(path)) {
        found.add(path);
        ahead.push(...(imports.get(path) ?? []));
      }
    return found;
  };
  const reached = new Map(files.map(({ path }) => [path, reach(path)]));
  const circles = files
    .filter(({ path }) => reached.get(path)?.has(path))
    .map(({ path }) =>
      [...(reached.get(path) ?? [])]
        .filter((other) => reached.get(other)?.has(path))
        .sort()
        .join(", "),
    );
  return [...new Set(circles)];
}

describe("the imports of src", () => {
  it("follow the arrows", () => {
    expect(listSourceFiles().flatMap(listForbiddenImports)).toEqual([]);
  });

  it("may lead from a new folder to what a kind is described with", () => {
    const text = 'import { defineKind } from "../store/kind.js"; import { a } from "./a.js";';
    expect(listForbiddenImports({ path: "somewhere/kinds", text })).toEqual([]);
  });

  it("lead no file back to itself", () => {
    expect(listCircles(listSourceFiles())).toEqual([]);
  });

  it("would lead back by a circle of types alone", () => {
    const files = [
      { path: "office/a", text: 'import type { B } from "./b.js";' },
      { path: "office/b", text: 'import type { C } from "../c.js";' },
      { path: "c", text: 'export { a } from "./office/a.js";' },
      { path: "d", text: 'import { a } from "./office/a.js";' },
    ];
    expect(listCircles(files)).toEqual(["c, office/a, office/b"]);
  });

  it.each([
    ["office/office", 'import { createDesk } from "../desk/desk.js";', "../desk/desk.js"],
    ["message/parse", 'import type {\n  Office,\n} from "../office/office.js";', "../office/office.js"],
    ["ticket/ticket", 'export * from "../booking/booking.js";', "../booking/booking.js"],
    ["booking/book", 'const store = await import("../store/memory-store.js");', "../store/memory-store.js"],
    [
      "store/sqlite/sqlite-store",
      'import { decide } from "../../booking/decide.js";',
      "../../booking/decide.js",
    ],
    ["desk/desk", 'import { memoryStore } from "../store/memory-store.js";', "../store/memory-store.js"],
    ["desk/desk", 'import { createChat } from "../chat/chat.js";', "../chat/chat.js"],
    [
      "chat/chat",
      'import { renderPng } from "../ticket/barcode/render-png.js";',
      "../ticket/barcode/render-png.js",
    ],
    ["languages/english/english", 'import { createSay } from "../../chat/say.js";', "../../chat/say.js"],
    [
      "languages/indonesian/indonesian",
      'import { english } from "../english/english.js";',
      "../english/english.js",
    ],
    ["languages/english/titles", 'import type { Desk } from "../../desk/desk.js";', "../../desk/desk.js"],
    [
      "message/default-languages",
      'import { english } from "../languages/english/english.js";',
      "../languages/english/english.js",
    ],
    [
      "desk/desk",
      'import { english } from "../languages/english/english.js";',
      "../languages/english/english.js",
    ],
    ["index", 'export { sqliteStore } from "./store/sqlite-store.js";', "./store/sqlite-store.js"],
    ["office/office", 'import { helper } from "../somewhere/else.js";', "../somewhere/else.js"],
    ["somewhere/else", 'import { decide } from "../booking/decide.js";', "../booking/decide.js"],
    ["somewhere/else", 'import { listChanges } from "../store/changes.js";', "../store/changes.js"],
    ["desk/desk", 'import { randomBytes } from "node:crypto";', "node:crypto"],
    ["desk/desk", 'import { DateTime } from "luxon";', "luxon"],
    ["ticket/ticket", 'import { qrcode } from "bwip-js/generic";', "bwip-js/generic"],
  ])("may not be %s: %s", (path, text, name) => {
    expect(listForbiddenImports({ path, text })).toEqual([`${path} imports ${name}`]);
  });
});
