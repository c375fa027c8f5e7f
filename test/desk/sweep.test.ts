import { defineOffice } from "giliran";
import { describe, expect, it } from "vitest";
import { bookingKind } from "../../src/booking/kinds.js";
import { book, heldCode, holdOf, monday, officeWith, smallDesk, smallOffice, wait } from "./small-desk.js";
import { stores } from "./stores.js";

const minute = 60_000;

describe.each(stores)("sweep, on %s", (_, createStore) => {
  it("writes down that holds have lapsed, at every office", async () => {
    const store = createStore();
    const offices = [defineOffice(smallOffice("north")), defineOffice(smallOffice("south"))];
    const { desk, time } = smallDesk({ offices, store });
    const codes = [
      heldCode(await desk.hold(holdOf("a"))),
      heldCode(await desk.hold({ ...holdOf("b"), officeId: "south", date: "2017-08-08" })),
    ];
    time.now += 30 * minute;
    await desk.sweep();
    const { allDue } = bookingKind.lookUps;
    expect(await store.find({ lookUp: allDue, value: [], upTo: time.now, limit: 10 })).toEqual({
      records: [],
    });
    for (const code of codes)
      expect(await desk.find({ code })).toMatchObject([
        { state: "lapsed", history: [{}, { what: "lapsed", at: monday + 30 * minute, by: "system" }] },
      ]);
  });

  it("leaves alone what is not due", async () => {
    const { desk } = smallDesk({ store: createStore() });
    await desk.hold(holdOf("a"));
    const before = await desk.find({ officeId: "north", date: "2017-08-07" });
    await desk.sweep();
    expect(await desk.find({ officeId: "north", date: "2017-08-07" })).toEqual(before);
  });

  it("offers what a larger office has to who waited for the smaller one", async () => {
    const store = createStore();
    const { desk } = smallDesk({ offices: [officeWith({}, { capacity: 1 })], store });
    await book(desk, "a");
    const waiting = await wait(desk, "b");
    await desk.sweep();
    const { desk: larger } = smallDesk({ offices: [officeWith({})], store });
    await larger.sweep();
    expect(await larger.find({ code: waiting })).toMatchObject([{ state: "held" }]);
  });

  it("offers a longer day to who waits for it", async () => {
    const store = createStore();
    const { desk } = smallDesk({ offices: [officeWith({}, { capacity: 1 })], store });
    await book(desk, "a");
    const waiting = await wait(desk, "b");
    const offices = [officeWith({}, { capacity: 1, hours: { mon: ["08:00-10:00"] } })];
    const { desk: longer } = smallDesk({ offices, store });
    await longer.sweep();
    expect(await longer.find({ code: waiting })).toMatchObject([{ state: "held", window: "09:00" }]);
  });
});
