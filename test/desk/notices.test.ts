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
  wait,
} from "./small-desk.js";
import { stores } from "./stores.js";

const minute = 60_000;
const eight = Date.parse("2017-08-07T08:00+07:00");

describe.each(stores)("notices, on %s", (_, createStore) => {
  /** Two desks on a store, and a hold that is about to lapse. */
  async function holdAtTwo() {
    const store = createStore();
    const offices = [officeWith({ holdReminderMinutes: 10 })];
    const { desk, time } = smallDesk({ offices, store });
    const { desk: other } = smallDesk({ offices, store, now: () => time.now });
    await desk.hold(holdOf("a"));
    time.now = monday + 20 * minute;
    return { desk, other, time };
  }

  it("remind of a visit as often as the office says, and before it only", async () => {
    const offices = [officeWith({ reminderMinutes: [1440, 60] })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const code = await book(desk, "a", { date: "2017-08-08" });
    expect(await desk.dueNotices()).toEqual([]);
    const dayBefore = eight;
    time.now = dayBefore;
    const [first, ...others] = await desk.dueNotices();
    expect(first).toMatchObject({ kind: "reminder", at: dayBefore, code, booking: { code } });
    expect(others).toEqual([]);
    await desk.markSent([first?.id ?? ""]);
    time.now = dayBefore + 23 * 60 * minute;
    expect(await desk.dueNotices()).toMatchObject([{ kind: "reminder", at: time.now }]);
    time.now = dayBefore + 24 * 60 * minute;
    expect(await desk.dueNotices()).toEqual([]);
  });

  it("remind at a time of day, on the dates that the office says, before people should be there", async () => {
    const reminderTimes = [
      { daysBefore: 1, at: "18:00" },
      { daysBefore: 0, at: "06:30" },
      { daysBefore: 0, at: "08:30" },
    ];
    const { desk, time } = smallDesk({ offices: [officeWith({ reminderTimes })], store: createStore() });
    await book(desk, "a", { date: "2017-08-08" });
    const told: number[] = [];
    for (; time.now < eight + 24 * 60 * minute; time.now += 30 * minute)
      for (const { id, kind } of await desk.dueNotices()) {
        expect(kind).toBe("reminder");
        told.push(time.now);
        await desk.markSent([id]);
      }
    expect(told).toEqual(["2017-08-07T18:00+07:00", "2017-08-08T06:30+07:00"].map((at) => Date.parse(at)));
    for (const wrong of [[{ daysBefore: 1, at: "25:00" }], [...reminderTimes, ...reminderTimes]])
      expect(() => officeWith({ reminderTimes: wrong })).toThrow(/^rules\.reminderTimes/);
  });

  it("do not remind of what was too near when it was booked", async () => {
    const offices = [officeWith({ reminderMinutes: [1440, 120, 60] })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    await book(desk, "a");
    time.now = eight - 60 * minute;
    expect(await desk.dueNotices()).toMatchObject([{ kind: "reminder", at: eight - 60 * minute }]);
  });

  it("tell that a hold is about to lapse, unless its code came back", async () => {
    const offices = [officeWith({ holdReminderMinutes: 10 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const code = heldCode(await desk.hold(holdOf("a")));
    await book(desk, "b");
    time.now = monday + 20 * minute;
    expect(await desk.dueNotices()).toMatchObject([{ kind: "hold-lapsing", at: monday + 20 * minute, code }]);
  });

  it("tell of an offer, and that it is about to lapse", async () => {
    const offices = [officeWith({ offerMinutes: 30, holdReminderMinutes: 10 }, { capacity: 1 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const taken = await book(desk, "a");
    const code = await wait(desk, "b");
    expect(await desk.dueNotices()).toEqual([]);
    await desk.cancel(callOf("a", "cancel", taken));
    const [offer] = await desk.dueNotices();
    expect(offer).toMatchObject({ kind: "offer", at: monday, code, booking: { state: "held" } });
    await desk.markSent([offer?.id ?? ""]);
    time.now = monday + 20 * minute;
    expect(await desk.dueNotices()).toMatchObject([{ kind: "hold-lapsing", code }]);
  });

  it("are withdrawn when what they are about is no longer so", async () => {
    const offices = [officeWith({ holdReminderMinutes: 10, reminderMinutes: [60] }, { capacity: 1 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const taken = await book(desk, "a");
    const offered = await wait(desk, "b");
    await desk.cancel(callOf("a", "cancel", taken));
    await desk.cancel(callOf("b", "cancel", offered));
    time.now = monday + 60 * minute;
    expect(await desk.dueNotices()).toEqual([]);
  });

  it("are withdrawn when a hold has lapsed that nobody has met yet", async () => {
    const offices = [officeWith({ holdReminderMinutes: 10 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    await desk.hold(holdOf("a"));
    time.now = monday + 30 * minute;
    expect(await desk.dueNotices()).toEqual([]);
  });

  it("are given to one of two desks, and to the other when the first says nothing", async () => {
    const { desk, other, time } = await holdAtTwo();
    const given = await Promise.all([
      desk.dueNotices({ leaseMs: 1000 }),
      other.dueNotices({ leaseMs: 1000 }),
    ]);
    expect(given.map(({ length }) => length).toSorted()).toEqual([0, 1]);
    time.now += 999;
    expect(await other.dueNotices()).toEqual([]);
    time.now += 1;
    expect(await other.dueNotices()).toMatchObject([{ kind: "hold-lapsing" }]);
  });

  it("are given no more once they are marked, by whoever, and as often as they are", async () => {
    const { desk, other, time } = await holdAtTwo();
    const ids = (await desk.dueNotices({ leaseMs: 1 })).map(({ id }) => id);
    await other.markSent(ids);
    await desk.markSent(ids);
    time.now += minute;
    expect(await desk.dueNotices()).toEqual([]);
  });

  it("say when the person wrote for the last time", async () => {
    const offices = [officeWith({ reminderMinutes: [60] })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    await book(desk, "a");
    time.now = eight - 60 * minute;
    expect(await desk.dueNotices({ leaseMs: 1 })).toMatchObject([{ lastMessageAt: monday }]);
    await desk.note({ sender: "sender a", at: monday + 5 * minute });
    time.now += 1;
    expect(await desk.dueNotices()).toMatchObject([{ lastMessageAt: monday + 5 * minute }]);
  });

  it("say so also where they wrote about another booking of theirs", async () => {
    const offices = [officeWith({ reminderMinutes: [60], bookingsPerSender: 2 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    await book(desk, "a");
    time.now += 30 * minute;
    const other = heldCode(await desk.hold({ ...holdOf("b"), sender: "sender a", date: "2017-08-08" }));
    await desk.confirm(callOf("a", "confirm", other));
    time.now = eight - 60 * minute;
    expect(await desk.dueNotices()).toMatchObject([
      { kind: "reminder", lastMessageAt: monday + 30 * minute },
    ]);
  });

  it("of other desks' offices take up no room", async () => {
    const store = createStore();
    const rules = { opensDaysBefore: 4, holdReminderMinutes: 10 };
    const [north, south] = ["north", "south"].map((id) =>
      defineOffice(smallOffice(id, { rules, capacity: 9 })),
    );
    const both = smallDesk({ offices: [north, south].flatMap((office) => office ?? []), store });
    const small = smallDesk({ offices: [south].flatMap((office) => office ?? []), store });
    for (const name of ["a", "b", "c", "d", "e", "f"]) await both.desk.hold(holdOf(name));
    const code = heldCode(await both.desk.hold({ ...holdOf("g"), officeId: "south" }));
    small.time.now = monday + 20 * minute;
    expect(await small.desk.dueNotices({ limit: 1 })).toMatchObject([{ code }]);
  });

  it("are given the oldest first, whatever their codes", async () => {
    const offices = [officeWith({ holdReminderMinutes: 29 }, { capacity: 9 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const held: string[] = [];
    for (const name of ["a", "b", "c", "d", "e", "f"]) {
      held.push(heldCode(await desk.hold(holdOf(name))));
      time.now += 1000;
    }
    time.now = monday + 2 * minute;
    const given: string[] = [];
    for (const _ of held) given.push(...(await desk.dueNotices({ limit: 1 })).map(({ code }) => code));
    expect(given).toEqual(held);
  });

  it("do not remind whoever is there already", async () => {
    const offices = [officeWith({ reminderMinutes: [30] })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const code = await book(desk, "a");
    time.now = eight - 45 * minute;
    await desk.claimUse({ officeId: "north", code, start: eight, at: time.now, until: eight });
    time.now = eight - 30 * minute;
    expect(await desk.dueNotices()).toEqual([]);
  });
});

describe("dueNotices and markSent", () => {
  it.each([{ limit: 0 }, { limit: 1.5 }, { leaseMs: 0 }, { leaseMs: Number.NaN }])(
    "refuse %o",
    async (query) => {
      await expect(smallDesk().desk.dueNotices(query)).rejects.toThrow(RangeError);
    },
  );

  it("refuse what is no id of a notice, and pass over notices that are gone", async () => {
    const { desk } = smallDesk();
    await expect(desk.markSent(["7HXW9TB6"])).rejects.toThrow(RangeError);
    await desk.markSent(["1:reminder:7HXW9TB6"]);
  });
});
