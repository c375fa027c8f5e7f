import { type BookingStore, memoryStore } from "giliran";
import { describe, expect, it } from "vitest";
import { bookingKind } from "../../src/booking/kinds.js";
import { recordsOf } from "../../src/store/scope.js";
import { book, callOf, heldCode, holdOf, monday, officeWith, smallDesk, wait } from "./small-desk.js";
import { stores } from "./stores.js";

const minute = 60_000;

describe.each(stores)("extend, on %s", (_, createStore) => {
  it("keeps a hold for as long again, up to the longest of the office", async () => {
    const offices = [officeWith({ holdMinutes: 30, longestHoldMinutes: 50 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const code = heldCode(await desk.hold(holdOf("a")));
    time.now += 10 * minute;
    expect(await desk.extend(callOf("a", "first", code))).toMatchObject({
      kind: "extended",
      booking: {
        expiresAt: monday + 40 * minute,
        history: [{ what: "held" }, { what: "extended", at: monday + 10 * minute, by: "applicant" }],
      },
    });
    time.now += 20 * minute;
    expect(await desk.extend(callOf("a", "second", code))).toMatchObject({
      kind: "extended",
      booking: { expiresAt: monday + 50 * minute },
    });
    expect(await desk.extend(callOf("a", "third", code))).toMatchObject({ kind: "longest-hold" });
  });

  it("does nothing where the office does not say for how long", async () => {
    const { desk, time } = smallDesk({ store: createStore() });
    const code = heldCode(await desk.hold(holdOf("a")));
    time.now += 10 * minute;
    expect((await desk.extend(callOf("a", "extend", code))).kind).toBe("longest-hold");
  });

  it("comes too late at the end of the hold", async () => {
    const offices = [officeWith({ longestHoldMinutes: 60 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const code = heldCode(await desk.hold(holdOf("a")));
    time.now += 30 * minute;
    expect((await desk.extend(callOf("a", "extend", code))).kind).toBe("hold-lapsed");
  });

  it("tells of the end anew", async () => {
    const offices = [officeWith({ longestHoldMinutes: 60, holdReminderMinutes: 5 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const code = heldCode(await desk.hold(holdOf("a")));
    time.now += 20 * minute;
    expect(await desk.extend(callOf("a", "extend", code))).toMatchObject({
      booking: { notices: [{ kind: "hold-lapsing", at: monday + 45 * minute }] },
    });
  });

  it("leaves an offer to be told that nobody was told of", async () => {
    const offices = [officeWith({ offerMinutes: 10, longestHoldMinutes: 60 }, { capacity: 1 })];
    const { desk } = smallDesk({ offices, store: createStore() });
    const taken = await book(desk, "a");
    const code = await wait(desk, "b");
    await desk.cancel(callOf("a", "cancel", taken));
    await desk.extend({ ...callOf("b", "extend", code), by: "staff" });
    expect(await desk.dueNotices()).toMatchObject([
      { kind: "offer", booking: { code, expiresAt: monday + 30 * minute } },
    ]);
  });

  it("keeps an offer no longer than it was made for, unless the office says for how long", async () => {
    const offices = [officeWith({ offerMinutes: 5, holdMinutes: 60 }, { capacity: 1 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const taken = await book(desk, "a");
    const code = await wait(desk, "b");
    await desk.cancel(callOf("a", "cancel", taken));
    time.now += 4 * minute;
    expect(await desk.extend(callOf("b", "extend", code))).toMatchObject({
      kind: "longest-hold",
      booking: { expiresAt: monday + 5 * minute },
    });
  });

  it("says of any other booking what it is", async () => {
    const { desk } = smallDesk({ offices: [officeWith({}, { capacity: 1 })], store: createStore() });
    const code = await book(desk, "a");
    const waiting = await wait(desk, "b");
    expect(await desk.extend(callOf("a", "extend", code))).toMatchObject({
      kind: "already-confirmed",
      ticket: { code },
    });
    expect((await desk.extend(callOf("b", "extend", waiting))).kind).toBe("waiting");
    await desk.cancel(callOf("a", "cancel", code));
    expect((await desk.extend(callOf("a", "again", code))).kind).toBe("cancelled");
  });
});

describe("a hold that the office moved", () => {
  it("is still told so after it was extended", async () => {
    const store = memoryStore();
    const rules = { holdMinutes: 30, longestHoldMinutes: 90 };
    await smallDesk({ store, offices: [officeWith(rules)] }).desk.hold(holdOf("a"));
    const closed = officeWith(rules, { closures: { [holdOf("a").date]: "flood" } });
    const { desk, time } = smallDesk({ store, offices: [closed] });
    time.now += minute;
    const [moved] = await desk.resolveConflicts({ officeId: "north", otherwise: "cancel" });
    if (moved?.result.kind !== "moved") throw new Error(moved?.result.kind);
    const { code } = moved.result.booking;
    expect((await desk.extend({ requestId: "extend", code, by: "staff" })).kind).toBe("extended");
    expect(await desk.dueNotices()).toMatchObject([{ kind: "moved", booking: { code } }]);
  });
});

describe("a person with several bookings", () => {
  it.each(["as they are", "turned round"])("is told of the earliest, with records %s", async (order) => {
    const inner = memoryStore();
    const store: BookingStore = {
      ...inner,
      transact: (scope, decide) =>
        inner.transact(scope, (records, wide) => {
          const found = recordsOf(records, bookingKind);
          return decide({ ...records, booking: order === "turned round" ? found.toReversed() : found }, wide);
        }),
    };
    const { desk, time } = smallDesk({ store, offices: [officeWith({ bookingsPerPerson: 2 })] });
    const hold = (date: string) => desk.hold({ ...holdOf("a"), requestId: date, date });
    const first = await book(desk, "a");
    time.now += minute;
    await desk.confirm(callOf("a", "second", heldCode(await hold("2017-08-09"))));
    expect(await hold("2017-08-10")).toMatchObject({ kind: "person-has-booking", booking: { code: first } });
  });
});

describe("a confirm at the end of a hold", () => {
  it("comes too late in its very millisecond, and in time one before", async () => {
    const { desk, time } = smallDesk();
    const [late, early] = [
      heldCode(await desk.hold(holdOf("late"))),
      heldCode(await desk.hold(holdOf("early"))),
    ];
    time.now = monday + 30 * minute - 1;
    expect((await desk.confirm(callOf("early", "confirm", early))).kind).toBe("confirmed");
    time.now += 1;
    expect((await desk.confirm(callOf("late", "confirm", late))).kind).toBe("hold-lapsed");
  });
});
