import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kindConformance, storeConformance } from "giliran/testing";
import { describe, expect, it } from "vitest";
import { fileStore } from "./file-store.js";

const page = readFileSync("docs/write-a-store.md", "utf8");

function openFile() {
  const folder = mkdtempSync(join(tmpdir(), "giliran-file-"));
  const path = join(folder, "bookings.json");
  return { connect: () => fileStore(path), close: () => rmSync(folder, { recursive: true }) };
}

const slowClient = "it sends nothing, its calls are made in the process";
const noTables = "it has no tables";
const without = { slowClient, constraints: noTables, migrations: noTables };
const settings = { describe, it, numRuns: 8, without };
kindConformance("a JSON file", openFile, settings);
storeConformance("a JSON file", openFile, settings);

describe("docs/write-a-store.md", () => {
  it("shows the store that passes the suite", () => {
    expect(page).toContain(readFileSync("test/store/file-store.ts", "utf8"));
  });
});
