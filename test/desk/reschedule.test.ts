import { defineOffice } from "giliran";
import { describe, expect, it } from "vitest";
import {
  book,
  callOf,
  heldCode,
  holdOf,
  monday,
  officeWith,
  smallDesk,
  smallOffice,
  stateOf,
  twoWindows,
  wait,
} from "./small-desk.js";
import { stores } from "./stores.js";

const minute = 60_000;
const tuesday = "2017-08-08";

describe.each(stores)("reschedule, on %s", (_, createStore) => {
  it("gives what was certain a new code and number, and takes the old place back with it", async () => {
    const { desk, time } = smallDesk({ store: createStore() });
    const code = await book(desk, "a");
    time.now += minute;
    const moved = await desk.reschedule({ ...callOf("a", "move", code), date: tuesday });
    expect(moved).toMatchObject({
      kind: "rescheduled",
      booking: {
        state: "confirmed",
        date: tuesday,
        queueNumber: "0800-01",
        reschedules: 1,
        history: [{ what: "confirmed", at: monday + minute, by: "applicant" }],
      },
      replaced: { code, state: "cancelled" },
      ticket: { date: tuesday, queueNumber: "0800-01" },
    });
    if (moved.kind !== "rescheduled") return;
    expect(moved.replaced.replacedBy).toBe(moved.booking.code);
    expect(await desk.availability({ officeId: "north", from: "2017-08-07", days: 2 })).toMatchObject([
      { slots: [{ placesLeft: { general: 2 } }] },
      { slots: [{ placesLeft: { general: 1 } }] },
    ]);
  });

  it("keeps the place where there is no other", async () => {
    const { desk } = smallDesk({ offices: [officeWith({}, { capacity: 1 })], store: createStore() });
    const code = await book(desk, "a");
    await book(desk, "b", { date: tuesday });
    expect(await desk.reschedule({ ...callOf("a", "move", code), date: tuesday })).toMatchObject({
      kind: "day-full",
      alternatives: [{ date: "2017-08-09" }, { date: "2017-08-10" }, { date: "2017-08-11" }],
    });
    expect(await stateOf(desk, code)).toBe("confirmed");
  });

  it("knows the place that the party has", async () => {
    const { desk } = smallDesk({ offices: [officeWith({}, twoWindows)], store: createStore() });
    const code = await book(desk, "a");
    const call = { ...callOf("a", "move", code), date: "2017-08-07" };
    expect(await desk.reschedule(call)).toMatchObject({ kind: "same-place", booking: { code } });
    expect(await desk.reschedule({ ...call, window: "08:00" })).toMatchObject({ kind: "same-place" });
    expect(await desk.reschedule({ ...call, prefer: "09:00" })).toMatchObject({
      kind: "rescheduled",
      booking: { window: "09:00" },
    });
  });

  it("finds the party's own window full for nobody but the party", async () => {
    const { desk } = smallDesk({
      offices: [officeWith({ reschedules: 5 }, twoWindows)],
      store: createStore(),
    });
    const code = await book(desk, "a");
    await book(desk, "b");
    const move = { ...callOf("a", "move", code), date: "2017-08-07" };
    expect((await desk.reschedule({ ...move, window: "09:00" })).kind).toBe("window-full");
    expect((await desk.reschedule({ ...move, window: "08:00" })).kind).toBe("same-place");
  });

  it("takes a party to another pool, and leaves the first pool's place", async () => {
    const pools = { capacity: { general: 1, priority: 1 } };
    const { desk } = smallDesk({ offices: [officeWith({}, pools)], store: createStore() });
    const code = await book(desk, "a");
    const move = { ...callOf("a", "move", code), date: "2017-08-07", pool: "priority" };
    expect(await desk.reschedule(move)).toMatchObject({ kind: "rescheduled", booking: { pool: "priority" } });
    expect((await desk.hold(holdOf("b"))).kind).toBe("held");
    expect((await desk.hold({ ...holdOf("c"), pool: "priority" })).kind).toBe("day-full");
  });

  it("offers the place that was left to who waits for it", async () => {
    const { desk } = smallDesk({ offices: [officeWith({}, { capacity: 1 })], store: createStore() });
    const code = await book(desk, "a");
    const waiting = await wait(desk, "b");
    const [, late] = await Promise.all([
      desk.reschedule({ ...callOf("a", "move", code), date: tuesday }),
      desk.hold(holdOf("c")),
    ]);
    expect(late.kind).toBe("day-full");
    expect(await stateOf(desk, waiting)).toBe("held");
  });

  it("is done as often as the office lets people, and by staff as often as they like", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const first = await book(desk, "a");
    const moved = await desk.reschedule({ ...callOf("a", "move", first), date: tuesday });
    const code = moved.kind === "rescheduled" ? moved.booking.code : "";
    const again = { ...callOf("a", "move", code), date: "2017-08-09" };
    expect(await desk.reschedule(again)).toMatchObject({ kind: "reschedule-limit", limit: 1 });
    expect(await desk.reschedule({ ...again, by: "staff" })).toMatchObject({
      kind: "rescheduled",
      booking: { reschedules: 1 },
    });
  });

  it("is done up to the time that the office says, and never after the visit", async () => {
    const offices = [officeWith({ rescheduleNoticeMinutes: 60 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const code = await book(desk, "a");
    const until = Date.parse("2017-08-07T07:00+07:00");
    const move = { ...callOf("a", "move", code), date: tuesday };
    time.now = until;
    expect(await desk.reschedule(move)).toMatchObject({ kind: "too-late", until });
    time.now = Date.parse("2017-08-07T09:00+07:00");
    expect((await desk.reschedule({ ...move, by: "staff" })).kind).toBe("visit-over");
  });

  it("has its effect once, and the same answer then", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const code = await book(desk, "a");
    const call = { ...callOf("a", "move", code), date: tuesday };
    const [first, again] = [await desk.reschedule(call), await desk.reschedule(call)];
    expect(again).toEqual(first);
    expect((await desk.reschedule({ ...call, date: "2017-08-09" })).kind).toBe("request-id-conflict");
  });

  it("says of a code what it is where there is nothing to move", async () => {
    const { desk } = smallDesk({ offices: [officeWith({}, { capacity: 1 })], store: createStore() });
    const code = await book(desk, "a");
    const waiting = await wait(desk, "b");
    const kindOf = async (name: string, of: string) =>
      (await desk.reschedule({ ...callOf(name, "move", of), date: tuesday })).kind;
    expect(await kindOf("b", waiting)).toBe("waiting");
    expect(await kindOf("b", code)).toBe("other-sender");
    expect(await kindOf("b", "not a code")).toBe("malformed");
    await desk.cancel(callOf("a", "cancel", code));
    expect(await kindOf("a", code)).toBe("cancelled");
  });
});

describe("a hold that is moved", () => {
  const rules = { holdMinutes: 30, longestHoldMinutes: 60, holdReminderMinutes: 5 };

  it("lasts no longer than before, and is told of in time", async () => {
    const { desk, time } = smallDesk({ offices: [officeWith(rules)] });
    const code = heldCode(await desk.hold(holdOf("a")));
    time.now += 10 * minute;
    expect(await desk.reschedule({ ...callOf("a", "move", code), date: tuesday })).toMatchObject({
      booking: {
        state: "held",
        expiresAt: monday + 30 * minute,
        notices: [{ kind: "hold-lapsing", at: monday + 25 * minute }],
      },
    });
  });

  it("can't be extended beyond what the first could", async () => {
    const { desk, time } = smallDesk({ offices: [officeWith(rules)] });
    const code = heldCode(await desk.hold(holdOf("a")));
    time.now += 29 * minute;
    const moved = await desk.reschedule({ ...callOf("a", "move", code), date: tuesday });
    const own = moved.kind === "rescheduled" ? moved.booking.code : "";
    expect(await desk.extend(callOf("a", "extend", own))).toMatchObject({
      kind: "extended",
      booking: { expiresAt: monday + 59 * minute },
    });
    time.now += 20 * minute;
    expect(await desk.extend(callOf("a", "once more", own))).toMatchObject({
      booking: { expiresAt: monday + 60 * minute },
    });
    expect((await desk.extend(callOf("a", "for ever", own))).kind).toBe("longest-hold");
  });

  it("stays in its office, whose dates are asked for", async () => {
    const offices = [defineOffice(smallOffice("north")), defineOffice(smallOffice("south"))];
    const { desk } = smallDesk({ offices });
    const code = heldCode(await desk.hold({ ...holdOf("a"), officeId: "south" }));
    expect(await desk.reschedule({ ...callOf("a", "move", code), date: tuesday })).toMatchObject({
      booking: { officeId: "south", date: tuesday },
    });
  });
});
