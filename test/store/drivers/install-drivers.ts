// Gets the drivers of SQLite that `npm install` does not bring, into a cache: npm run drivers. One of them may be
// compiled for a minute or two. It fails where one can't be had, and says why; the tests on it are skipped then.
import { execFile } from "node:child_process";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { type Driver, driverMissing, drivers } from "./drivers.js";

const execute = promisify(execFile);

async function install({ program, module, source }: Driver): Promise<void> {
  if (source === undefined) return;
  const { packageName, version, folder } = source;
  const unfinished = `${folder}-unfinished`;
  await mkdir(unfinished, { recursive: true });
  const manifest = { private: true, allowScripts: { [packageName]: true } };
  await writeFile(`${unfinished}/package.json`, JSON.stringify(manifest));
  const what = `${packageName}@${version}`;
  await execute("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", what], { cwd: unfinished });
  await rename(unfinished, folder);
  await execute(program, ["-e", `require(${JSON.stringify(module)})`]);
}

/** Whether it is there afterwards. */
async function bring(driver: Driver): Promise<boolean> {
  if (driverMissing(driver) === undefined) return true;
  try {
    await install(driver);
    return true;
  } catch (error) {
    for (const ending of ["", "-unfinished"])
      await rm(`${driver.source?.folder}${ending}`, { recursive: true, force: true });
    const { stderr = "", message } = error as Error & { stderr?: string }; // decoded
    const reason = (stderr || message).trim().split("\n").slice(-12).join("\n");
    console.error(`${driver.name} can't be had here:\n${reason}`);
    return false;
  }
}

const isThere = await Promise.all(drivers.map(bring));
for (const [index, { title }] of drivers.entries()) if (isThere[index]) console.log(title);
if (isThere.includes(false)) process.exitCode = 1;
