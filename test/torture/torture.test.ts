import { memoryStore } from "giliran";
import { describe, expect, it } from "vitest";
import { deskFor, holdOf } from "../store/five-places.js";
import { torture } from "./torture.js";
import { findViolations } from "./verdict.js";

describe("what a tortured store told", () => {
  const told = { id: "hold a", kind: "held", code: "7HXW9TB6" };

  it.each([
    ["C8", [told]],
    ["C5", [told, { ...told, code: "9TB67HXW" }]],
    [
      "C6",
      [
        told,
        { ...told, number: "0800-01" },
        { id: "hold b", kind: "held", code: "9TB67HXW", number: "0800-01" },
      ],
    ],
    ["C3", [{ id: "confirm a", kind: "hold-lapsed", code: "7HXW9TB6" }]],
    ["failed", [{ id: "hold a", kind: "failed", error: "TypeError" }]],
  ])("is seen to break a rule: %s", async (rule, all) => {
    const found = await findViolations(all, deskFor(memoryStore()));
    expect(found.join("\n")).toContain(rule);
  });

  it("breaks none where it is true", async () => {
    const desk = deskFor(memoryStore());
    const outcome = await desk.hold(holdOf("a"));
    const code = outcome.kind === "held" ? outcome.booking.code : "";
    expect(await findViolations([{ id: "hold a", kind: "held", code }], desk)).toEqual([]);
  });
});

describe("processes that are killed, stopped and misled about the time on SQLite", () => {
  it("break no rule", { timeout: 180_000 }, async () => {
    const lines: string[] = [];
    const violations = await torture({
      store: "sqlite",
      rounds: 1,
      seed: 3,
      print: (line) => lines.push(line),
    });
    console.log(lines.join("\n"));
    expect(violations).toBe(0);
  });
});
