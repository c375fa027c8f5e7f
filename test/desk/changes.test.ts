import { fc, test } from "@fast-check/vitest";
import { memoryStore, type Store } from "giliran";
import { describe, expect, it } from "vitest";
import { orderBatches } from "../../src/booking/feed/feed.js";
import type { ChangeBatch, UnplacedChange } from "../../src/booking/feed/feed-kinds.js";
import { strictStore } from "../../src/testing/strict-store.js";
import { openSqlite } from "../rules/stores.js";
import { deskFor, holdOf, monday } from "../store/five-places.js";
import { expectFollowed, keepingDesk } from "./follow-changes.js";

const personal = { name: "Budi Personal", birthDate: "1990-08-17" };
const hold = (name: string) => ({ ...holdOf(name), people: [{ key: name, details: personal }] });

describe("who follows what becomes of bookings", () => {
  it("misses nothing on the memory store", async () => {
    const store = memoryStore();
    await expectFollowed(() => store, 12);
  });

  it("misses nothing on SQLite", async () => {
    const { connect } = await openSqlite();
    await expectFollowed(connect, 8);
  });

  it("is told nothing personal, and where to go on", async () => {
    const desk = keepingDesk(strictStore(memoryStore()));
    const held = await desk.hold(hold("a"));
    const code = held.kind === "held" ? held.booking.code : "";
    await desk.confirm({ requestId: "confirm", sender: "sender a", code });
    const first = await desk.changes({ limit: 1 });
    expect(first).toMatchObject({
      changes: [{ id: "1.0", what: "held", code, officeId: "north" }],
      next: "1.0",
    });
    const second = await desk.changes({ after: first.next });
    expect(second).toMatchObject({
      changes: [{ id: "2.0", what: "confirmed", state: "confirmed" }],
      next: "2.0",
    });
    expect(await desk.changes({ after: second.next })).toEqual({ changes: [], next: "2.0" });
    expect(JSON.stringify([first, second])).not.toMatch(/Budi|1990|sender|people/);
    expect(await desk.changes()).toMatchObject({ changes: [{ id: "1.0" }, { id: "2.0" }] });
  });

  it("is told of holds that lapse, and of a person who was forgotten", async () => {
    const store = memoryStore();
    await keepingDesk(store).hold(hold("a"));
    const later = keepingDesk(store, 10 * 60_000);
    await later.sweep();
    await later.forget({ key: "a" });
    const { changes } = await later.changes();
    expect(changes.map(({ what, by }) => `${what} ${by}`)).toEqual([
      "held applicant",
      "lapsed system",
      "erased system",
    ]);
  });

  it("is told of a gap where it comes too late, as changes are kept as long as answers", async () => {
    const store = memoryStore();
    await keepingDesk(store).hold(hold("a"));
    await keepingDesk(store).changes();
    const day = 86_400_000;
    const later = keepingDesk(store, 20 * day);
    const held = await later.hold({ ...hold("b"), date: "2017-08-28" });
    expect(held.kind).toBe("held");
    await later.changes();
    await later.forgetBefore({ visitsBefore: "2017-08-01", messagesBefore: monday + 10 * day });
    const gap = await later.changes({ after: "0.0" });
    expect(gap).toMatchObject({ changes: [{ id: "2.0", what: "held" }], missed: true });
    expect(await later.changes({ after: gap.next })).toEqual({ changes: [], next: gap.next });
  });

  it("needs a desk that keeps changes", async () => {
    await expect(deskFor(memoryStore()).changes()).rejects.toThrow(/keepChanges: true/);
    const desk = keepingDesk(memoryStore());
    await expect(desk.changes({ after: "x" })).rejects.toThrow(/^after: /);
    await expect(desk.changes({ limit: 0 })).rejects.toThrow(/^limit: /);
  });

  it("is given what somebody committed between two pages after what it came after", async () => {
    const store = memoryStore();
    const [early, late] = [keepingDesk(store), keepingDesk(store)];
    let looks = 0;
    const racing: Store = {
      ...store,
      async find(query) {
        const page = await store.find(query);
        if (query.lookUp.kind.name !== "changeBatch" || looks++ > 0) return page;
        // The look has passed the place of the hold when that is made, and not yet that of the confirmation.
        const held = await early.hold(hold("a"));
        const code = held.kind === "held" ? held.booking.code : "";
        await late.confirm({ requestId: "confirm", sender: "sender a", code });
        const { records } = await store.find({ ...query, after: "", limit: 10 });
        const wide = records as readonly ChangeBatch[];
        return { records: wide.filter(({ changes }) => changes[0]?.what === "confirmed") as never };
      },
    };
    const { changes } = await keepingDesk(racing).changes();
    expect(changes.map(({ what }) => what)).toEqual(["held", "confirmed"]);
  });
});

/** A batch of changes, each of the next in line of a booking. */
const batches = fc
  .array(fc.tuple(fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }), fc.nat(5)), { maxLength: 12 })
  .map((all): readonly ChangeBatch[] => {
    const next = new Map<number, number>();
    return all.map(([bookings, at], id) => ({
      id: `${id}`,
      at,
      changes: bookings.map((booking) => {
        const index = next.get(booking) ?? 0;
        next.set(booking, index + 1);
        return { code: `${booking}`, index } as UnplacedChange;
      }),
    }));
  });

describe("the order of batches", () => {
  test.prop([batches, fc.nat()])(
    "has of each booking one after the other, whatever clocks said",
    (all, seed) => {
      const first = all.filter((_, index) => (seed >> index) % 2 === 0);
      const known = new Map(all.map((batch) => [batch.id, batch]));
      const ordered = orderBatches(first, all).map((id) => known.get(id));
      const given = new Map<string, number>();
      for (const batch of ordered)
        for (const { code, index } of batch?.changes ?? []) {
          expect(index).toBe(given.get(code) ?? 0);
          given.set(code, index + 1);
        }
      for (const { id } of first) expect(ordered.map((batch) => batch?.id)).toContain(id);
    },
  );
});
