import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { onTestFinished } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A program of a test as one file, so that many processes of it start fast; it goes with the test. */
export async function bundleProgram(path: string): Promise<string> {
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
  onTestFinished(() => rm(outfile, { force: true }));
  return outfile;
}

/** The lines that a process printed; `runtime` is what runs the program. */
export async function runProcess(
  runtime: string,
  program: string,
  ...values: readonly string[]
): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(runtime, [program, ...values]);
  return stdout.trim().split("\n");
}
