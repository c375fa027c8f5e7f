import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeBlocks } from "./run-example.js";

interface Hunk {
  readonly path: string;
  /** The lines that have to be there before. */
  readonly before: string;
}

/** What a diff expects of the files that it changes. */
function listHunks(diff: string): readonly Hunk[] {
  return diff.split(/^--- .*\n/m).flatMap((file) => {
    const [head = "", ...hunks] = file.split(/^@@.*\n/m);
    const path = head.replace(/^\+\+\+ b\//, "").trim();
    return hunks.map((hunk) => {
      const lines = hunk.split("\n").filter((line) => /^[ -]/.test(line));
      return { path, before: lines.map((line) => line.slice(1)).join("\n") };
    });
  });
}

describe("docs/decisions/adding.md", () => {
  const hunks = codeBlocks("docs/decisions/adding.md", "diff").flatMap(listHunks);

  it("shows changes of this repository", () => {
    expect(hunks.length).toBeGreaterThan(8);
  });

  it.each(hunks.filter(({ before }) => before !== ""))("fits $path as it is", ({ path, before }) => {
    expect(readFileSync(path, "utf8")).toContain(before);
  });

  it("makes new files where there are none", () => {
    const made = hunks.filter(({ before }) => before === "").map(({ path }) => path);
    expect(made).toEqual(["src/booking/actions/remind.ts"]);
    expect(made.filter((path) => existsSync(path))).toEqual([]);
  });
});
