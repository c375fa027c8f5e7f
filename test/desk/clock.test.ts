import { createDesk, type DeskSettings, memoryStore, type OfficeRules, type WrongClock } from "giliran";
import { describe, expect, it, vi } from "vitest";
import { dayKind } from "../../src/booking/kinds.js";
import { needDays } from "../../src/booking/needs.js";
import type { Day } from "../../src/booking/records.js";
import { recordsOf } from "../../src/store/scope.js";
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

const minute = 60_000;
const day = 1440 * minute;
const key = { officeId: "north", date: "2017-08-11" };
const friday = { date: key.date };

/** A desk whose clock is ahead of another one's, on the same store. */
function twoClocks(aheadMs: number, rules: Partial<OfficeRules> = {}, settings: Partial<DeskSettings> = {}) {
  const store = memoryStore();
  const offices = [officeWith({ opensDaysBefore: 14, ...rules }, { capacity: 1 })];
  const told: WrongClock[] = [];
  const { desk: right, time } = smallDesk({
    store,
    offices,
    clockToleranceMs: 2000,
    onWrongClock: (found) => void told.push(found),
    ...settings,
  });
  const ahead = createDesk({ offices, store, now: () => time.now + aheadMs, onWrongClock: () => undefined });
  const dayOf = async (): Promise<Day | undefined> => {
    const { records } = await store.read({ now: monday, wants: [needDays([key])] });
    return recordsOf(records, dayKind)[0];
  };
  return { right, ahead, time, told, dayOf };
}

describe("a day that was written by a clock ahead", () => {
  it("is decided on at once, by the time of who decides, which the ledger has from then on", async () => {
    const { right, ahead, dayOf } = twoClocks(3 * day, {}, {});
    const code = heldCode(await ahead.hold({ ...holdOf("a"), ...friday }));
    expect((await dayOf())?.decidedAt).toBe(monday + 3 * day);
    expect(await right.confirm(callOf("a", "confirm", code))).toMatchObject({
      kind: "confirmed",
      booking: { history: [{ at: monday + 3 * day }, { at: monday }] },
    });
    expect((await dayOf())?.decidedAt).toBe(monday);
  });

  it("is healed by a refusal, too", async () => {
    const { right, ahead, dayOf } = twoClocks(3 * day);
    await ahead.hold({ ...holdOf("a"), ...friday });
    expect((await right.hold({ ...holdOf("b"), ...friday })).kind).toBe("day-full");
    expect((await dayOf())?.decidedAt).toBe(monday);
  });

  it("is told once an hour", async () => {
    const { right, ahead, time, told } = twoClocks(3 * day);
    for (let round = 0; round < 5; round++) {
      await ahead.hold({ ...holdOf(`a${round}`), ...friday });
      await ahead.sweep();
      await right.hold({ ...holdOf(`b${round}`), ...friday });
      time.now += 20 * minute;
    }
    expect(told.map(({ officeId, date }) => ({ officeId, date }))).toEqual([key, key]);
    expect(told[0]?.aheadMs).toBe(3 * day);
  });

  it("is warned of where nobody wants to be told", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const { right, ahead } = twoClocks(3 * day, {}, { onWrongClock: undefined as never });
    await ahead.hold({ ...holdOf("a"), ...friday });
    for (const name of ["b", "c"]) await right.hold({ ...holdOf(name), ...friday });
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/2017-08-11 at north .* 259200000 ms ahead/)]]);
    warn.mockRestore();
  });

  it.each([
    ["throws", () => expect.fail("the hook")],
    ["rejects", async () => expect.fail("the hook")],
  ])("is decided on where the hook %s", async (_, onWrongClock) => {
    const { right, ahead } = twoClocks(3 * day, {}, { onWrongClock });
    await ahead.hold({ ...holdOf("a"), ...friday });
    expect((await right.hold({ ...holdOf("b"), ...friday })).kind).toBe("day-full");
  });
});

describe("what a clock ahead wrote into bookings", () => {
  it("keeps a place for others no longer than the office would from now, and for whom it was told as long as it is there", async () => {
    const { right, ahead, time } = twoClocks(3 * day);
    const code = heldCode(await ahead.hold({ ...holdOf("a"), ...friday }));
    expect((await right.hold({ ...holdOf("b"), ...friday })).kind).toBe("day-full");
    time.now += 30 * minute + 1999;
    expect((await right.hold({ ...holdOf("c"), ...friday })).kind).toBe("day-full");
    time.now += 1;
    expect((await right.hold({ ...holdOf("d"), ...friday })).kind).toBe("held");
    expect((await right.confirm(callOf("a", "confirm", code))).kind).toBe("hold-lapsed");
  });

  it("is confirmed by whom it was told while nobody else has met its end", async () => {
    const { right, ahead, time } = twoClocks(3 * day);
    const code = heldCode(await ahead.hold({ ...holdOf("a"), ...friday }));
    await right.sweep();
    time.now += 29 * minute;
    expect((await right.confirm(callOf("a", "confirm", code))).kind).toBe("confirmed");
  });

  it("stands as it was told where the clock was ahead by minutes", async () => {
    const { right, ahead, time } = twoClocks(5 * minute);
    const code = heldCode(await ahead.hold({ ...holdOf("a"), ...friday }));
    await right.sweep();
    time.now += 35 * minute - 1;
    await right.sweep();
    expect((await right.hold({ ...holdOf("b"), ...friday })).kind).toBe("day-full");
    expect((await right.confirm(callOf("a", "confirm", code))).kind).toBe("confirmed");
  });

  it("ends holds of a right clock for no desk that is behind", async () => {
    const { right: behind, ahead: right, time } = twoClocks(day);
    const code = heldCode(await right.hold({ ...holdOf("a"), ...friday }));
    for (const name of ["b", "c"]) {
      await behind.hold({ ...holdOf(name), ...friday });
      time.now += 15 * minute - 1;
    }
    expect((await right.confirm(callOf("a", "confirm", code))).kind).toBe("confirmed");
  });

  it("lets a place cool for as long as the office does from now", async () => {
    const { right, ahead, time } = twoClocks(3 * day, { coolingMinutes: [10, 10] });
    const code = await book(ahead, "a", friday);
    await ahead.cancel(callOf("a", "cancel", code));
    expect((await right.hold({ ...holdOf("b"), ...friday })).kind).toBe("day-full");
    time.now += 10 * minute - 1;
    expect((await right.hold({ ...holdOf("c"), ...friday })).kind).toBe("day-full");
    time.now += 1;
    expect((await right.availability({ officeId: "north", from: key.date, days: 1 }))[0]).toMatchObject({
      slots: [{ placesLeft: { general: 1 } }],
    });
    expect((await right.hold({ ...holdOf("d"), ...friday })).kind).toBe("held");
  });

  it("lets a hold be extended no longer in all than the office does from now", async () => {
    const { right, ahead, time } = twoClocks(5 * minute, { longestHoldMinutes: 60 });
    const code = heldCode(await ahead.hold({ ...holdOf("a"), ...friday }));
    const kinds: string[] = [];
    for (let count = 0; count < 8; count++) {
      time.now += 10 * minute;
      kinds.push((await right.extend({ ...callOf("a", `extend ${count}`, code) })).kind);
    }
    expect(kinds.at(-1)).toMatch(/longest-hold|hold-lapsed/);
  });

  it("gives notices out again that it took", async () => {
    const { right, ahead, time } = twoClocks(3.5 * day, { reminderMinutes: [1440] });
    await book(right, "a", friday);
    expect(await ahead.dueNotices()).toHaveLength(1);
    time.now += 3.2 * day;
    expect(await right.dueNotices()).toEqual([]);
    await right.sweep();
    expect(await right.dueNotices()).toMatchObject([{ kind: "reminder" }]);
  });

  it("tells of an offer that it made", async () => {
    const { right, ahead } = twoClocks(3 * day);
    const code = await book(right, "a", friday);
    await wait(right, "b", friday);
    await ahead.cancel(callOf("a", "cancel", code));
    await right.sweep();
    expect(await right.dueNotices()).toMatchObject([{ kind: "offer" }]);
  });

  it("slows nobody down for longer than the pause is from now", async () => {
    const { right, ahead, time } = twoClocks(365 * day);
    const code = heldCode(await right.hold({ ...holdOf("a"), ...friday }));
    const guess = (desk: typeof right, name: string) => desk.confirm(callOf("b", name, code));
    for (let count = 0; count < 5; count++) await guess(ahead, `guess ${count}`);
    expect((await guess(right, "early")).kind).toBe("slowed-down");
    time.now += minute;
    expect((await guess(right, "late")).kind).toBe("other-sender");
  });

  it("keeps no draft for longer than it was to last from now", async () => {
    const { right, time } = twoClocks(0);
    const at = monday + 365 * day;
    await right.note({ sender: "sender a", at, draft: { content: "draft", until: at + 30 * minute } });
    time.now += 30 * minute - 1;
    expect(await right.recall({ sender: "sender a" })).toBe("draft");
    time.now += 1;
    expect(await right.recall({ sender: "sender a" })).toBeUndefined();
  });
});

describe("a hold", () => {
  it("ends for who asks again themselves at the time that they were told, and who waits comes first", async () => {
    const { right, time } = twoClocks(0);
    const code = heldCode(await right.hold({ ...holdOf("a"), ...friday }));
    const waiting = await wait(right, "b", friday);
    time.now += 30 * minute;
    expect((await right.hold({ ...holdOf("a"), requestId: "again", ...friday })).kind).toBe("day-full");
    expect(await stateOf(right, code)).toBe("lapsed");
    expect(await stateOf(right, waiting)).toBe("held");
  });

  it("ends with its window for a code, too", async () => {
    const { right, time } = twoClocks(0, { holdMinutes: 10_000 });
    const code = heldCode(await right.hold({ ...holdOf("a"), date: "2017-08-07" }));
    time.now = Date.parse("2017-08-07T09:00+07:00");
    expect((await right.confirm(callOf("a", "confirm", code))).kind).toBe("hold-lapsed");
  });

  it("that has ended is told of no more", async () => {
    const { right, time } = twoClocks(0, { holdReminderMinutes: 5 });
    await right.hold({ ...holdOf("a"), ...friday });
    time.now += 30 * minute;
    expect(await right.dueNotices()).toEqual([]);
  });
});

describe("a desk without a clock of its own", () => {
  it("goes by that of the store", async () => {
    const now = vi.spyOn(Date, "now").mockReturnValue(monday + 5);
    const desk = createDesk({ offices: [officeWith({})], store: memoryStore() });
    expect(await desk.hold(holdOf("a"))).toMatchObject({ booking: { history: [{ at: monday + 5 }] } });
    expect(await desk.availability({ officeId: "north", from: "2017-08-07", days: 1 })).toMatchObject([
      { kind: "open" },
    ]);
    now.mockRestore();
  });
});
