import { expect, it } from "vitest";
import { listSourceFiles } from "./source-files.js";

it("uses a type's name once in the whole house", () => {
  const names = listSourceFiles().flatMap(({ text }) =>
    [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name),
  );
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
