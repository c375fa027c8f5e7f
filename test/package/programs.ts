import { readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";

/** A program of the documentation that a reader may copy and run. */
export interface Program {
  /** Where it stands: `README.md:31`, `examples/first-booking.ts`. */
  readonly name: string;
  readonly language: "ts" | "js";
  readonly code: string;
  /** Where its relative imports begin. */
  readonly folder: string;
}

const fence = /^```(ts|js)\b[^\n]*\n(.*?)^```/gms;

/** The code blocks of the README that import the package; the others are parts of something. */
export function listReadmePrograms(): Program[] {
  const text = readFileSync("README.md", "utf8");
  return [...text.matchAll(fence)]
    .map(({ 1: language, 2: code = "", index }): Program => {
      const line = text.slice(0, index).split("\n").length;
      return { name: `README.md:${line}`, language: language === "ts" ? "ts" : "js", code, folder: "." };
    })
    .filter(({ code }) => /from "giliran[/"]/.test(code));
}

export function listExamples(): Program[] {
  return readdirSync("examples")
    .filter((file) => /\.m?[jt]s$/.test(file))
    .map((file) => ({
      name: `examples/${file}`,
      language: file.endsWith("ts") ? "ts" : "js",
      code: readFileSync(`examples/${file}`, "utf8"),
      folder: "examples",
    }));
}

export interface BuiltProgram {
  /** One ES module that any Node runs. */
  readonly script: string;
  /** What it imports that comes neither from Node nor from giliran. */
  readonly strangers: readonly string[];
}

export async function buildProgram({ name, language, code, folder }: Program): Promise<BuiltProgram> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: folder, sourcefile: name, loader: language },
    bundle: true,
    packages: "external",
    // The project's own would lead giliran back to its source.
    tsconfigRaw: {},
    platform: "node",
    format: "esm",
    target: "node20",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return {
    script: outputFiles.map(({ text }) => text).join(""),
    strangers: imported.filter((path) => !/^(node:|giliran(\/|$))/.test(path)),
  };
}
