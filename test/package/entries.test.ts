import { describe, expect, inject, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { programOf } from "./node-versions.js";
import { runProgram } from "./run-program.js";

const folder = inject("folder");
const entries = Object.keys(manifest.exports).map((path) => path.replace(/^\./, "giliran"));
const modules = entries.filter((entry) => !entry.endsWith(".json"));

/** What a script prints that has `load` to get at an entry, as an ES module and as a CommonJS one. */
async function runAsBoth(node: string, script: string): Promise<{ esm: string; cjs: string }> {
  const run = (type: string, load: string) =>
    runProgram(node, [`--input-type=${type}`, "--eval", `${load}; (async () => { ${script} })();`], folder);
  return {
    esm: await run("module", "const load = (name) => import(name)"),
    cjs: await run("commonjs", "const load = require"),
  };
}

describe.each(inject("nodes"))("the entries on $name", (node) => {
  it.for(modules)("%s has the same names for import and require", async (entry, { skip }) => {
    const script = `console.log(Object.keys(await load("${entry}")).sort().join(" "))`;
    const { esm, cjs } = await runAsBoth(programOf(node, skip), script);
    expect(esm).toMatch(/^[\w ]+\n$/);
    expect(cjs).toBe(esm);
  });

  it("share one class of an error", async ({ skip }) => {
    const script = `
      const { defineOffice } = await load("giliran");
      const { sqliteStore } = await load("giliran/sqlite");
      const thrownBy = (call) => { try { call({}) } catch (error) { return error.constructor } };
      console.log(thrownBy(defineOffice).name, thrownBy(defineOffice) === thrownBy(sqliteStore));`;
    const { esm, cjs } = await runAsBoth(programOf(node, skip), script);
    expect({ esm, cjs }).toEqual({ esm: "InvalidConfigError true\n", cjs: "InvalidConfigError true\n" });
  });

  it("are all that can be loaded", async ({ skip }) => {
    const script = `
      const refusal = async (name) => { try { await load(name) } catch (error) { return error.code } };
      console.log(await refusal("giliran/dist/index.js"), await refusal("giliran/nothing"));`;
    const refused = "ERR_PACKAGE_PATH_NOT_EXPORTED ERR_PACKAGE_PATH_NOT_EXPORTED\n";
    expect(await runAsBoth(programOf(node, skip), script)).toEqual({ esm: refused, cjs: refused });
  });

  it("include the manifest", async ({ skip }) => {
    const script = 'console.log(require("giliran/package.json").name)';
    expect(entries).toContain("giliran/package.json");
    expect(await runProgram(programOf(node, skip), ["--input-type=commonjs", "--eval", script], folder)).toBe(
      "giliran\n",
    );
  });
});
