import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "./run-program.js";

export interface NodeVersion {
  readonly name: string;
  readonly major: number;
  readonly program: { readonly path: string } | { readonly missingBecause: string };
}

export const thisNode: NodeVersion = {
  name: `this Node, ${process.version}`,
  major: Number.parseInt(process.versions.node, 10),
  program: { path: process.execPath },
};

/** Node from npm, which has the plain program of each platform as a package. */
export async function installNode(major: number, folder: string): Promise<NodeVersion> {
  const name = `node-${process.platform}-${process.arch}`;
  const home = join(folder, `node-${major}`);
  await mkdir(home);
  await writeFile(join(home, "package.json"), JSON.stringify({ private: true }));
  try {
    await runProgram("npm", ["install", "--no-audit", "--no-fund", `${name}@${major}`], home);
    return {
      name: `Node ${major}`,
      major,
      program: { path: join(home, "node_modules", name, "bin", "node") },
    };
  } catch (error) {
    return {
      name: `Node ${major}`,
      major,
      program: { missingBecause: `no ${name}@${major} from npm: ${error}` },
    };
  }
}

/** The path of the program, or the end of a test that can't be run, with the reason. */
export function programOf({ program }: NodeVersion, skip: (reason: string) => never): string {
  return "path" in program ? program.path : skip(program.missingBecause);
}
