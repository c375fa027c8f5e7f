import { conformanceTests, kindTests } from "giliran/testing";
import { describe, expect, it } from "vitest";
import { day } from "../five-places.js";
import { openDatabase, temporaryFile } from "../open-database.js";
import { processes, raceProcesses } from "../race-processes.js";
import { deskOn } from "../sqlite-desk.js";
import { expectOnStoragePage, tableRow } from "../storage-page.js";
import { driverFailures } from "./driver-failures.js";
import { type Driver, driverMissing, drivers } from "./drivers.js";
import { listSuiteResults } from "./suite-results.js";

const script = new URL("hold-many-on-driver.ts", import.meta.url);
const tests = [...kindTests, ...conformanceTests];
const skipped = tests.filter(({ needs }) => needs === "slowClient");

/** `GILIRAN_DRIVERS=required` makes a failure of what is a skip elsewhere. */
function demand(driver: Driver, skip: (reason: string) => never): void {
  const missing = driverMissing(driver);
  if (missing === undefined) return;
  if (process.env.GILIRAN_DRIVERS === "required") throw new Error(missing);
  skip(missing);
}

/** How many bookings of the day are in a file. */
async function countKept(file: string): Promise<number> {
  return (await deskOn(openDatabase(file)).find(day)).length;
}

describe("the SQLite store", () => {
  it.for(drivers)("is one on $title, as the page says", { timeout: 180_000 }, async (driver, { skip }) => {
    demand(driver, skip);
    const results = await listSuiteResults(driver, 2);
    const having = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
    console.log(`${driver.title}: ${having("passed")} tests passed, ${having("skipped")} skipped`);
    expect(results.filter(({ outcome }) => outcome !== "passed" && outcome !== "skipped")).toEqual([]);
    expect(having("skipped")).toBe(skipped.length);
    expect(results).toHaveLength(tests.length + driverFailures.length);

    const file = temporaryFile(); // which the processes make together
    const where = [driver.module, file];
    const { held, full } = await raceProcesses({ script, runtime: driver.program, where });
    const kept = await countKept(file);
    expect({ held, full, kept }).toEqual({ held: 5, full: 35, kept: 5 });
    const row = tableRow(driver.title, "passes", `${processes} processes, ${kept} of 5`);
    expectOnStoragePage(new RegExp(`^\\| ${driver.name} .*$`, "m"), row);
  });

  it("answers a request once where it comes to eight processes", async () => {
    const file = temporaryFile();
    const { held } = await raceProcesses({ script, where: ["libsql", file], nameOf: () => "same" });
    // Each process asks for five, and those that were told once are told so again.
    expect(held).toBe(40);
    expect(await countKept(file)).toBe(5);
  });
});
