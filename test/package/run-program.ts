import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** What the program printed. Where it fails, the error carries all of it. */
export async function runProgram(
  program: string,
  options: readonly string[],
  folder: string,
): Promise<string> {
  try {
    const { stdout } = await execute(program, options, { cwd: folder, timeout: 120_000 });
    return stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${options.join(" ")} failed in ${folder}:\n${stdout}${stderr}`, {
      cause: error,
    });
  }
}
