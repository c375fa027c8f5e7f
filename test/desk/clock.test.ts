import { createDesk, memoryStore, StoreError } from "giliran";
import { describe, expect, it } from "vitest";
import { callOf, heldCode, holdOf, monday, smallDesk } from "./small-desk.js";

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

describe("a desk whose clock goes back", () => {
  it("goes on from the last decision within the tolerance, so that no hold is longer or shorter by it", async () => {
    const { desk, time } = smallDesk();
    const code = heldCode(await desk.hold(holdOf("a")));
    time.now = monday - 2000;
    heldCode(await desk.hold(holdOf("b")));
    expect(await desk.find({ sender: "sender b" })).toMatchObject([
      { expiresAt: monday + 30 * 60_000, history: [{ what: "held", at: monday }] },
    ]);
    time.now = monday + 30 * 60_000;
    expect((await desk.confirm(callOf("a", "confirm", code))).kind).toBe("hold-lapsed");
    time.now -= 1;
    expect((await desk.confirm(callOf("b", "confirm", code))).kind).toBe("other-sender");
    expect(await desk.find({ code })).toMatchObject([{ state: "lapsed" }]);
  });

  it("decides nothing beyond it, still answers who only looks, and goes on when it is right again", async () => {
    const { desk, time } = smallDesk();
    const code = heldCode(await desk.hold(holdOf("a")));
    time.now = monday - 60 * 60_000;
    await expect(desk.confirm(callOf("a", "confirm", code))).rejects.toMatchObject({ retryable: true });
    expect(await desk.find({ code })).toMatchObject([{ state: "held" }]);
    expect(await desk.availability({ officeId: "north", from: "2017-08-07", days: 1 })).toHaveLength(1);
    time.now = monday;
    expect((await desk.confirm(callOf("a", "confirm", code))).kind).toBe("confirmed");
  });
});
