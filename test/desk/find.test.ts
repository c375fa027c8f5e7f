import { createDesk, defineOffice, memoryStore } from "giliran";
import { sqliteStore } from "giliran/sqlite";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import { book, heldCode, holdOf, monday, smallDesk, smallOffice } from "./small-desk.js";

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

describe("find of dates of an office", () => {
  it("gives the order of dates, windows and queue numbers, and who has no number behind", async () => {
    const hours = { mon: ["08:00-10:00"], tue: ["08:00-10:00"] };
    const { desk } = smallDesk({ offices: [defineOffice(smallOffice("north", { hours }))] });
    const held = heldCode(await desk.hold({ ...holdOf("held"), window: "08:00" }));
    const codes: string[] = [];
    for (const [name, date, window] of [
      ["d", "2017-08-08", "08:00"],
      ["b", "2017-08-07", "09:00"],
      ["c", "2017-08-07", "09:00"],
      ["a", "2017-08-07", "08:00"],
    ] as const)
      codes.push(await book(desk, name, { date, window }));
    const [d, b, c, a] = codes;
    const find = async (dates: { date: string; until?: string }) =>
      (await desk.find({ officeId: "north", ...dates })).map(({ code }) => code);
    expect(await find({ date: "2017-08-07" })).toEqual([a, held, b, c]);
    expect(await find({ date: "2017-08-07", until: "2017-08-09" })).toEqual([a, held, b, c, d]);
    for (const until of ["2017-08-06", "soon", "2019-08-07"])
      await expect(find({ date: "2017-08-07", until })).rejects.toThrow(RangeError);
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
