import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storeConformance } from "giliran/testing";
import { describe, expect, it } from "vitest";
import { fileStore } from "./file-store.js";

const page = readFileSync("docs/write-a-store.md", "utf8");

function openFile() {
  const folder = mkdtempSync(join(tmpdir(), "giliran-file-"));
  const path = join(folder, "bookings.json");
  return { connect: () => fileStore(path), close: () => rmSync(folder, { recursive: true }) };
}

const noNetwork = "it sends nothing, its calls are made in the process";
storeConformance("a JSON file", openFile, { describe, it, numRuns: 8, without: { slowClient: noNetwork } });

describe("docs/write-a-store.md", () => {
  it("shows the store that passes the suite", () => {
    expect(page).toContain(readFileSync("test/store/file-store.ts", "utf8"));
  });
});
