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
  twoWindows,
  wait,
} from "./small-desk.js";
import { stores } from "./stores.js";

const minute = 60_000;
const tuesday = "2017-08-08";
const onePlace = { offices: [officeWith({}, { capacity: 1 })] };

describe.each(stores)("the waiting list of a full day, on %s", (_, createStore) => {
  it("gives its first a hold when a place comes free", async () => {
    const { desk, time } = smallDesk({ ...onePlace, store: createStore() });
    const taken = await book(desk, "a");
    const first = await wait(desk, "b");
    await wait(desk, "c");
    expect(await desk.waitingPosition({ code: first })).toBe(1);
    time.now += minute;
    await desk.cancel(callOf("a", "cancel", taken));
    expect(await desk.find({ code: first })).toMatchObject([
      {
        state: "held",
        window: "08:00",
        turn: 1,
        expiresAt: monday + 31 * minute,
        history: [
          { what: "waiting", at: monday, by: "applicant" },
          { what: "held", at: monday + minute, by: "system" },
        ],
      },
    ]);
    expect(await desk.confirm(callOf("b", "confirm", first))).toMatchObject({
      kind: "confirmed",
      ticket: { queueNumber: "0800-02" },
    });
  });

  it("says how many wait before, and closes up when one leaves", async () => {
    const { desk } = smallDesk({ ...onePlace, store: createStore() });
    await book(desk, "a");
    const [first, second] = [await wait(desk, "b"), await wait(desk, "c")];
    expect(await desk.joinWaitingList({ ...holdOf("d"), requestId: "d" })).toMatchObject({
      kind: "waiting",
      position: 3,
    });
    await desk.cancel(callOf("b", "leave", first));
    expect(await desk.waitingPosition({ code: first })).toBeUndefined();
    expect(await desk.waitingPosition({ code: second })).toBe(1);
    expect(await desk.joinWaitingList({ ...holdOf("d"), requestId: "again" })).toMatchObject({
      kind: "already-waiting",
      position: 2,
    });
  });

  it("goes on to the next when an offer lapses", async () => {
    const { desk, time } = smallDesk({
      offices: [officeWith({ offerMinutes: 10 }, { capacity: 1 })],
      store: createStore(),
    });
    const taken = await book(desk, "a");
    const [first, second] = [await wait(desk, "b"), await wait(desk, "c")];
    await desk.cancel(callOf("a", "cancel", taken));
    time.now += 10 * minute;
    expect(await desk.confirm(callOf("b", "confirm", first))).toMatchObject({ kind: "hold-lapsed" });
    expect(await stateOf(desk, second)).toBe("held");
  });

  it("is not overtaken by who asks in the moment in which the place comes free", async () => {
    const { desk } = smallDesk({ ...onePlace, store: createStore() });
    const taken = await book(desk, "a");
    const waiting = await wait(desk, "b");
    const [, asked] = await Promise.all([
      desk.cancel(callOf("a", "cancel", taken)),
      desk.hold(holdOf("new")),
    ]);
    expect(asked.kind).toBe("day-full");
    expect(await stateOf(desk, waiting)).toBe("held");
  });

  it("is not overtaken where more wait than are read at first", async () => {
    const { desk } = smallDesk({ offices: [officeWith({}, twoWindows)], store: createStore() });
    const early = await book(desk, "early", { window: "08:00" });
    const late = await book(desk, "late", { window: "09:00" });
    for (let index = 0; index < 32; index++) await wait(desk, `w${index}`, { window: "08:00" });
    const patient = await wait(desk, "patient");
    const [, , asked] = await Promise.all([
      desk.cancel(callOf("early", "cancel", early)),
      desk.cancel(callOf("late", "cancel", late)),
      desk.hold(holdOf("new")),
    ]);
    expect(asked.kind).toBe("day-full");
    expect(await desk.find({ code: patient })).toMatchObject([{ state: "held", window: "09:00" }]);
  });

  it("passes a party that is too large, and does not forget it", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const [a, b] = [await book(desk, "a"), await book(desk, "b")];
    const people = ["x", "y"].map((key) => ({ key, details: {} }));
    const pair = await wait(desk, "pair", { people });
    const single = await wait(desk, "single");
    await desk.cancel(callOf("a", "cancel", a));
    expect(await stateOf(desk, pair)).toBe("waiting");
    expect(await stateOf(desk, single)).toBe("held");
    await desk.cancel(callOf("single", "cancel", single));
    await desk.cancel(callOf("b", "cancel", b));
    expect(await stateOf(desk, pair)).toBe("held");
  });

  it("offers nobody another window than the only one that will do", async () => {
    const { desk } = smallDesk({ offices: [officeWith({}, twoWindows)], store: createStore() });
    const early = await book(desk, "a", { window: "08:00" });
    const late = await book(desk, "b", { window: "09:00" });
    const choosy = await wait(desk, "choosy", { window: "09:00" });
    await desk.cancel(callOf("a", "cancel", early));
    expect(await stateOf(desk, choosy)).toBe("waiting");
    expect(await desk.hold(holdOf("new"))).toMatchObject({ kind: "held", booking: { window: "08:00" } });
    await desk.cancel(callOf("b", "cancel", late));
    expect(await desk.find({ code: choosy })).toMatchObject([{ state: "held", window: "09:00" }]);
  });

  it("offers the window nearest to the time that was wished for", async () => {
    const { desk, time } = smallDesk({ offices: [officeWith({}, twoWindows)], store: createStore() });
    await Promise.all(["a", "b"].map((name) => desk.hold(holdOf(name))));
    const waiting = await wait(desk, "c", { prefer: "09:00" });
    time.now += 30 * minute;
    await desk.sweep();
    expect(await desk.find({ code: waiting })).toMatchObject([{ state: "held", window: "09:00" }]);
  });

  it("ends when the last window can no longer be given", async () => {
    const { desk, time } = smallDesk({
      offices: [officeWith({ noticeMinutes: 30 }, { ...twoWindows })],
      store: createStore(),
    });
    const [early] = [await book(desk, "a"), await book(desk, "b")];
    const waiting = await wait(desk, "c");
    time.now = Date.parse("2017-08-07T08:30+07:00");
    expect(await stateOf(desk, waiting)).toBe("lapsed");
    expect(await desk.cancel(callOf("a", "cancel", early))).toMatchObject({ kind: "cancelled" });
    expect(await desk.confirm(callOf("c", "confirm", waiting))).toMatchObject({ kind: "hold-lapsed" });
  });

  it("takes no more parties than the office lets wait", async () => {
    const { desk } = smallDesk({
      offices: [officeWith({ longestWaitingList: 1 }, { capacity: 1 })],
      store: createStore(),
    });
    await book(desk, "a");
    await wait(desk, "b");
    expect(await desk.joinWaitingList(holdOf("c"))).toMatchObject({ kind: "waiting-list-full", limit: 1 });
  });

  it("is for full days: where there is room, that is said", async () => {
    const { desk } = smallDesk({ ...onePlace, store: createStore() });
    expect(await desk.joinWaitingList(holdOf("a"))).toMatchObject({
      kind: "places-free",
      alternatives: [{ date: "2017-08-07", window: "08:00" }, {}, {}, {}],
    });
  });
});

describe.each(stores)("a pool that opens while people wait, on %s", (_, createStore) => {
  /** The priority place opens to everybody an hour before the window. */
  const pools = { general: 1, priority: { places: 1, opensTo: "general", minutesBefore: 60 } };
  const opening = Date.parse("2017-08-07T07:00+07:00");

  async function waitForOpening() {
    const offices = [officeWith({}, { capacity: pools })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    await book(desk, "a");
    return { desk, time, waiting: await wait(desk, "b") };
  }

  it("serves them when the desk sweeps", async () => {
    const { desk, time, waiting } = await waitForOpening();
    time.now = opening - 1;
    await desk.sweep();
    expect(await stateOf(desk, waiting)).toBe("waiting");
    time.now = opening;
    await desk.sweep();
    expect(await desk.find({ code: waiting })).toMatchObject([
      { state: "held", pool: "priority", askedPool: "general" },
    ]);
  });

  it("serves them before whoever asks then", async () => {
    const { desk, time, waiting } = await waitForOpening();
    time.now = opening;
    expect((await desk.hold(holdOf("new"))).kind).toBe("day-full");
    expect(await stateOf(desk, waiting)).toBe("held");
  });

  it("serves them also where they are met by a decision about another day", async () => {
    const { desk, time, waiting } = await waitForOpening();
    time.now = opening;
    const sameSender = { ...holdOf("b"), requestId: "for another", people: [{ key: "c", details: {} }] };
    expect((await desk.hold({ ...sameSender, date: tuesday })).kind).toBe("held");
    expect(await stateOf(desk, waiting)).toBe("held");
  });
});

describe.each(stores)("who waits on top of a booking, on %s", (_, createStore) => {
  const offices = [officeWith({ reschedules: 2 }, { capacity: 1 })];

  /** Somebody has a place on Tuesday and waits for Monday, where another has the only one. */
  async function waitOnTop() {
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const other = await book(desk, "other");
    const own = await book(desk, "a", { date: tuesday });
    const waiting = await wait(desk, "a");
    return { desk, time, other, own, waiting };
  }

  it("keeps the old place until the offer is taken", async () => {
    const { desk, other, own, waiting } = await waitOnTop();
    await desk.cancel(callOf("other", "cancel", other));
    expect([await stateOf(desk, own), await stateOf(desk, waiting)]).toEqual(["confirmed", "held"]);
    expect(await desk.confirm(callOf("a", "confirm", waiting))).toMatchObject({
      kind: "confirmed",
      booking: { date: "2017-08-07", reschedules: 1 },
      replaced: { code: own, state: "cancelled", replacedBy: waiting },
    });
  });

  it("keeps the old place when the offer lapses", async () => {
    const { desk, time, other, own, waiting } = await waitOnTop();
    await desk.cancel(callOf("other", "cancel", other));
    time.now += 30 * minute;
    await desk.sweep();
    expect([await stateOf(desk, own), await stateOf(desk, waiting)]).toEqual(["confirmed", "lapsed"]);
  });

  it("can leave either and keeps the other", async () => {
    const first = await waitOnTop();
    await first.desk.cancel(callOf("a", "leave", first.waiting));
    expect(await stateOf(first.desk, first.own)).toBe("confirmed");
    const second = await waitOnTop();
    await second.desk.cancel(callOf("a", "cancel", second.own));
    await second.desk.cancel(callOf("other", "cancel", second.other));
    expect(await second.desk.confirm(callOf("a", "confirm", second.waiting))).toMatchObject({
      kind: "confirmed",
    });
  });

  it("waits for one other place only, as both could come free", async () => {
    const { desk, own } = await waitOnTop();
    await book(desk, "third", { date: "2017-08-09" });
    expect(
      await desk.joinWaitingList({ ...holdOf("a"), requestId: "second", date: "2017-08-09" }),
    ).toMatchObject({
      kind: "person-has-booking",
      booking: { code: own },
    });
  });

  it("waits on top of no offer that is itself on top of a booking", async () => {
    const { desk, other, waiting } = await waitOnTop();
    await book(desk, "third", { date: "2017-08-09" });
    await desk.cancel(callOf("other", "cancel", other));
    expect(await stateOf(desk, waiting)).toBe("held");
    expect(
      await desk.joinWaitingList({ ...holdOf("a"), requestId: "second", date: "2017-08-09" }),
    ).toMatchObject({
      kind: "person-has-booking",
    });
  });

  it("has one booking in the end, also where the old one was moved meanwhile", async () => {
    const { desk, other, own, waiting } = await waitOnTop();
    const moved = await desk.reschedule({ ...callOf("a", "move", own), date: "2017-08-09" });
    await desk.cancel(callOf("other", "cancel", other));
    expect(await desk.confirm(callOf("a", "confirm", waiting))).toMatchObject({
      kind: "confirmed",
      replaced: { code: "booking" in moved ? moved.booking?.code : "" },
    });
    expect(await desk.find({ sender: "sender a", only: "live" })).toHaveLength(1);
  });

  it("has one booking in the end, also where the old one was a hold that was corrected", async () => {
    const { desk } = smallDesk({ offices, store: createStore() });
    const other = await book(desk, "other");
    await desk.hold({ ...holdOf("a"), date: tuesday });
    const waiting = await wait(desk, "a");
    const corrected = { ...holdOf("a"), requestId: "correction", date: "2017-08-09" };
    const code = heldCode(await desk.hold(corrected));
    await desk.cancel(callOf("other", "cancel", other));
    await desk.confirm(callOf("a", "confirm", waiting));
    expect(await stateOf(desk, code)).toBe("cancelled");
  });

  it("takes the offer also where the old booking is long forgotten", async () => {
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const other = await book(desk, "other", { date: "2017-08-11" });
    await book(desk, "a");
    const waiting = await wait(desk, "a", { date: "2017-08-11" });
    time.now = Date.parse("2017-08-09T06:00+07:00");
    await desk.forgetBefore({ visitsBefore: "2017-08-08", messagesBefore: 1 });
    await desk.cancel(callOf("other", "cancel", other));
    expect(await desk.confirm(callOf("a", "confirm", waiting))).toMatchObject({ kind: "confirmed" });
  });
});
