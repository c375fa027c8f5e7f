import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { bundle } from "./bundle.js";

/** A program of a test, which goes with the test. */
export async function bundleProgram(path: string): Promise<string> {
  const program = await bundle(path);
  onTestFinished(() => rm(program, { force: true }));
  return program;
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
