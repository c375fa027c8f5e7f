import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** One text in one file replaced by another. */
export interface SourceChange {
  /** Below `src`. */
  readonly file: string;
  /** Occurs once in the file. */
  readonly from: string;
  readonly to: string;
}

const source = (file: string) => fileURLToPath(new URL(`../../src/${file}`, import.meta.url));

const installed = createRequire(import.meta.url);

/** A module below `src` with one change in what it is made of, bundled and loaded. */
export async function breakModule(module: string, { file, from, to }: SourceChange): Promise<unknown> {
  const { outputFiles } = await build({
    entryPoints: [source(module)],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    plugins: [
      {
        name: "break",
        setup({ onLoad, onResolve }) {
          // What is installed is the same for all, and warm after the first.
          onResolve({ filter: /^[^./]/ }, ({ path }) => ({
            path: pathToFileURL(installed.resolve(path)).href,
            external: true,
          }));
          onLoad({ filter: /\.ts$/ }, async ({ path }) => {
            if (path !== source(file)) return undefined;
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
  return import(/* @vite-ignore */ `data:text/javascript;base64,${bundle}`);
}
