import { spawn } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { bundleProgram } from "../run-process.js";

const folder = fileURLToPath(new URL("../../../node_modules/.cache/giliran", import.meta.url));
const rest = fileURLToPath(new URL("hold-on-command.ts", import.meta.url));

/** A process of a snippet that makes a desk of `offices`. */
export interface CommandProcess {
  readonly tell: (line: string) => void;
  /** Resolves when it has printed a line; rejects where it ends before. */
  readonly printed: (line: RegExp) => Promise<void>;
  /** How it ended, with what it said of errors. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
}

let programs = 0;

export async function startSnippet(snippet: string, env: Record<string, string>): Promise<CommandProcess> {
  const source = `${folder}/snippet-${process.pid}-${programs++}.ts`;
  await mkdir(folder, { recursive: true });
  await writeFile(
    source,
    `import { holdOnCommand, offices } from ${JSON.stringify(rest)};\n${snippet}\nawait holdOnCommand(desk);\n`,
  );
  onTestFinished(() => rm(source));
  const child = spawn(process.execPath, [await bundleProgram(source)], { env: { ...process.env, ...env } });
  onTestFinished(() => void child.kill("SIGKILL"));
  let [said, errors] = ["", ""];
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.once("close", (code) => resolve({ code, errors }));
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const heard: (() => void)[] = [];
  child.stdout.on("data", (chunk) => {
    said += chunk;
    for (const listener of heard) listener();
  });
  return {
    ended,
    tell: (line) => void child.stdin.write(`${line}\n`),
    printed: (line) =>
      new Promise((resolve, reject) => {
        const look = () => line.test(said) && resolve();
        heard.push(look);
        look();
        void ended.then(({ code }) => reject(new Error(`It ended with ${code}: ${errors}`)));
      }),
  };
}
