import { describe, expect, it } from "vitest";
import { holdOf, smallDesk } from "./small-desk.js";

describe("hold", () => {
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
    });
  });
});
