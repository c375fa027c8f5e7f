import { readdirSync, readFileSync } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { buildProgram, listReadmePrograms } from "./programs.js";
import { runProgram } from "./run-program.js";

const folder = join(inject("folder"), "declarations");
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const consumer = (name: string) => `test/package/consumer/${name}`;

/** Compiles the files, those of the package included, with no types but those that are named. */
async function compile(files: readonly string[], options: object): Promise<string> {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    lib: ["es2022"],
    types: [],
    ...options,
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  return runProgram(process.execPath, [compiler, "--project", folder], folder);
}

beforeAll(async () => {
  await mkdir(folder);
  for (const ending of ["mts", "cts"])
    await copyFile(consumer("use-every-entry.ts"), join(folder, `use-every-entry.${ending}`));
});

describe("the declarations", () => {
  it.each([
    { module: "node16", moduleResolution: "node16" },
    { module: "esnext", moduleResolution: "bundler" },
  ])(
    "serve a strict program with $moduleResolution resolution and no types of a platform",
    async (options) => {
      expect(await compile(["use-every-entry.mts", "use-every-entry.cts"], options)).toBe("");
    },
  );

  it("tell a wrong program", async () => {
    const wrong = 'import { defineOffice } from "giliran";\ndefineOffice({ id: 1 });\n';
    await writeFile(join(folder, "wrong.mts"), wrong);
    await expect(compile(["wrong.mts"], { module: "node16" })).rejects.toThrow("wrong.mts(2,");
  });

  it("serve the README's programs, and take a database of node:sqlite", async () => {
    const files = ["book-on-node-sqlite.mts"];
    for (const program of listReadmePrograms()) {
      if (program.language !== "ts" || (await buildProgram(program)).strangers.length > 0) continue;
      const file = `${program.name.replace(/\W/g, "-")}.mts`;
      await writeFile(join(folder, file), program.code);
      files.push(file);
    }
    await copyFile(consumer("book-on-node-sqlite.ts"), join(folder, "book-on-node-sqlite.mts"));
    expect(await compile(files, { module: "node16", types: ["node"] })).toBe("");
  });

  it("import nothing but each other, and those for testing their peer", () => {
    const dist = join(inject("folder"), "node_modules/giliran/dist");
    const imported = readdirSync(dist, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.d\.c?ts$/.test(file))
      .flatMap((file) =>
        ts
          .preProcessFile(readFileSync(join(dist, file), "utf8"))
          .importedFiles.map(({ fileName }) => `${file} imports ${fileName}`),
      );
    expect(imported.filter((line) => !/ imports \.\.?\//.test(line))).toEqual([
      "testing.d.cts imports fast-check",
      "testing.d.ts imports fast-check",
    ]);
  });
});
