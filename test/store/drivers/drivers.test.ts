import { fileURLToPath } from "node:url";
import { conformanceTests } from "giliran/testing";
import { describe, expect, it } from "vitest";
import { day } from "../five-places.js";
import { openDatabase, temporaryFile } from "../open-database.js";
import { bundleProgram, runProcessBy } from "../run-process.js";
import { deskOn } from "../sqlite-desk.js";
import { driverFailures } from "./driver-failures.js";
import { type Driver, driverMissing, drivers } from "./drivers.js";

const processes = 8;

/** Eight processes at once on a new file, each of which has five callers. */
async function race({ program, module }: Driver, nameOf: (index: number) => string) {
  const file = temporaryFile();
  const script = await bundleProgram(fileURLToPath(new URL("hold-many.ts", import.meta.url)));
  const lines = await Promise.all(
    Array.from({ length: processes }, (_, index) =>
      runProcessBy(program, script, module, file, nameOf(index)),
    ),
  );
  const count = (kind: string) => lines.flat().filter((line) => line === kind).length;
  const { length: kept } = await deskOn(openDatabase(file)).find(day);
  return { held: count("held"), full: count("day-full"), kept };
}

/** What a test printed, by its title. */
interface Result {
  readonly title: string;
  readonly outcome: string;
}

describe.each(drivers)("SQLite by $title", (driver) => {
  /** `GILIRAN_DRIVERS=required` makes a failure of what is a skip elsewhere. */
  function demand(skip: (reason: string) => never): void {
    const missing = driverMissing(driver);
    if (missing === undefined) return;
    if (process.env.GILIRAN_DRIVERS === "required") throw new Error(missing);
    skip(missing);
  }

  it("passes the suite, and says what went wrong where something does", async ({ skip }) => {
    demand(skip);
    const script = await bundleProgram(fileURLToPath(new URL("check-driver.ts", import.meta.url)));
    const lines = await runProcessBy(driver.program, script, driver.module, "3");
    const results = lines.map((line) => JSON.parse(line) as Result); // decoded
    const having = (outcome: string) => results.filter((result) => result.outcome === outcome);
    console.log(
      `${driver.title}: ${having("passed").length} tests passed, ${having("skipped").length} skipped`,
    );
    expect(results.filter(({ outcome }) => !["passed", "skipped"].includes(outcome))).toEqual([]);
    expect(having("skipped")).toHaveLength(
      conformanceTests.filter(({ needs }) => needs === "slowClient").length,
    );
    expect(results).toHaveLength(conformanceTests.length + driverFailures.length);
  });

  it("gives five places to five over eight processes that open the file for the first time together", async ({
    skip,
  }) => {
    demand(skip);
    expect(await race(driver, String)).toEqual({ held: 5, full: 35, kept: 5 });
  });

  it("gives them once where the same requests come to eight processes", async ({ skip }) => {
    demand(skip);
    // Each process asks for five, and those that were told once are told so again.
    expect(await race(driver, () => "same")).toEqual({ held: 40, full: 0, kept: 5 });
  });
});
