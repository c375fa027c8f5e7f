import { describe, expect, it } from "vitest";
import { bookingKind } from "../../src/booking/kinds.js";
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

const day = 86_400_000;
const siti = { details: { name: "Siti Nur'aini", birthDate: "1990-01-02" } };
const sitiAgain = { details: { name: "SITI NURAINI", birthDate: "1990-01-02" } };
const budi = { details: { name: "Budi", birthDate: "1980-03-04" } };

describe.each(stores)("forget, on %s", (_, createStore) => {
  it("cancels what is live, and leaves a booking of nobody", async () => {
    const { desk } = smallDesk({ offices: [officeWith({}, { capacity: 1 })], store: createStore() });
    const code = await book(desk, "a", { people: [siti] });
    const waiting = await wait(desk, "b");
    await desk.forget(sitiAgain);
    const [booking] = await desk.find({ code });
    expect(booking).toMatchObject({ state: "cancelled", places: 1, people: [] });
    expect(booking).not.toHaveProperty("sender");
    expect(booking?.history.slice(2)).toEqual([
      { what: "cancelled", at: monday, by: "system" },
      { what: "erased", at: monday, by: "system" },
    ]);
    expect(await stateOf(desk, waiting)).toBe("held");
    expect(await desk.export(siti)).toEqual([]);
    expect(await desk.find({ sender: "sender a" })).toEqual([]);
    expect(await desk.reconcile({ officeId: "north", date: "2017-08-07" })).toEqual({ kind: "sound" });
  });

  it("leaves a visit that is over as it was, without the person", async () => {
    const { desk, time } = smallDesk({ store: createStore() });
    const code = await book(desk, "a", { people: [siti] });
    time.now += day;
    await desk.forget(siti);
    expect(await desk.find({ code })).toMatchObject([
      { state: "confirmed", queueNumber: "0800-01", people: [] },
    ]);
  });

  it("takes one out of a party that goes on", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const code = await book(desk, "a", { people: [siti, budi] });
    await desk.forget(siti);
    expect(await desk.find({ code })).toMatchObject([
      { state: "confirmed", places: 2, people: [{ details: budi.details }] },
    ]);
    // She stood first, so that the address was hers.
    expect((await desk.find({ code }))[0]).not.toHaveProperty("sender");
    expect(await desk.export(budi)).toHaveLength(1);
  });

  it("books nobody anew where a message is delivered once more", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const call = { ...holdOf("a"), people: [siti], content: "#Siti#02011990#07082017" };
    const code = heldCode(await desk.hold(call));
    await desk.confirm(callOf("a", "confirm", code));
    await desk.forget(siti);
    expect(await desk.hold(call)).toEqual({ kind: "request-id-conflict" });
    expect(await desk.findAnswer(call)).toEqual({ kind: "request-id-conflict" });
    expect(await desk.confirm(callOf("a", "confirm", code))).toEqual({ kind: "request-id-conflict" });
  });

  it("lets the person book again by a new message", async () => {
    const { desk } = smallDesk({ store: createStore() });
    await book(desk, "a", { people: [siti] });
    const again = { ...holdOf("a"), requestId: "new", people: [siti] };
    const [, held] = await Promise.all([desk.forget(siti), desk.hold(again)]);
    expect(held.kind).toBe("person-has-booking");
    expect((await desk.hold(again)).kind).toBe("held");
  });

  it("forgets what was noted of who was alone", async () => {
    const store = createStore();
    const { desk, time } = smallDesk({ store });
    await book(desk, "a", { people: [siti] });
    await desk.note({ sender: "sender a", at: monday, draft: { content: "#Siti#?", until: monday + day } });
    await desk.forget(siti);
    time.now += 1;
    expect(await desk.recall({ sender: "sender a" })).toBeUndefined();
  });

  it("is of a person who is known by a key, too", async () => {
    const { desk } = smallDesk({ store: createStore() });
    await book(desk, "a");
    expect(await desk.export({ key: "person a" })).toMatchObject([{ sender: "sender a" }]);
    await desk.forget({ key: "person a" });
    expect(await desk.export({ key: "person a" })).toEqual([]);
  });
});

describe.each(stores)("export, on %s", (_, createStore) => {
  it("gives all bookings of a person, without the others of their parties", async () => {
    const { desk, time } = smallDesk({ store: createStore() });
    const code = await book(desk, "a", { people: [siti, budi] });
    time.now += day;
    const later = heldCode(await desk.hold({ ...holdOf("b"), people: [sitiAgain], date: "2017-08-09" }));
    const bookings = await desk.export(siti);
    expect(bookings.map((booking) => [booking.code, booking.people.length]).toSorted()).toEqual(
      [
        [code, 1],
        [later, 1],
      ].toSorted(),
    );
    expect(JSON.stringify(bookings)).not.toMatch(/Budi|1980-03-04/);
  });
});

describe.each(stores)("forgetBefore, on %s", (_, createStore) => {
  it("removes days that are over with all their bookings, and keeps the others", async () => {
    const { desk, time } = smallDesk({ store: createStore() });
    await book(desk, "a");
    const later = await book(desk, "b", { date: "2017-08-08" });
    time.now += 2 * day;
    const cutoffs = { visitsBefore: "2017-08-08", messagesBefore: 1 };
    expect(await desk.forgetBefore(cutoffs)).toBe(1);
    expect(await desk.find({ officeId: "north", date: "2017-08-07" })).toEqual([]);
    expect(await stateOf(desk, later)).toBe("confirmed");
    expect(await desk.forgetBefore(cutoffs)).toBe(0);
  });

  it("leaves of an erased visit no answer, and no ledger of a hold that had not lapsed yet", async () => {
    const store = createStore();
    const { desk, time } = smallDesk({ store });
    const call = { ...holdOf("a"), people: [siti] };
    await desk.hold(call);
    time.now += 2 * day;
    await desk.forgetBefore({ visitsBefore: "2017-08-08", messagesBefore: 1 });
    expect(await desk.hold(call)).toEqual({ kind: "request-id-conflict" });
    const key = { officeId: "north", date: "2017-08-07" };
    expect(await desk.reconcile(key)).toEqual({ kind: "sound" });
    const { allDue } = bookingKind.lookUps;
    expect(await store.find({ lookUp: allDue, value: [], upTo: time.now, limit: 1 })).toEqual({
      records: [],
    });
  });

  it("forgets answers after their own time", async () => {
    const { desk, time } = smallDesk({ store: createStore() });
    await desk.hold(holdOf("a"));
    await desk.note({ sender: "sender a", at: monday });
    time.now += 9 * day;
    await desk.forgetBefore({ visitsBefore: "2017-08-08", messagesBefore: monday + day });
    expect(await desk.findAnswer({ ...holdOf("a"), content: "" })).toBeUndefined();
  });

  it.each([
    { visitsBefore: "2017-08-08", messagesBefore: 1 },
    { visitsBefore: "soon", messagesBefore: 1 },
    { visitsBefore: "2017-08-07", messagesBefore: monday - 8 * day + 1 },
    { visitsBefore: "2017-08-07", messagesBefore: 0 },
  ])("refuses %o, which would forget too much, or nothing", async (cutoffs) => {
    await expect(smallDesk({ store: createStore() }).desk.forgetBefore(cutoffs)).rejects.toThrow(RangeError);
  });
});
