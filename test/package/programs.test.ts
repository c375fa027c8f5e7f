import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { type NodeVersion, programOf } from "./node-versions.js";
import { buildProgram, listExamples, listReadmePrograms, type Program } from "./programs.js";
import { runProgram } from "./run-program.js";

const folder = inject("folder");
const nodes = inject("nodes");

async function run(program: Program, node: NodeVersion, skip: (reason: string) => never): Promise<string> {
  const { script, strangers } = await buildProgram(program);
  if (strangers.length > 0) skip(`it imports ${strangers.join(", ")}`);
  const file = join(folder, `${program.name.replace(/\W/g, "-")}.mjs`);
  await writeFile(file, script);
  const printed = await runProgram(programOf(node, skip), [file], folder);
  console.log(printed.trimEnd());
  return printed;
}

it("the README shows a whole program", () => {
  expect(listReadmePrograms()).not.toEqual([]);
});

describe.each(nodes)("on $name", (node) => {
  it.for([...listReadmePrograms(), ...listExamples()])("$name runs and prints", async (program, { skip }) => {
    expect(await run(program, node, skip)).not.toBe("");
  });

  it("the SQLite store keeps a booking with node:sqlite", async ({ skip }) => {
    if (node.major < 22) skip("node:sqlite exists from Node 22");
    const consumer = "test/package/consumer";
    const name = "book-on-node-sqlite.ts";
    const code = readFileSync(join(consumer, name), "utf8");
    expect(await run({ name, language: "ts", code, folder: consumer }, node, skip)).toBe(
      "2030-01-07 0800-01\n",
    );
  });
});
