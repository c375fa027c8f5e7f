import { describe, expect, it } from "vitest";
import { holdOf, smallDesk } from "./small-desk.js";

describe("hold", () => {
  it.each(["constructor", "toString", "__proto__"])("offers no pool called %s", async (pool) => {
    const { desk } = smallDesk();
    expect(await desk.hold({ ...holdOf("a"), pool })).toEqual({
      kind: "pool-not-offered",
      pool,
      pools: ["general"],
    });
  });
});
