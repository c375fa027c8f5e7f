import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeBlocks } from "../docs/run-example.js";
import { defences, measure, printTable, rowOf } from "./squat.js";

const seed = 1;

describe("squatting", () => {
  it("leaves honest people at least 60 of 100 by the defaults, and harms nobody in peace", async () => {
    const defaults = defences.find(({ name }) => name.startsWith("**the defaults**"));
    const result = await measure(defaults ?? { name: "", senders: 0 }, seed);
    expect(result.served).toBeGreaterThanOrEqual(60);
    expect(result.servedInPeace).toBe(100);
    expect(readFileSync("docs/abuse.md", "utf8")).toContain(rowOf(defaults?.name ?? "", result));
  }, 120_000);

  it("is told on its page by a run", async () => {
    const page = readFileSync("docs/abuse.md", "utf8");
    for (const { name } of defences) expect(page).toContain(`| ${name} |`);
    if (process.env.GILIRAN_WRITE !== "docs") return;
    const lines: string[] = [];
    await printTable(seed, (line) => lines.push(line));
    const table = /\| defence \|.*?\n(?=\n)|<!-- npm run abuse -->\n/s;
    writeFileSync("docs/abuse.md", page.replace(table, `${lines.join("\n")}\n`));
  }, 600_000);

  it("is blocked by rate as the page shows it", () => {
    const program = readFileSync("test/abuse/squat.ts", "utf8");
    const blocks = codeBlocks("docs/abuse.md");
    expect(blocks).toHaveLength(1);
    for (const block of blocks) expect(program).toContain(block);
  });
});
