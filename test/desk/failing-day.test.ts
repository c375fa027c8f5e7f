import { type BookingStore, defineOffice, memoryStore, StoreError } from "giliran";
import { describe, expect, it } from "vitest";
import { dayKind } from "../../src/booking/kinds.js";
import type { Day } from "../../src/booking/records.js";
import { savedOf } from "../../src/store/scope.js";
import { book, heldCode, holdOf, monday, smallDesk, smallOffice, stateOf } from "./small-desk.js";

const minute = 60_000;
const failing = { officeId: "north", date: "2017-08-08" };
const [tuesday, wednesday] = [failing.date, "2017-08-09"];

/** A desk of two offices on a store that, once it is broken, can't write one day of one of them. */
function brokenDesk(retryable = false) {
  const inner = memoryStore();
  const broken = { now: false };
  const isFailing = ({ officeId, date }: Day) => officeId === failing.officeId && date === failing.date;
  const store: BookingStore = {
    ...inner,
    transact: (scope, decide) =>
      inner.transact(scope, (records, timed) => {
        const decision = decide(records, timed);
        if (broken.now && !("widen" in decision) && savedOf(decision, dayKind).some(isFailing))
          throw new StoreError("The day can't be written.", { retryable, recordsRefused: true });
        return decision;
      }),
  };
  const rules = { opensDaysBefore: 9, reminderMinutes: [60], holdReminderMinutes: 5 };
  const offices = ["north", "south"].map((id) => defineOffice(smallOffice(id, { rules })));
  const { desk, time } = smallDesk({ store, offices });
  return { desk, time, store, broken };
}

/** Somebody's bookings, of which one is on the day that fails. */
const days = [failing, { officeId: "north", date: wednesday }, { officeId: "south", date: tuesday }];

const hold = (desk: ReturnType<typeof brokenDesk>["desk"], name: string, day: (typeof days)[number]) =>
  desk.hold({ ...holdOf(name), requestId: `${name} ${day.officeId} ${day.date}`, ...day });

async function holdAll({ desk }: ReturnType<typeof brokenDesk>): Promise<readonly string[]> {
  const held = await Promise.all(days.map((day, index) => hold(desk, `${index}`, day)));
  return held.map(heldCode);
}

const unfinished = (retryable = false) => ({
  name: "StoreError",
  message: "Not done: north 2017-08-08; all else that was asked is done. The day can't be written.",
  retryable,
  cause: { errors: [{ message: "The day can't be written." }] },
});

describe("where one day of one office fails", () => {
  it.each([false, true])("sweep does the others, and may be called again (%s)", async (retryable) => {
    const all = brokenDesk(retryable);
    const codes = await holdAll(all);
    all.time.now += 30 * minute;
    all.broken.now = true;
    await expect(all.desk.sweep()).rejects.toMatchObject(unfinished(retryable));
    all.time.now = monday; // what is not written is shown as it was
    expect(await Promise.all(codes.map((code) => stateOf(all.desk, code)))).toEqual([
      "held",
      "lapsed",
      "lapsed",
    ]);
  });

  it("dueNotices gives those of the others, and tells of it when there is no other left", async () => {
    const all = brokenDesk();
    const codes = await holdAll(all);
    all.time.now += 25 * minute;
    all.broken.now = true;
    const due = await all.desk.dueNotices();
    expect(due.map(({ code }) => code).sort()).toEqual(codes.slice(1).sort());
    await all.desk.markSent(due.map(({ id }) => id));
    await expect(all.desk.dueNotices()).rejects.toMatchObject(unfinished());
  });

  it("markSent marks the others", async () => {
    const all = brokenDesk();
    await holdAll(all);
    all.time.now += 25 * minute;
    const due = await all.desk.dueNotices();
    all.broken.now = true;
    await expect(all.desk.markSent(due.map(({ id }) => id))).rejects.toMatchObject(unfinished());
    all.broken.now = false;
    all.time.now += minute;
    expect(await all.desk.dueNotices()).toMatchObject([failing].map(({ date }) => ({ booking: { date } })));
  });

  it("forget forgets at the others", async () => {
    const all = brokenDesk();
    for (const day of days) {
      const people = [{ key: "person", details: {} }];
      const officeId = {
        ...day,
        people,
        sender: "someone",
        by: "staff" as const,
        requestId: day.officeId + day.date,
      };
      await smallDesk({ store: all.store, offices: unlimited }).desk.hold(officeId);
    }
    all.broken.now = true;
    await expect(all.desk.forget({ key: "person" })).rejects.toMatchObject(unfinished());
    expect(await all.desk.export({ key: "person" })).toMatchObject([failing]);
  });

  it("handOver hands the others over", async () => {
    const all = brokenDesk();
    const { desk } = smallDesk({ store: all.store, offices: unlimited });
    for (const [index, day] of days.entries())
      await desk.hold({ ...holdOf(`${index}`), ...day, sender: "sender a" });
    all.broken.now = true;
    await expect(all.desk.handOver({ from: "sender a", to: "new" })).rejects.toMatchObject(unfinished());
    expect(await all.desk.find({ sender: "sender a" })).toMatchObject([failing]);
    expect(await all.desk.find({ sender: "new" })).toHaveLength(2);
  });

  it("forgetBefore removes the others", async () => {
    const all = brokenDesk();
    await holdAll(all);
    all.time.now += 20 * 1440 * minute;
    const cutoffs = { visitsBefore: "2017-08-20", messagesBefore: all.time.now - 9 * 1440 * minute };
    const isErasing = all.store.transact;
    const store: BookingStore = {
      ...all.store,
      transact: (scope, decide) =>
        isErasing(scope, (records, timed) => {
          const decision = decide(records, timed);
          const erased = "widen" in decision ? [] : (decision.erase ?? []).flatMap(({ keys = [] }) => keys);
          if (erased.some((key) => key.join() === "north,2017-08-08"))
            throw new StoreError("The day can't be written.", { retryable: false });
          return decision;
        }),
    };
    const { desk } = smallDesk({ store, offices: all.desk.offices, now: () => all.time.now });
    await expect(desk.forgetBefore(cutoffs)).rejects.toMatchObject(unfinished());
    for (const [index, day] of days.entries()) expect(await desk.find(day)).toHaveLength(index === 0 ? 1 : 0);
  });

  it("resolveConflicts resolves the others, and tries no more of that day", async () => {
    const all = brokenDesk();
    const codes = [
      await book(all.desk, "a", { date: tuesday }),
      await book(all.desk, "b", { date: tuesday }),
      await book(all.desk, "c", { date: wednesday }),
    ];
    const offices = [
      defineOffice(smallOffice("north", { closures: { [tuesday]: "rain", [wednesday]: "rain" } })),
    ];
    const { desk } = smallDesk({ store: all.store, offices });
    all.broken.now = true;
    const resolving = desk.resolveConflicts({ officeId: "north", otherwise: "cancel", move: "nowhere" });
    await expect(resolving).rejects.toMatchObject(unfinished());
    expect(await Promise.all(codes.map((code) => stateOf(desk, code)))).toEqual([
      "confirmed",
      "confirmed",
      "cancelled",
    ]);
  });
});

const unlimited = ["north", "south"].map((id) =>
  defineOffice(
    smallOffice(id, { rules: { opensDaysBefore: 9, bookingsPerPerson: 9, bookingsPerSender: 9 } }),
  ),
);
