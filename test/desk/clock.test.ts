import { createDesk, memoryStore, StoreError } from "giliran";
import { describe, expect, it } from "vitest";
import { heldCode, holdOf, monday, smallDesk } from "./small-desk.js";

describe("two desks whose clocks differ", () => {
  it("go on from the later time within the tolerance", async () => {
    const store = memoryStore();
    const { desk } = smallDesk({ store });
    const slow = createDesk({ offices: desk.offices, store, now: () => monday - 2000 });
    const code = heldCode(await desk.hold(holdOf("a")));
    expect(await slow.confirm({ requestId: "confirm", sender: "sender a", code })).toMatchObject({
      kind: "confirmed",
      booking: { history: [{ at: monday }, { at: monday }] },
    });
  });

  it("do not go on beyond it", async () => {
    const store = memoryStore();
    const { desk } = smallDesk({ store });
    const slow = createDesk({ offices: desk.offices, store, now: () => monday - 2001 });
    await desk.hold(holdOf("a"));
    const held = slow.hold(holdOf("b"));
    await expect(held).rejects.toThrow(StoreError);
    await expect(held).rejects.toMatchObject({ retryable: true, message: /2001 ms behind/ });
    expect(await desk.find({ sender: "sender b" })).toEqual([]);
  });
});
