import { sqliteStore } from "giliran/sqlite";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import { book, callOf, holdOf, officeWith, smallDesk, stateOf, wait } from "./small-desk.js";
import { stores } from "./stores.js";

const day = { officeId: "north", date: "2017-08-07" };

describe.each(stores)("reconcile, on %s", (_, createStore) => {
  it("finds the ledger sound after whatever was done", async () => {
    const offices = [officeWith({ coolingMinutes: [5, 5] })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const code = await book(desk, "a");
    await book(desk, "b");
    await wait(desk, "c");
    await desk.cancel(callOf("a", "cancel", code));
    expect(await desk.reconcile(day)).toEqual({ kind: "sound" });
    time.now += 60 * 60_000;
    expect(await desk.reconcile(day)).toEqual({ kind: "sound" });
  });

  it("finds nothing on a day that nobody asked for, and knows no other office", async () => {
    const { desk } = smallDesk({ store: createStore() });
    expect(await desk.reconcile({ ...day, date: "2017-08-11" })).toEqual({ kind: "sound" });
    await expect(desk.reconcile({ ...day, officeId: "south" })).rejects.toThrow(RangeError);
    await expect(desk.reconcile({ ...day, date: "soon" })).rejects.toThrow(RangeError);
  });
});

describe("a ledger that somebody changed by hand", () => {
  /** Two confirmed bookings of a full day, one who waits, and the ledger damaged. */
  async function damage(statement: string) {
    const database = new Database(":memory:");
    const { desk } = smallDesk({ store: sqliteStore({ database }) });
    const codes = [await book(desk, "a"), await book(desk, "b")];
    const waiting = await wait(desk, "c");
    database.exec(statement);
    return { desk, codes, waiting };
  }

  it("is mended before anybody is offered what is not free", async () => {
    const { desk, waiting } = await damage(
      "UPDATE giliran_day SET record = json_set(record, '$.counts[0].taken', 0)",
    );
    expect(await desk.reconcile(day)).toEqual({
      kind: "mended",
      differences: [{ what: "taken", window: "08:00", pool: "general", ledger: 0, bookings: 2 }],
    });
    expect(await stateOf(desk, waiting)).toBe("waiting");
    expect(await desk.reconcile(day)).toEqual({ kind: "sound" });
    expect((await desk.hold(holdOf("d"))).kind).toBe("day-full");
  });

  it("offers who waits what the damage had hidden", async () => {
    const { desk, codes, waiting } = await damage("DELETE FROM giliran_booking WHERE state = 'confirmed'");
    expect(codes).toHaveLength(2);
    await desk.reconcile(day);
    expect(await stateOf(desk, waiting)).toBe("held");
  });

  it("is made anew where it is lost, with all numbers that were given", async () => {
    const { desk, codes } = await damage("DELETE FROM giliran_day");
    const mended = await desk.reconcile(day);
    expect(mended).toEqual({
      kind: "mended",
      differences: [
        { what: "taken", window: "08:00", pool: "general", ledger: 0, bookings: 2 },
        { what: "issued", window: "08:00", ledger: 0, bookings: 2 },
        { what: "joined", ledger: 0, bookings: 1 },
      ],
    });
    await desk.cancel(callOf("a", "cancel", codes[0] ?? ""));
    const offered = await desk.find({ sender: "sender c" });
    expect(await desk.confirm(callOf("c", "confirm", offered[0]?.code ?? ""))).toMatchObject({
      ticket: { queueNumber: "0800-03" },
    });
  });

  it("keeps numbers that a booking had which is gone", async () => {
    const { desk, codes } = await damage(
      "DELETE FROM giliran_booking WHERE state = 'confirmed' AND sequence = 2",
    );
    expect(await desk.reconcile(day)).toEqual({
      kind: "mended",
      differences: [{ what: "taken", window: "08:00", pool: "general", ledger: 2, bookings: 1 }],
    });
    expect(codes).toHaveLength(2);
    const [offered] = await desk.find({ sender: "sender c" });
    expect(offered?.state).toBe("held");
    expect(await desk.confirm(callOf("c", "confirm", offered?.code ?? ""))).toMatchObject({
      ticket: { queueNumber: "0800-03" },
    });
  });
});
