import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../src", import.meta.url));

export interface SourceFile {
  /** Below `src`, without the ending: `ticket/barcode/render-svg`. */
  readonly path: string;
  readonly text: string;
}

export function listSourceFiles(): SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({
      path: path.replaceAll("\\", "/").replace(/\.ts$/, ""),
      text: readFileSync(`${root}/${path}`, "utf8"),
    }));
}
