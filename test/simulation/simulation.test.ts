import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { OpenStore } from "../../src/testing/world.js";
import { openMemory, openSqlite } from "../rules/stores.js";
import { expectSoundDays } from "./expect-sound-days.js";
import { printReport } from "./report.js";
import { simulate } from "./simulation.js";

describe("a town in which everything goes wrong that may", () => {
  it("keeps all rules for 2,000 days on memory", () => expectSoundDays(openMemory, { from: 1, seeds: 80 }));

  it("keeps all rules for 50 days on SQLite", () => expectSoundDays(openSqlite, { from: 1, seeds: 2 }));

  it("lives the same days on every store", async () => {
    const on = (open: OpenStore) => simulate({ seed: 2017, days: 10, offices: 2, open });
    expect(await on(openSqlite)).toEqual(await on(openMemory));
  });

  it("does not care how people and senders are called (F2)", async () => {
    const called = (naming?: { person: string; sender: string }) =>
      simulate({ seed: 7, days: 10, offices: 2, open: openMemory, ...(naming && { naming }) });
    expect(await called({ person: "Zed", sender: "a channel" })).toEqual(await called());
  });
});

describe("npm run simulate", () => {
  const run = (...options: readonly string[]) =>
    execFileSync(resolve("node_modules/.bin/tsx"), ["test/simulation/simulate.ts", ...options], {
      encoding: "utf8",
    });

  it("prints the same for the same seed, byte for byte", async () => {
    const printed = run("--seed", "42", "--days", "8", "--offices", "2");
    const again = await simulate({ seed: 42, days: 8, offices: 2, open: openMemory });
    expect(printed).toBe(printReport(again));
    expect(printed).toMatch(/^seed 42: 8 days, 2 offices, \d+ actions, \d+ commits$/m);
    expect(printed).toMatch(/^all rules hold$/m);
  });
});
