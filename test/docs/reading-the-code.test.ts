import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** In a process of its own, in which nothing is remembered of other tests. */
function filesOfAMessage(): readonly string[] {
  const printed = execFileSync(process.execPath, ["--import", "tsx", "test/docs/files-of-a-message.ts"]);
  return JSON.parse(printed.toString());
}

describe("docs/reading-the-code.md", () => {
  it("lists the files that a message runs through, and no others", () => {
    const page = readFileSync("docs/reading-the-code.md", "utf8");
    const items = page.split("\n## ").slice(2).join("\n");
    const listed = [...items.matchAll(/`([a-z]+\/[a-z/-]+)`/g)].map(([, path = ""]) => path);
    expect(listed.toSorted()).toEqual(filesOfAMessage());
  });

  it("has what decides a hold in its first eight files, of 950 lines at most", () => {
    const section = readFileSync("docs/reading-the-code.md", "utf8").split("\n## The decision")[1] ?? "";
    const [first = ""] = section.split("\nAround them");
    const files = [...first.matchAll(/`([a-z]+\/[a-z/-]+)`/g)].map(([, path = ""]) => path);
    const lines = files.flatMap((path) => readFileSync(`src/${path}.ts`, "utf8").split("\n"));
    expect(files).toHaveLength(8);
    expect(lines.length).toBeLessThanOrEqual(950);
  });
});
