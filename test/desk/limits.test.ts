import { defineOffice } from "giliran";
import { describe, expect, it } from "vitest";
import { book, callOf, heldCode, holdOf, officeWith, smallDesk, smallOffice, wait } from "./small-desk.js";
import { stores } from "./stores.js";

const tuesday = "2017-08-08";

describe.each(stores)("the limits of a person and of a sender, on %s", (_, createStore) => {
  it("count who waits", async () => {
    const offices = [officeWith({ bookingsPerSender: 2 }, { capacity: 1 })];
    const { desk } = smallDesk({ offices, store: createStore() });
    await book(desk, "other");
    const waiting = await wait(desk, "a");
    const again = { ...holdOf("a"), requestId: "again", date: tuesday };
    expect(await desk.hold(again)).toMatchObject({
      kind: "person-has-booking",
      booking: { code: waiting, state: "waiting" },
    });
    await wait(desk, "b", { sender: "sender a", date: "2017-08-07" });
    expect(await desk.hold({ ...holdOf("c"), sender: "sender a", date: tuesday })).toMatchObject({
      kind: "sender-limit",
      limit: 2,
    });
    await desk.cancel(callOf("a", "leave", waiting));
    expect((await desk.hold(again)).kind).toBe("held");
  });

  it("count once who waits on top of a booking, and the wait itself when the booking ends", async () => {
    const offices = [officeWith({ bookingsPerSender: 2 }, { capacity: 1 })];
    const { desk } = smallDesk({ offices, store: createStore() });
    await book(desk, "other");
    const code = await book(desk, "a", { date: tuesday });
    await wait(desk, "a");
    expect((await desk.hold({ ...holdOf("b"), sender: "sender a", date: "2017-08-09" })).kind).toBe("held");
    expect((await desk.hold({ ...holdOf("c"), sender: "sender a", date: "2017-08-10" })).kind).toBe(
      "sender-limit",
    );
    await desk.cancel(callOf("a", "cancel", code));
    const again = { ...holdOf("a"), requestId: "again", date: "2017-08-10" };
    expect((await desk.hold(again)).kind).toBe("person-has-booking");
  });

  it("count over all offices, whoever asks, also in one moment", async () => {
    const offices = ["north", "south"].map((id) => defineOffice(smallOffice(id)));
    const { desk } = smallDesk({ offices, store: createStore() });
    const outcomes = await Promise.all([
      desk.hold(holdOf("a")),
      desk.hold({ ...holdOf("a"), requestId: "2", sender: "a cousin", officeId: "south" }),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["held", "person-has-booking"]);
  });

  it("let a correction pass, which takes the place of what it corrects", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const code = heldCode(await desk.hold(holdOf("a")));
    expect(await desk.hold({ ...holdOf("a"), requestId: "correction", date: tuesday })).toMatchObject({
      kind: "held",
      replaced: { code, state: "cancelled" },
    });
  });
});
