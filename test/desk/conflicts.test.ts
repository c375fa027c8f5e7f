import { createDesk, type Desk, defineOffice, type OfficeConfig } from "giliran";
import { describe, expect, it } from "vitest";
import { heldCode, holdOf, monday, smallOffice } from "./small-desk.js";
import { stores } from "./stores.js";

const before: Partial<OfficeConfig> = {
  hours: { mon: ["08:00-10:00"], tue: ["08:00-10:00"] },
  capacity: { general: 3, priority: 1 },
};

describe.each(stores)("a config that changes under bookings, on %s", (_, createStore) => {
  /** Desks of the same office on one store, before and after its config changed. */
  function openDesks(changes: Partial<OfficeConfig>) {
    const store = createStore();
    const time = { now: monday };
    const open = (config: Partial<OfficeConfig>): Desk =>
      createDesk({
        offices: [defineOffice(smallOffice("north", { ...before, ...config }))],
        store,
        secret: "the secret of this test",
        now: () => time.now,
      });
    return { old: open({}), changed: open(changes), time };
  }

  /** Three people in the first window, one in the second, one of another pool, one on Tuesday. */
  async function fill(desk: Desk, time: { now: number }): Promise<readonly string[]> {
    const codes: string[] = [];
    for (const name of ["a", "b", "c", "d"]) {
      codes.push(heldCode(await desk.hold(holdOf(name))));
      time.now += 1;
    }
    codes.push(heldCode(await desk.hold({ ...holdOf("p"), pool: "priority" })));
    codes.push(heldCode(await desk.hold({ ...holdOf("t"), date: "2017-08-08" })));
    return codes;
  }

  async function conflictsAfter(changes: Partial<OfficeConfig>) {
    const { old, changed, time } = openDesks(changes);
    const names = new Map<string, string>();
    for (const [index, code] of (await fill(old, time)).entries()) names.set(code, "abcdpt"[index] ?? "");
    const list = async () =>
      (await changed.conflicts({ officeId: "north" })).map(
        ({ booking, reason }) => `${names.get(booking.code)} ${reason}`,
      );
    return { list, time, old, changed, codes: [...names.keys()] };
  }

  it("has no conflict where everything fits", async () => {
    const { list } = await conflictsAfter({ capacity: { general: 4, priority: 2 } });
    expect(await list()).toEqual([]);
  });

  it("lists whoever came last where places are fewer", async () => {
    const { list, time } = await conflictsAfter({ capacity: { general: 1, priority: 1 } });
    expect(await list()).toEqual(["b over-capacity", "c over-capacity"]);
    time.now += 31 * 60_000;
    expect(await list()).toEqual([]);
  });

  it("lists those whose window is gone, whose pool is gone, and whose day is closed", async () => {
    const later = { hours: { mon: ["09:00-10:00"], tue: ["08:00-10:00"] } };
    expect((await (await conflictsAfter(later)).list()).toSorted()).toEqual([
      "a window-not-offered",
      "b window-not-offered",
      "c window-not-offered",
      "p window-not-offered",
    ]);
    const shorter = { slotMinutes: 30 };
    expect(await (await conflictsAfter(shorter)).list()).toHaveLength(6);
    expect(await (await conflictsAfter({ capacity: 3 })).list()).toEqual(["p pool-not-offered"]);
    const closed = { closures: { "2017-08-08": "Inventory" } };
    expect(await (await conflictsAfter(closed)).list()).toEqual(["t office-closed"]);
  });

  it("leaves out what is over", async () => {
    const { list, old, codes, time } = await conflictsAfter({ closures: { "2017-08-07": "Inventory" } });
    for (const [index, code] of codes.entries())
      await old.confirm({ requestId: `confirm ${index}`, sender: `sender ${"abcdpt"[index]}`, code });
    expect(await list()).toHaveLength(5);
    time.now = Date.parse("2017-08-07T09:30+07:00");
    expect(await list()).toEqual(["d office-closed"]);
  });

  it("drops and moves nothing, gives nothing beyond the new capacity, and lets people cancel", async () => {
    const { old, changed, codes } = await conflictsAfter({ capacity: { general: 1, priority: 1 } });
    const day = { officeId: "north", date: "2017-08-07" };
    expect(await changed.find(day)).toEqual(await old.find(day));
    expect(await changed.hold(holdOf("e"))).toMatchObject({ kind: "pool-full" });
    const [code = ""] = codes;
    expect(await changed.cancel({ requestId: "cancel", sender: "sender a", code })).toMatchObject({
      kind: "cancelled",
    });
    expect(await changed.hold(holdOf("e"))).toMatchObject({ kind: "pool-full" });
    expect(await changed.availability({ officeId: "north", from: "2017-08-07", days: 1 })).toMatchObject([
      { slots: [{ placesLeft: { general: 0 } }, { placesLeft: { general: 0 } }] },
    ]);
  });
});
