import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Library } from "../../src/testing/world.js";
import type { Broken } from "./broken.js";

/** The library with one change, bundled and loaded. */
export async function breakLibrary({ file, from, to }: Broken): Promise<Library> {
  const broken = fileURLToPath(new URL(`../../src/${file}`, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../src/testing/library.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    plugins: [
      {
        name: "break",
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, async ({ path }) => {
            if (path !== broken) return undefined;
            const [before, after, ...others] = (await readFile(path, "utf8")).split(from);
            if (before === undefined || after === undefined || others.length > 0)
              throw new Error(`Expected "${from}" once in ${file}.`);
            return { contents: before + to + after, loader: "ts" };
          });
        },
      },
    ],
  });
  const bundle = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${bundle}`)) as Library; // decoded
}
