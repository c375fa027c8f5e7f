import { createDesk, defineOffice, type HoldCall } from "giliran";
import { sqliteStore } from "giliran/sqlite";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import { heldCode, holdOf, monday, smallDesk, smallOffice } from "./small-desk.js";

describe("hold", () => {
  it.each([
    ["window", { window: null }],
    ["prefer", { prefer: null }],
    ["pool", { pool: null }],
    // biome-ignore lint/suspicious/noSparseArray: a hole is nobody
    ["people", { people: [holdOf("a").people[0], , holdOf("b").people[0]] }],
  ])("answers malformed where %s is nothing", async (field, nothing) => {
    const { desk } = smallDesk();
    const call = { ...holdOf("a"), ...nothing } as unknown as HoldCall; // as a program without types calls
    expect(await desk.hold(call)).toMatchObject({ kind: "malformed", field });
  });

  it("takes nobody twice in a party, however the name is spelled", async () => {
    const { desk } = smallDesk();
    const people = [
      { details: { name: "Siti Nur'aini", birthDate: "1990-01-02" } },
      { details: { name: "SITI NURAINI", birthDate: "1990-01-02" } },
    ];
    expect(await desk.hold({ ...holdOf("a"), people })).toEqual({
      kind: "malformed",
      field: "people[1]",
      expected: "each person once",
    });
  });

  it.each(["constructor", "toString", "__proto__"])("offers no pool called %s", async (pool) => {
    const { desk } = smallDesk();
    expect(await desk.hold({ ...holdOf("a"), pool })).toEqual({
      kind: "pool-not-offered",
      pool,
      pools: ["general"],
      officeId: "north",
      date: "2017-08-07",
      alternatives: [],
    });
  });

  it("leaves what stands when a capacity shrinks, and gives nothing more", async () => {
    const store = sqliteStore({ database: new Database(":memory:") });
    const deskOf = (capacity: number) =>
      createDesk({
        offices: [defineOffice(smallOffice("north", { capacity, rules: { opensDaysBefore: 0 } }))],
        store,
        secret: "sixteen letters.",
        now: () => monday,
      });
    const [first] = await Promise.all(["a", "b", "c"].map((name) => deskOf(3).hold(holdOf(name))));
    const smaller = deskOf(1);
    expect(await smaller.find({ officeId: "north", date: "2017-08-07" })).toHaveLength(3);
    const code = first === undefined ? "" : heldCode(first);
    expect((await smaller.confirm({ requestId: "confirm", sender: "sender a", code })).kind).toBe(
      "confirmed",
    );
    expect((await smaller.cancel({ requestId: "cancel", sender: "sender a", code })).kind).toBe("cancelled");
    expect((await smaller.hold(holdOf("d"))).kind).toBe("day-full");
  });
});
