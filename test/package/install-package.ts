import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import manifest from "../../package.json" with { type: "json" };
import { installNode, type NodeVersion, thisNode } from "./node-versions.js";
import { runProgram } from "./run-program.js";

export interface Tarball {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

declare module "vitest" {
  interface ProvidedContext {
    tarball: Tarball;
    /** A folder where the packed package is installed, beside the types of Node and the peer of `giliran/testing`. */
    folder: string;
    nodes: readonly NodeVersion[];
  }
}

const root = fileURLToPath(new URL("../..", import.meta.url));

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "giliran-package-"));
  const packed = await runProgram("npm", ["pack", "--json", "--pack-destination", folder], root);
  // npm 11 prints a list, npm 12 an object by package name.
  const [tarball] = Object.values(JSON.parse(packed) as Record<string, Tarball & { filename: string }>);
  if (tarball === undefined) throw new Error(`npm pack told of no package: ${packed}`);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const packages = [
    `./${tarball.filename}`,
    "@types/node@24",
    `fast-check@${manifest.devDependencies["fast-check"]}`,
  ];
  await runProgram("npm", ["install", "--no-audit", "--no-fund", ...packages], folder);
  provide("tarball", tarball);
  provide("folder", folder);
  provide("nodes", [thisNode, await installNode(22, folder), await installNode(24, folder)]);
  return () => rm(folder, { recursive: true });
}
