import { build, type Plugin } from "esbuild";
import { describe, expect, it } from "vitest";
import { listSourceFiles } from "./source-files.js";

/** Parts that a program needs whole or not at all, and for which the build has files of their own. */
const whole = ["booking/", "chat/words/", "desk/", "message/dates/", "store/", "testing/", "ticket/barcode/"];

/** What a bundler keeps of a module that is imported and of which nothing is used; what it imports left out. */
async function keptOf(text: string): Promise<string> {
  const module: Plugin = {
    name: "module",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ path }) =>
        path === "module"
          ? { path, namespace: "module", sideEffects: true }
          : { path, external: true, sideEffects: false },
      );
      onLoad({ filter: /.*/, namespace: "module" }, () => ({ contents: text, loader: "ts" }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: 'import "module";' },
    bundle: true,
    format: "esm",
    target: "es2022",
    minifySyntax: true,
    write: false,
    tsconfigRaw: {},
    plugins: [module],
  });
  return outputFiles.map((file) => file.text.replace(/^(?:\/\/|import ).*\n/gm, "").trim()).join("");
}

describe("the top-level code of a module", () => {
  it("has no effects, so that bundlers drop what is not used", async () => {
    const modules = listSourceFiles().filter(({ path }) => !whole.some((part) => path.startsWith(part)));
    expect(modules.length).toBeGreaterThan(50);
    const kept = await Promise.all(
      modules.map(async ({ path, text }) => ({ path, kept: await keptOf(text) })),
    );
    expect(kept.filter((module) => module.kept !== "")).toEqual([]);
  });

  it.each([
    "export const names = new Set(list());",
    'console.log("hello");',
    "export const sum = { ...parts };",
  ])("is seen in %s", async (line) => {
    expect(await keptOf(`import { list, parts } from "./parts.js";\n${line}`)).not.toBe("");
  });
});
