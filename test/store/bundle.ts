import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import manifest from "../../package.json" with { type: "json" };

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A program with this source as one file, so that many processes of it start fast; whoever asks removes it. */
export async function bundle(path: string): Promise<string> {
  const name = path.split("/").at(-1)?.replace(/\.ts$/, "");
  const outfile = `${root}node_modules/.cache/giliran/${name}-${process.pid}.mjs`;
  await build({
    entryPoints: [path],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: Object.fromEntries(
      Object.entries(manifest.tsup.entry).map(([entry, file]) => [
        entry === "index" ? "giliran" : `giliran/${entry}`,
        `${root}${file}`,
      ]),
    ),
  });
  return outfile;
}
