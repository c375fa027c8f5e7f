import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The TypeScript that a page shows. */
export function codeBlocks(page: string, language = "ts"): string[] {
  const blocks = readFileSync(page, "utf8").matchAll(/^```(\w+)\n(.*?)^```/gms);
  return [...blocks].flatMap(([, written, code = ""]) => (written === language ? [code] : []));
}

/** Runs an example as a reader would, in an empty folder. */
export function runExample(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), "giliran-example-"));
  try {
    return execFileSync(
      resolve("node_modules/.bin/tsx"),
      ["--tsconfig", resolve("tsconfig.json"), resolve(path)],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, GILIRAN_SECRET: "the secret of the examples" },
      },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
