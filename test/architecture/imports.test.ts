import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { listSourceFiles, type SourceFile } from "./source-files.js";

/**
 * Who may import whom. A file belongs to the longest name that its path begins with, and may import its own part,
 * `errors` and `input`, and the files and folders named here; a part inside another (`ticket/barcode`) is named by itself.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  input: [],
  message: [],
  office: [],
  ticket: [],
  "ticket/barcode": [],
  allocation: ["office"],
  booking: ["message", "office", "ticket", "allocation"],
  // The memory store finds its records by the index that the batch has.
  store: ["booking/booking", "booking/records", "booking/code-index"],
  desk: ["message", "office", "ticket", "allocation", "booking", "store/booking-store"],
  chat: ["message", "office", "ticket", "allocation", "booking", "desk"],
  index: [
    "message",
    "office",
    "ticket",
    "allocation",
    "booking",
    "store/booking-store",
    "store/memory-store",
    "desk",
    "chat",
  ],
  testing: [
    "message",
    "office",
    "ticket",
    "allocation",
    "booking",
    "store/booking-store",
    "store/memory-store",
    "desk",
    "chat",
  ],
};

/** Which files may import a package; no other package, and nothing of a platform, is imported anywhere. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "@noble/hashes/hmac": ["desk/keyed-hash"],
  "@noble/hashes/sha2": ["desk/keyed-hash"],
  luxon: ["office/calendar", "office/local-time", "office/office-schema"],
  "zod/mini": ["office/config-error", "office/office-schema"],
  "bwip-js/generic": ["ticket/barcode"],
  "fast-check": ["testing"],
};

const isWithin = (path: string, part: string) => path === part || path.startsWith(`${part}/`);

function partOf(path: string): string | undefined {
  return Object.keys(arrows)
    .filter((part) => isWithin(path, part))
    .sort((a, b) => b.length - a.length)[0];
}

function isAllowed(from: string, to: string): boolean {
  const part = partOf(from);
  if (part === undefined || partOf(to) === undefined) return false;
  if (partOf(to) === part || to === "errors" || isWithin(to, "input")) return true;
  return (arrows[part] ?? []).some((named) => isWithin(to, named) && partOf(to) === partOf(named));
}

/** The imports of a file that no arrow allows, as sentences. */
function listForbiddenImports({ path, text }: SourceFile): string[] {
  return ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => {
      if (!name.startsWith(".")) return !(packages[name] ?? []).some((part) => isWithin(path, part));
      return !isAllowed(path, posix.join(posix.dirname(path), name).replace(/\.js$/, ""));
    })
    .map((name) => `${path} imports ${name}`);
}

describe("the imports of src", () => {
  it("follow the arrows", () => {
    expect(listSourceFiles().flatMap(listForbiddenImports)).toEqual([]);
  });

  it.each([
    ["office/office", 'import { createDesk } from "../desk/desk.js";', "../desk/desk.js"],
    ["message/parse", 'import type {\n  Office,\n} from "../office/office.js";', "../office/office.js"],
    ["ticket/ticket", 'export * from "../booking/booking.js";', "../booking/booking.js"],
    ["booking/place", 'const store = await import("../store/memory-store.js");', "../store/memory-store.js"],
    ["store/sqlite-store", 'import { decide } from "../booking/decide.js";', "../booking/decide.js"],
    ["desk/desk", 'import { memoryStore } from "../store/memory-store.js";', "../store/memory-store.js"],
    ["desk/desk", 'import { createChat } from "../chat/chat.js";', "../chat/chat.js"],
    [
      "chat/chat",
      'import { renderPng } from "../ticket/barcode/render-png.js";',
      "../ticket/barcode/render-png.js",
    ],
    ["index", 'export { sqliteStore } from "./store/sqlite-store.js";', "./store/sqlite-store.js"],
    ["office/office", 'import { helper } from "../somewhere/else.js";', "../somewhere/else.js"],
    ["somewhere/else", 'import { StoreError } from "../errors.js";', "../errors.js"],
    ["desk/desk", 'import { randomBytes } from "node:crypto";', "node:crypto"],
    ["desk/desk", 'import { DateTime } from "luxon";', "luxon"],
    ["ticket/ticket", 'import { qrcode } from "bwip-js/generic";', "bwip-js/generic"],
  ])("may not be %s: %s", (path, text, name) => {
    expect(listForbiddenImports({ path, text })).toEqual([`${path} imports ${name}`]);
  });
});
