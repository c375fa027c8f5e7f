import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Store } from "giliran";
import { onTestFinished } from "vitest";
import { bundleProgram } from "./run-process.js";
import { type Acknowledged, expectToSurvive } from "./survive.js";

const program = fileURLToPath(new URL("hold-until-killed.ts", import.meta.url));

/** A process of its own on the same bookings is killed in mid-batch; `where` says where they are. */
export async function expectToSurviveKilledProcess(store: Store, ...where: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [await bundleProgram(program), ...where], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const acknowledged: Acknowledged = new Map();
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();

  async function readUntil(awaited: string): Promise<void> {
    for (let line = await lines.next(); line.value !== awaited; line = await lines.next()) {
      if (line.done === true) throw new Error(`The process ended without a word of "${awaited}".`);
      const [name, code] = JSON.parse(line.value) as [string, string]; // decoded
      acknowledged.set(name, code);
    }
  }

  await readUntil("ready");
  await expectToSurvive(
    store,
    async () => {
      child.stdin.write("go\n");
      await readUntil("in mid-batch");
      child.kill("SIGKILL");
    },
    acknowledged,
  );
}
