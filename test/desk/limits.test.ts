import { defineOffice } from "giliran";
import { describe, expect, it } from "vitest";
import {
  book,
  callOf,
  heldCode,
  holdOf,
  officeWith,
  smallDesk,
  smallOffice,
  stateOf,
  wait,
} from "./small-desk.js";
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

describe.each(stores)("where a person may have two bookings, on %s", (_, createStore) => {
  const rules = { bookingsPerPerson: 2, bookingsPerSender: 9, opensDaysBefore: 9 };
  const offices = ["north", "south"].map((id) => defineOffice(smallOffice(id, { capacity: 1, rules })));
  const thursday = { officeId: "south", date: "2017-08-10" };

  it("a hold for another day stands beside the first, one for the same day corrects it", async () => {
    const { desk } = smallDesk({ offices, store: createStore() });
    await desk.hold(holdOf("a"));
    const other = await desk.hold({ ...holdOf("a"), requestId: "other day", date: "2017-08-08" });
    expect(other.kind).toBe("held");
    expect(other).not.toHaveProperty("replaced");
    const again = {
      ...holdOf("a"),
      requestId: "same day",
      people: [{ key: "person a", details: { x: "1" } }],
    };
    expect(await desk.hold(again)).toMatchObject({ kind: "held", replaced: { date: "2017-08-07" } });
    expect((await desk.hold({ ...holdOf("a"), requestId: "third", date: "2017-08-09" })).kind).toBe(
      "person-has-booking",
    );
  });

  it("who waits keeps the visit that they have, whether it may still be moved or not", async () => {
    const moving = { ...rules, rescheduleNoticeMinutes: 100_000 };
    const late = ["north", "south"].map((id) =>
      defineOffice(smallOffice(id, { capacity: 1, rules: moving })),
    );
    const { desk } = smallDesk({ offices: late, store: createStore() });
    const visit = await book(desk, "a");
    const taken = await book(desk, "b", thursday);
    const code = await wait(desk, "a", thursday);
    await desk.cancel(callOf("b", "cancel", taken));
    const confirmed = await desk.confirm(callOf("a", "confirm", code));
    expect(confirmed.kind).toBe("confirmed");
    expect(confirmed).not.toHaveProperty("replaced");
    expect(await stateOf(desk, visit)).toBe("confirmed");
  });
});
