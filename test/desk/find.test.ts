import { createDesk, defineOffice, memoryStore } from "giliran";
import { sqliteStore } from "giliran/sqlite";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import { heldCode, holdOf, monday, smallDesk, smallOffice } from "./small-desk.js";

const stores = [
  { name: "memory", create: memoryStore },
  { name: "SQLite", create: () => sqliteStore({ database: new Database(":memory:") }) },
];

describe.each(stores)("find on $name", ({ create }) => {
  it("gives more bookings than fit a page, each once, in the order of their codes", async () => {
    const rules = { bookingsPerSender: 2000, opensDaysBefore: 0 };
    const offices = [defineOffice(smallOffice("north", { capacity: 2000, rules }))];
    const desk = createDesk({ offices, store: create(), secret: "sixteen letters.", now: () => monday });
    const holds = Array.from({ length: 1001 }, (_, index) =>
      desk.hold({ ...holdOf(`${index}`), sender: "broker" }),
    );
    const codes = (await Promise.all(holds)).map(heldCode).sort();
    const ofDay = await desk.find({ officeId: "north", date: "2017-08-07" });
    expect(ofDay.map(({ code }) => code)).toEqual(codes);
    const ofSender = await desk.find({ sender: "broker" });
    expect(ofSender.map(({ code }) => code)).toEqual(codes);
  });
});

describe("find and availability", () => {
  it("show a hold lapsed from its end on, before anything is written", async () => {
    const { desk, time } = smallDesk();
    const code = heldCode(await desk.hold(holdOf("a")));
    const query = { officeId: "north", from: "2017-08-07", days: 1 };
    expect(await desk.availability(query)).toMatchObject([{ slots: [{ placesLeft: { general: 1 } }] }]);
    time.now += 30 * 60_000 - 1;
    expect(await desk.find({ code })).toMatchObject([{ state: "held" }]);
    time.now += 1;
    expect(await desk.find({ code })).toMatchObject([{ state: "lapsed" }]);
    expect(await desk.availability(query)).toMatchObject([{ slots: [{ placesLeft: { general: 2 } }] }]);
  });

  it("refuse an office that the desk does not have", async () => {
    const { desk } = smallDesk();
    const asked = desk.availability({ officeId: "south", from: "2017-08-07", days: 1 });
    await expect(asked).rejects.toThrow('Expected an office of this desk (north), found "south".');
    await expect(desk.availability({ officeId: "north", from: "2017-08-07", days: 0 })).rejects.toThrow(
      RangeError,
    );
  });
});
