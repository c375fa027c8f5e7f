import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeBlocks } from "./run-example.js";

interface Hunk {
  readonly path: string;
  /** The lines that have to be there before, in their order; others may have come between them. */
  readonly before: readonly string[];
}

/** What a diff expects of the files that it changes. */
function listHunks(diff: string): readonly Hunk[] {
  return diff.split(/^--- .*\n/m).flatMap((file) => {
    const [head = "", ...hunks] = file.split(/^@@.*\n/m);
    const path = head.replace(/^\+\+\+ b\//, "").trim();
    return hunks.map((hunk) => {
      const lines = hunk.split("\n").filter((line) => /^[ -]/.test(line));
      return { path, before: lines.map((line) => line.slice(1)) };
    });
  });
}

/** The first of the lines that a text does not have behind those before it. */
function firstMissing(text: string, lines: readonly string[]): string | undefined {
  let rest = text.split("\n");
  return lines.find((line) => {
    const index = rest.indexOf(line);
    rest = rest.slice(index + 1);
    return index === -1;
  });
}

describe("docs/decisions/adding.md", () => {
  const hunks = codeBlocks("docs/decisions/adding.md", "diff").flatMap(listHunks);

  it("shows changes of this repository", () => {
    expect(hunks.length).toBeGreaterThan(8);
  });

  it.each(hunks.filter(({ before }) => before.length > 0))("fits $path as it is", ({ path, before }) => {
    expect(firstMissing(readFileSync(path, "utf8"), before)).toBe(undefined);
  });

  it("tells a line that is gone", () => {
    expect(firstMissing("a\nb\nc", ["a", "c"])).toBe(undefined);
    expect(firstMissing("a\nb\nc", ["c", "a"])).toBe("a");
  });

  it("makes new files where there are none", () => {
    const made = hunks.filter(({ before }) => before.length === 0).map(({ path }) => path);
    expect(made).toEqual(["src/booking/actions/remind.ts"]);
    expect(made.filter((path) => existsSync(path))).toEqual([]);
  });
});
