import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";

/** The message module's entry, built with a counter in each function and loop. */
export interface CountedModule<Module> {
  readonly module: Module;
  /** How many function and loop bodies ran in `run`. */
  readonly count: (run: () => unknown) => number;
}

const counter = "__steps";

export async function buildCounted<Module>(entry: string): Promise<CountedModule<Module>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    format: "esm",
    write: false,
    banner: { js: `globalThis.${counter} = 0;` },
    plugins: [
      {
        name: "count",
        setup({ onLoad }) {
          onLoad({ filter: /src.message.*[.]ts$/ }, async ({ path }) => ({
            contents: addCounters(await readFile(path, "utf8")),
            loader: "ts",
          }));
        },
      },
    ],
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const module = (await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)) as Module;
  const steps = globalThis as typeof globalThis & { [counter]: number };
  return {
    module,
    count(run) {
      steps[counter] = 0;
      run();
      return steps[counter];
    },
  };
}

function addCounters(source: string): string {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.ES2022, true);
  const places: { readonly at: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const isLoop = ts.isIterationStatement(node, false);
    const body = isLoop ? node.statement : "body" in node ? (node.body as ts.Node | undefined) : undefined;
    if (body !== undefined && ts.isBlock(body))
      places.push({ at: body.getStart() + 1, text: `globalThis.${counter}++;` });
    else if (body !== undefined && isLoop)
      places.push(
        { at: body.getStart(), text: `{globalThis.${counter}++;` },
        { at: body.getEnd(), text: "}" },
      );
    else if (body !== undefined && ts.isArrowFunction(node))
      places.push(
        { at: body.getStart(), text: `(globalThis.${counter}++,` },
        { at: body.getEnd(), text: ")" },
      );
    ts.forEachChild(node, visit);
  };
  visit(file);
  let counted = source;
  for (const { at, text } of places
    .map((place, order) => ({ ...place, order }))
    .sort((one, other) => other.at - one.at || one.order - other.order))
    counted = counted.slice(0, at) + text + counted.slice(at);
  return counted;
}
