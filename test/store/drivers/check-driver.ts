// Holds the store on a driver to the suite, and to what is told of failures: check-driver.ts <module> <runs>. Prints a
// line of JSON for each test.
import { sqliteStore } from "giliran/sqlite";
import { kindConformance, storeConformance, type TestRunner } from "giliran/testing";
import { driverFailures } from "./driver-failures.js";
import { newFile } from "./open-with.js";

const [, , module = "", runs = ""] = process.argv;

const tests: { readonly title: string; readonly run?: () => Promise<void> }[] = [];
const runner: TestRunner = {
  describe: (_, define) => define(),
  it: Object.assign((title: string, run: () => Promise<void>) => tests.push({ title, run }), {
    skip: (title: string) => tests.push({ title }),
  }),
};

function openStore() {
  const { open, close } = newFile(module);
  return { connect: () => sqliteStore({ database: open() }), close };
}

const settings = {
  ...runner,
  numRuns: Number(runs),
  without: { slowClient: "its calls are made in the process, and nothing comes between them" },
};
kindConformance(module, openStore, settings);
storeConformance(module, openStore, settings);
for (const { title, run } of driverFailures) tests.push({ title, run: () => run(module) });

for (const { title, run } of tests) {
  const outcome = await (run?.().then(() => "passed", String) ?? "skipped");
  console.log(JSON.stringify({ title, outcome }));
}
