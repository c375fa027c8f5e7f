import { conformanceTests } from "giliran/testing";
import { describe, expect, it } from "vitest";
import { driverFailures } from "./driver-failures.js";
import { type Driver, driverMissing, drivers } from "./drivers.js";
import { raceProcesses } from "./race-processes.js";
import { listSuiteResults } from "./suite-results.js";

/** `GILIRAN_DRIVERS=required` makes a failure of what is a skip elsewhere. */
function demand(driver: Driver, skip: (reason: string) => never): void {
  const missing = driverMissing(driver);
  if (missing === undefined) return;
  if (process.env.GILIRAN_DRIVERS === "required") throw new Error(missing);
  skip(missing);
}

describe("the SQLite store", () => {
  it.for(drivers.filter(({ source }) => source !== undefined))(
    "passes the suite on $title, and says what went wrong where something does",
    async (driver, { skip }) => {
      demand(driver, skip);
      const results = await listSuiteResults(driver, 2);
      const having = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
      console.log(`${driver.title}: ${having("passed")} tests passed, ${having("skipped")} skipped`);
      expect(results.filter(({ outcome }) => outcome !== "passed" && outcome !== "skipped")).toEqual([]);
      expect(having("skipped")).toBe(conformanceTests.filter(({ needs }) => needs === "slowClient").length);
      expect(results).toHaveLength(conformanceTests.length + driverFailures.length);
    },
  );

  it.for(drivers)(
    "gives five places to five over eight processes that open the file for the first time together, on $title",
    async (driver, { skip }) => {
      demand(driver, skip);
      expect(await raceProcesses(driver, String)).toEqual({ held: 5, full: 35, kept: 5 });
    },
  );

  it.for(drivers.slice(0, 1))(
    "gives them once where the same requests come to eight processes, on $title",
    async (driver) => {
      // Each process asks for five, and those that were told once are told so again.
      expect(await raceProcesses(driver, () => "same")).toEqual({ held: 40, full: 0, kept: 5 });
    },
  );
});
