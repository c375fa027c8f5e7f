import { describe, expect, it } from "vitest";
import { book, callOf, heldCode, holdOf, monday, smallDesk } from "./small-desk.js";
import { stores } from "./stores.js";

describe.each(stores)("handOver, on %s", (_, createStore) => {
  const renamed = { from: "sender a", to: "a's new number" };

  it("lets a sender go on under another address, and the old one no more", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const code = heldCode(await desk.hold(holdOf("a")));
    await desk.handOver(renamed);
    expect((await desk.confirm(callOf("a", "confirm", code))).kind).toBe("other-sender");
    expect(await desk.confirm({ requestId: "confirm", sender: renamed.to, code })).toMatchObject({
      kind: "confirmed",
      booking: {
        sender: renamed.to,
        history: [{ what: "held" }, { what: "handed-over", at: monday, by: "system" }, { what: "confirmed" }],
      },
    });
  });

  it("merges two senders, whose bookings count together", async () => {
    const { desk } = smallDesk({ store: createStore() });
    await book(desk, "a");
    await desk.hold({ ...holdOf("b"), sender: renamed.to, date: "2017-08-08" });
    await desk.handOver(renamed);
    expect(await desk.find({ sender: renamed.to, only: "live" })).toHaveLength(2);
    expect(await desk.find({ sender: renamed.from })).toEqual([]);
  });

  it("takes along what is moved in the same moment", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const code = await book(desk, "a");
    const moving = desk.reschedule({ ...callOf("a", "move", code), date: "2017-08-08" });
    const [moved] = await Promise.all([moving, desk.handOver(renamed)]);
    expect(moved.kind).toBe("rescheduled");
    expect(await desk.find({ sender: renamed.from })).toEqual([]);
    expect(await desk.find({ sender: renamed.to })).toHaveLength(2);
  });

  it("takes along what was noted, also of who has no booking", async () => {
    const { desk, time } = smallDesk({ store: createStore() });
    await desk.note({
      sender: renamed.from,
      at: monday,
      draft: { content: "#Siti#", until: monday + 60_000 },
    });
    await desk.handOver(renamed);
    expect(await desk.recall({ sender: renamed.to })).toBe("#Siti#");
    expect(await desk.recall({ sender: renamed.from })).toBeUndefined();
    time.now += 60_000;
    expect(await desk.recall({ sender: renamed.to })).toBeUndefined();
  });

  it("takes no address that nobody can have", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const code = await book(desk, "a");
    for (const to of ["", "x".repeat(257), "nothing \0"])
      await expect(desk.handOver({ from: "sender a", to })).rejects.toThrow(RangeError);
    expect(await desk.find({ code })).toMatchObject([{ sender: "sender a" }]);
  });

  it("does nothing from an address to itself", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const code = await book(desk, "a");
    await desk.note({ sender: "sender a", at: monday, draft: { content: "#", until: monday + 1 } });
    const before = await desk.find({ code });
    await desk.handOver({ from: "sender a", to: "sender a" });
    expect(await desk.find({ code })).toEqual(before);
    expect(await desk.recall({ sender: "sender a" })).toBe("#");
  });

  it("touches nobody's guesses: they go along", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const code = await book(desk, "b");
    const guess = (sender: string, id: number) => desk.cancel({ requestId: `${id}`, sender, code });
    for (let id = 0; id < 5; id++) await guess(renamed.from, id);
    await desk.handOver(renamed);
    expect((await guess(renamed.to, 6)).kind).toBe("slowed-down");
  });
});
