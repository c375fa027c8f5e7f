import { type BookingStore, defineOffice, memoryStore, type Records, StoreError } from "giliran";
import { describe, expect, it } from "vitest";
import { bookingKind, dayKind } from "../../src/booking/kinds.js";
import { recordsOf } from "../../src/store/scope.js";
import { heldCode, holdOf, smallDesk, smallOffice } from "./small-desk.js";

const minute = 60_000;
const [monday, tuesday, wednesday] = ["2017-08-07", "2017-08-08", "2017-08-09"] as const;

/** A desk of two offices on a store that, once it is broken, can't read one day of one of them. */
async function brokenDesk(retryable = false) {
  const inner = memoryStore();
  const broken = { at: "" };
  const calls = { reads: 0 };
  const check = (records: Records) => {
    const all = [...recordsOf(records, dayKind), ...recordsOf(records, bookingKind)];
    if (all.some(({ officeId, date }) => `${officeId} ${date}` === broken.at))
      throw new StoreError("A record can't be read.", { retryable });
  };
  const store: BookingStore = {
    ...inner,
    async read(scope) {
      calls.reads++;
      const loaded = await inner.read(scope);
      check(loaded.records);
      return loaded;
    },
  };
  const rules = { opensDaysBefore: 9, reminderMinutes: [60], holdReminderMinutes: 5 };
  const offices = ["north", "south", "east"].map((id) =>
    defineOffice(smallOffice(id, { rules, group: "city", capacity: 1 })),
  );
  const { desk, time } = smallDesk({ store, offices });
  const codes: string[] = [];
  for (const officeId of ["north", "south"])
    for (const date of [monday, tuesday, wednesday]) {
      const asked = { ...holdOf(`${officeId} ${date}`), officeId, date };
      codes.push(heldCode(await desk.hold(asked)));
    }
  return { desk, time, broken, calls, codes };
}

const unreadable = (retryable = false) => ({ name: "StoreError", retryable });

describe("where one day of one office can't be read", () => {
  it("availability gives the other days, and fails where there are none", async () => {
    const { desk, broken } = await brokenDesk();
    broken.at = `north ${tuesday}`;
    const asked = { officeId: "north", from: monday, days: 9 };
    const dates = (await desk.availability(asked)).map(({ date }) => date);
    expect(dates).toEqual([
      monday,
      ...[9, 10, 11, 12, 13, 14, 15].map((day) => `2017-08-${`${day}`.padStart(2, "0")}`),
    ]);
    await expect(desk.availability({ ...asked, from: tuesday, days: 1 })).rejects.toMatchObject(unreadable());
  });

  it("availability asks once where the store as a whole fails now", async () => {
    const { desk, broken, calls } = await brokenDesk(true);
    broken.at = `north ${tuesday}`;
    const before = calls.reads;
    const asked = desk.availability({ officeId: "north", from: monday, days: 9 });
    await expect(asked).rejects.toMatchObject(unreadable(true));
    expect(calls.reads).toBe(before + 1);
  });

  it("who asks in the same moment for something else is answered", async () => {
    const { desk, broken } = await brokenDesk();
    broken.at = `north ${tuesday}`;
    const [lost, other, live] = await Promise.allSettled([
      desk.availability({ officeId: "north", from: tuesday, days: 1 }),
      desk.availability({ officeId: "south", from: tuesday, days: 1 }),
      desk.find({ sender: `sender south ${monday}`, only: "live" }),
    ]);
    expect([lost, other, live].map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  });

  it("a refusal names what is free at the other offices", async () => {
    const { desk, broken } = await brokenDesk();
    const asked = { ...holdOf("late"), officeId: "north", date: monday };
    broken.at = `south ${monday}`;
    const outcome = await desk.hold(asked);
    const { alternatives = [] } = outcome as { alternatives?: readonly { officeId: string; date: string }[] };
    expect(outcome.kind).toBe("day-full");
    expect(alternatives.filter(({ officeId }) => officeId !== "north")).toMatchObject([
      { officeId: "east", date: monday },
    ]);
  });

  it("conflicts says so, where there is nothing else to be dealt with", async () => {
    const { desk, broken } = await brokenDesk();
    broken.at = `north ${tuesday}`;
    expect(await desk.conflicts({ officeId: "south" })).toEqual([]);
    await expect(desk.conflicts({ officeId: "north" })).rejects.toMatchObject({
      message: `Not done: north ${tuesday}; all else that was asked is done. A record can't be read.`,
    });
  });

  it("markSent marks the others", async () => {
    const { desk, time, broken } = await brokenDesk();
    time.now += 25 * minute;
    const due = await desk.dueNotices();
    expect(due).toHaveLength(6);
    broken.at = `south ${tuesday}`;
    await expect(desk.markSent(due.map(({ id }) => id))).rejects.toMatchObject({
      ...unreadable(),
      message: expect.stringMatching(
        /^Not done: \w{8}; all else that was asked is done. A record can't be read.$/,
      ),
    });
    broken.at = "";
    time.now += minute;
    expect(await desk.dueNotices()).toMatchObject([{ booking: { officeId: "south", date: tuesday } }]);
  });
});
