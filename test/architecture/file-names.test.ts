import { describe, expect, it } from "vitest";
import { listSourceFiles } from "./source-files.js";

const drawers = ["utils", "util", "helpers", "helper", "common", "shared", "misc", "manager", "types"];
const mostLines = 250;

describe("the files of src", () => {
  it("have names in kebab-case", () => {
    const odd = listSourceFiles().filter(({ path }) => !/^[a-z0-9]+([-/][a-z0-9]+)*$/.test(path));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it("are no drawers", () => {
    const named = listSourceFiles().filter(({ path }) =>
      path.split(/[-/]/).some((word) => drawers.includes(word)),
    );
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  it(`have at most ${mostLines} lines`, () => {
    const long = listSourceFiles().filter(({ text }) => text.trimEnd().split("\n").length > mostLines);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});
