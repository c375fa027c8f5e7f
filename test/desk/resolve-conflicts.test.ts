import type { BookingStore, Desk, OfficeConfig } from "giliran";
import { describe, expect, it } from "vitest";
import {
  book,
  callOf,
  heldCode,
  holdOf,
  monday,
  officeWith,
  smallDesk,
  stateOf,
  wait,
} from "./small-desk.js";
import { stores } from "./stores.js";

const closed = { closures: { "2017-08-07": "Inventory" } };
const twoWindows = { hours: { mon: ["08:00-10:00"], tue: ["08:00-10:00"] } };

describe.each(stores)("conflicts that are resolved, on %s", (_, createStore) => {
  /** The desk before a config changed, and after. */
  function openDesks(
    before: Partial<OfficeConfig>,
    after: Partial<OfficeConfig>,
  ): { old: Desk; changed: Desk } {
    const store = createStore();
    const { desk: old } = smallDesk({ offices: [officeWith({}, before)], store });
    const { desk: changed } = smallDesk({ offices: [officeWith({}, { ...before, ...after })], store });
    return { old, changed };
  }

  it("are moved to the nearest day with room, and the people told", async () => {
    const { old, changed } = openDesks({}, closed);
    const code = await book(old, "a");
    const resolved = await changed.resolveConflicts({ officeId: "north", otherwise: "keep" });
    expect(resolved).toMatchObject([
      {
        conflict: { booking: { code }, reason: "office-closed" },
        result: {
          kind: "moved",
          booking: { state: "confirmed", date: "2017-08-08", history: [{ by: "staff" }] },
          replaced: { code, state: "cancelled" },
        },
      },
    ]);
    expect(await changed.dueNotices()).toMatchObject([
      { kind: "moved", at: monday, booking: { date: "2017-08-08", sender: "sender a" } },
    ]);
    expect(await changed.conflicts({ officeId: "north" })).toEqual([]);
  });

  it("are moved within the day, in the order in which people came", async () => {
    const { old, changed } = openDesks({ ...twoWindows, capacity: 2 }, { capacity: 1 });
    for (const name of ["a", "b"]) await book(old, name, { window: "08:00" });
    const resolved = await changed.resolveConflicts({
      officeId: "north",
      move: "same-day",
      otherwise: "cancel",
    });
    expect(resolved).toMatchObject([
      { conflict: { reason: "over-capacity" }, result: { kind: "moved", booking: { window: "09:00" } } },
    ]);
  });

  it("keep code and number where the visit begins when it did", async () => {
    const { old, changed } = openDesks({ capacity: 1 }, { slotMinutes: 30, hours: { mon: ["08:00-08:30"] } });
    const code = await book(old, "a");
    expect(
      await changed.resolveConflicts({ officeId: "north", move: "same-day", otherwise: "cancel" }),
    ).toMatchObject([
      {
        conflict: { booking: { code }, reason: "window-not-offered" },
        result: { kind: "kept", booking: { code, until: "08:30", queueNumber: "0800-01" } },
      },
    ]);
    expect(await changed.conflicts({ officeId: "north" })).toEqual([]);
    expect(await changed.dueNotices()).toEqual([]);
    expect(await changed.reconcile({ officeId: "north", date: "2017-08-07" })).toEqual({ kind: "sound" });
  });

  it("are cancelled where there is no place, and the people told", async () => {
    const { old, changed } = openDesks({}, closed);
    const code = await book(old, "a");
    expect(
      await changed.resolveConflicts({ officeId: "north", move: "nowhere", otherwise: "cancel" }),
    ).toMatchObject([{ result: { kind: "cancelled", booking: { code } } }]);
    expect(await changed.dueNotices()).toMatchObject([{ kind: "office-cancelled", code }]);
  });

  it("are kept where nobody wants otherwise, and are conflicts still", async () => {
    const { old, changed } = openDesks({}, closed);
    const code = heldCode(await old.hold(holdOf("a")));
    expect(
      await changed.resolveConflicts({ officeId: "north", move: "nowhere", otherwise: "keep" }),
    ).toMatchObject([{ result: { kind: "kept", booking: { code } } }]);
    expect(await changed.dueNotices()).toEqual([]);
    expect(await changed.conflicts({ officeId: "north" })).toHaveLength(1);
  });

  it("are those of one date where one is given", async () => {
    const closures = { "2017-08-07": "Inventory", "2017-08-08": "Inventory" };
    const { old, changed } = openDesks({}, { closures });
    await book(old, "a");
    const other = await book(old, "b", { date: "2017-08-08" });
    await changed.resolveConflicts({ officeId: "north", date: "2017-08-07", otherwise: "keep" });
    expect(await changed.conflicts({ officeId: "north" })).toMatchObject([{ booking: { code: other } }]);
  });

  it("leave where it is what fits again by then", async () => {
    const store = createStore();
    const { desk, time } = smallDesk({ offices: [officeWith({}, { ...twoWindows, capacity: 2 })], store });
    const first = await book(desk, "a", { window: "08:00" });
    time.now += 1;
    const second = await book(desk, "b", { window: "08:00" });
    const cancelsMeanwhile: BookingStore = {
      ...store,
      async find(query) {
        const page = await store.find(query);
        await desk.cancel(callOf("a", "cancel", first));
        return page;
      },
    };
    const offices = [officeWith({}, { ...twoWindows, capacity: 1 })];
    const changed = smallDesk({ offices, store: cancelsMeanwhile, now: () => time.now }).desk;
    const resolved = await changed.resolveConflicts({ officeId: "north", otherwise: "cancel" });
    expect(resolved).toMatchObject([{ conflict: { booking: { code: second } }, result: { kind: "kept" } }]);
    expect(await stateOf(desk, second)).toBe("confirmed");
  });

  it("are gone where the person was let in meanwhile", async () => {
    const store = createStore();
    const { desk, time } = smallDesk({ store });
    const code = await book(desk, "a");
    const start = Date.parse("2017-08-07T08:00+07:00");
    const letsIn: BookingStore = {
      ...store,
      async find(query) {
        const page = await store.find(query);
        await desk.claimUse({ officeId: "north", code, start, at: time.now, until: start });
        return page;
      },
    };
    const { desk: changed } = smallDesk({ offices: [officeWith({}, closed)], store: letsIn });
    const resolved = await changed.resolveConflicts({ officeId: "north", otherwise: "cancel" });
    expect(resolved).toMatchObject([{ conflict: { booking: { code } }, result: { kind: "gone" } }]);
    expect(await stateOf(desk, code)).toBe("confirmed");
  });

  it("concern who waits for a day that is closed, though nobody has a place on it", async () => {
    const { old, changed } = openDesks({ capacity: 1 }, closed);
    const code = heldCode(await old.hold(holdOf("a")));
    const waiting = await wait(old, "b");
    await changed.cancel(callOf("a", "cancel", code));
    expect(await changed.resolveConflicts({ officeId: "north", otherwise: "cancel" })).toMatchObject([
      { conflict: { reason: "office-closed" }, result: { kind: "cancelled", booking: { code: waiting } } },
    ]);
    expect(await changed.dueNotices()).toMatchObject([{ kind: "office-cancelled", code: waiting }]);
  });

  it("are moved in the order in which people came, wherever their visits lie", async () => {
    const three = { hours: { mon: ["08:00-11:00"] } };
    const store = createStore();
    const { desk, time } = smallDesk({ offices: [officeWith({}, { ...three, capacity: 2 })], store });
    for (const [name, window] of [
      ["x", "08:00"],
      ["y", "09:00"],
      ["amy", "09:00"],
      ["zed", "08:00"],
    ] as const) {
      await book(desk, name, { window });
      time.now += 1;
    }
    const offices = [officeWith({}, { ...three, capacity: 1 })];
    const changed = smallDesk({ offices, store, now: () => time.now }).desk;
    const resolved = await changed.resolveConflicts({
      officeId: "north",
      move: "same-day",
      otherwise: "cancel",
    });
    expect(resolved).toMatchObject([
      {
        conflict: { booking: { sender: "sender amy" } },
        result: { kind: "moved", booking: { window: "10:00" } },
      },
      { conflict: { booking: { sender: "sender zed" } }, result: { kind: "cancelled" } },
    ]);
  });

  it("are moved to the nearest day with room, however far it lies", async () => {
    const rules = { opensDaysBefore: 60, bookingsPerSender: 99 };
    const everyDay = Object.fromEntries(
      ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].map((day) => [day, ["08:00-09:00"]]),
    );
    const store = createStore();
    const office = (changes: Partial<OfficeConfig>) =>
      officeWith(rules, { hours: everyDay, capacity: 1, ...changes });
    const { desk } = smallDesk({ offices: [office({})], store });
    const dates = Array.from({ length: 40 }, (_, ahead) =>
      new Date(Date.UTC(2017, 7, 7 + ahead)).toISOString().slice(0, 10),
    );
    await Promise.all(dates.map((date) => book(desk, date, { date })));
    const { desk: changed } = smallDesk({
      offices: [office({ closures: { [dates[0] ?? ""]: "Storm" } })],
      store,
    });
    expect(await changed.resolveConflicts({ officeId: "north", otherwise: "cancel" })).toMatchObject([
      { result: { kind: "moved", booking: { date: "2017-09-16" } } },
    ]);
  });

  it("are moved to no time that comes before people can have read of it", async () => {
    const late = { hours: { mon: ["08:00-11:00"], tue: ["08:00-11:00"], wed: ["08:00-11:00"] } };
    const store = createStore();
    const { desk, time } = smallDesk({ offices: [officeWith({}, late)], store });
    await book(desk, "a", { date: "2017-08-08" });
    time.now = Date.parse("2017-08-07T09:50+07:00");
    const offices = [officeWith({}, { ...late, closures: { "2017-08-08": "Storm" } })];
    const changed = smallDesk({ offices, store, now: () => time.now }).desk;
    const query = { officeId: "north", otherwise: "keep" } as const;
    expect(await changed.resolveConflicts(query)).toMatchObject([
      { result: { kind: "moved", booking: { date: "2017-08-09" } } },
    ]);
  });

  it("leave with their places those who came before, where somebody has cancelled meanwhile", async () => {
    const store = createStore();
    const { desk, time } = smallDesk({ offices: [officeWith({}, { ...twoWindows, capacity: 3 })], store });
    const codes: string[] = [];
    for (const name of ["a", "b", "c"]) {
      codes.push(await book(desk, name, { window: "08:00" }));
      time.now += 1;
    }
    const cancelsMeanwhile: BookingStore = {
      ...store,
      async find(query) {
        const page = await store.find(query);
        await desk.cancel(callOf("a", "cancel", codes[0] ?? ""));
        return page;
      },
    };
    const offices = [officeWith({}, { ...twoWindows, capacity: 1 })];
    const changed = smallDesk({ offices, store: cancelsMeanwhile, now: () => time.now }).desk;
    expect(await changed.resolveConflicts({ officeId: "north", otherwise: "cancel" })).toMatchObject([
      { conflict: { booking: { code: codes[1] } }, result: { kind: "kept" } },
      { conflict: { booking: { code: codes[2] } }, result: { kind: "moved" } },
    ]);
  });

  it.each([
    ["window-not-offered", { window: "09:00" }, { hours: { mon: ["08:00-09:00"] } }],
    ["pool-not-offered", { pool: "general" }, { capacity: { priority: 1 } }],
  ] as const)("concern who waits for what there never will be: %s", async (reason, wish, after) => {
    const before = { hours: { mon: ["08:00-10:00"] }, capacity: { general: 1, priority: 1 } };
    const { old, changed } = openDesks(before, after);
    for (const window of ["08:00", "09:00"]) await book(old, window, { window });
    const code = await wait(old, "b", wish);
    const conflicts = await changed.conflicts({ officeId: "north" });
    expect(conflicts).toContainEqual({ booking: expect.objectContaining({ code }), reason });
    await changed.resolveConflicts({ officeId: "north", otherwise: "cancel" });
    expect(await stateOf(changed, code)).toBe("cancelled");
    const notices = await changed.dueNotices();
    expect(notices).toContainEqual(expect.objectContaining({ kind: "office-cancelled", code }));
  });

  it("are not reminded of a day that is closed", async () => {
    const store = createStore();
    const rules = { reminderMinutes: [60] };
    const { desk, time } = smallDesk({ offices: [officeWith(rules)], store });
    await book(desk, "a");
    time.now += 90 * 60_000;
    const { desk: changed } = smallDesk({ offices: [officeWith(rules, closed)], store, now: () => time.now });
    expect(await changed.dueNotices()).toEqual([]);
  });

  it.each([
    [{ otherwise: "cancel", date: "7/8/2017" }, /^date: expected a date such as "2017-08-10", found "7/],
    [{ otherwise: "cancel", soonestMinutes: -1 }, /^soonestMinutes: expected a whole number from 0/],
    [{}, /otherwise/],
    [{ otherwise: "drop" }, /^otherwise: expected one of cancel, keep, found "drop"/],
    [{ otherwise: "cancel", move: "Nowhere" }, /^move: expected one of .*nowhere, found "Nowhere"/],
    [{ otherwise: "cancel", by: "zap" }, /^by: expected one of applicant, staff, system, found "zap"/],
  ])("stand as they are where it is not said what to do: %o", async (query, message) => {
    const { old, changed } = openDesks({}, closed);
    const code = await book(old, "a");
    const wrong = { officeId: "north", ...query } as Parameters<Desk["resolveConflicts"]>[0];
    const rejected = expect(changed.resolveConflicts(wrong)).rejects;
    await rejected.toThrow(RangeError);
    await rejected.toThrow(message);
    expect(await stateOf(changed, code)).toBe("confirmed");
  });

  it("do not use up the moves that people have themselves", async () => {
    const { old, changed } = openDesks({}, closed);
    await book(old, "a");
    const [first] = await changed.resolveConflicts({ officeId: "north", otherwise: "keep" });
    const code = first?.result.kind === "moved" ? first.result.booking.code : "";
    expect(await changed.reschedule({ ...callOf("a", "move", code), date: "2017-08-09" })).toMatchObject({
      kind: "rescheduled",
      booking: { reschedules: 1 },
    });
  });
});
