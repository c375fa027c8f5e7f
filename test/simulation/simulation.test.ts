import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { OpenStore } from "../../src/testing/open-store.js";
import { openMemory, openSqlite } from "../rules/stores.js";
import { expectSoundDays } from "./expect-sound-days.js";
import { printReport } from "./report.js";
import { simulate } from "./simulation.js";

describe("a town in which everything goes wrong that may", () => {
  it(
    "keeps all rules for 2,000 days on memory",
    () => expectSoundDays(openMemory, { from: 1, seeds: 80 }),
    180_000,
  );

  it(
    "keeps the rules that are not about time for 500 days with clocks that are minutes, days or a year off",
    () => expectSoundDays(openMemory, { from: 1, seeds: 20, wrongClocks: true }),
    180_000,
  );

  it("keeps all rules for 50 days on SQLite", () => expectSoundDays(openSqlite, { from: 1, seeds: 2 }));

  it("lives the same days on every store", async () => {
    const on = (open: OpenStore) => simulate({ seed: 2017, days: 10, offices: 2, open });
    expect(await on(openSqlite)).toEqual(await on(openMemory));
  });

  it("does not care how people and senders are called (F2)", async () => {
    const called = (naming?: { person: string; sender: string }) =>
      simulate({ seed: 7, days: 10, offices: 2, open: openMemory, ...(naming && { naming }) });
    expect(await called({ person: "Nama", sender: "a channel" })).toEqual(await called());
  });
});

describe("npm run simulate", () => {
  const page = readFileSync("docs/simulation.md", "utf8");
  const options = /^npm run simulate -- (.*)$/m.exec(page)?.[1]?.split(" ") ?? [];
  const run = () =>
    execFileSync(resolve("node_modules/.bin/tsx"), ["test/simulation/simulate.ts", ...options], {
      encoding: "utf8",
    });

  it("prints the same for the same seed, byte for byte", async () => {
    const again = await simulate({ seed: 42, days: 30, offices: 2, open: openMemory });
    expect(run()).toBe(printReport(again));
  });

  it("prints lines as its page shows them", async () => {
    const [, , , output = ""] = page.split(/^```.*\n/m);
    const shown = output.trim().split("\n");
    const printed = printReport(await simulate({ seed: 42, days: 30, offices: 2, open: openMemory })).split(
      "\n",
    );
    expect(shown).toHaveLength(3);
    expect(printed.map(withoutCounts)).toEqual(expect.arrayContaining(shown.map(withoutCounts)));
  });
});

/** How often something happens changes with the library. */
function withoutCounts(line: string): string {
  return line.replace(/\d+/g, "N");
}
