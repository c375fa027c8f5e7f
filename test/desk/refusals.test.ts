import { defineOffice, type HoldCall } from "giliran";
import { describe, expect, it } from "vitest";
import { book, heldCode, holdOf, officeWith, smallDesk, smallOffice, wait } from "./small-desk.js";

const person = (key: string) => ({ key, details: {} });
const opening = ["08:00-09:00"];
const everyDay = {
  mon: opening,
  tue: opening,
  wed: opening,
  thu: opening,
  fri: opening,
  sat: opening,
  sun: opening,
};

describe("a request that is wrong in many ways", () => {
  it("is told the first reason of the documented order", async () => {
    const office = smallOffice("north", {
      capacity: { general: 2, priority: 1 },
      closures: { "2017-08-09": "Inventory" },
      rules: { opensDaysBefore: 3, bookingsPerSender: 2 },
    });
    const { desk } = smallDesk({ offices: [defineOffice(office)] });
    const known = { ...holdOf("a"), sender: "broker" };
    await desk.hold(known);
    await desk.hold({ ...holdOf("b"), sender: "broker" });

    // Each line mends what the line before it was refused for.
    const steps: Partial<HoldCall>[] = [
      { officeId: "south", pool: "", people: [person("person a"), person("x"), person("y")] },
      { requestId: "new" },
      { pool: "vip" },
      { officeId: "north" },
      { pool: "general", date: "2017-08-11" },
      { people: [person("person a")], sender: "somebody" },
      { date: "2017-08-09" },
      { date: "2017-08-07" },
      { people: [person("x")], sender: "broker" },
      { sender: "somebody else" },
      { people: [person("y")], pool: "priority", sender: "one more" },
    ];
    let call: HoldCall = { ...known, date: "2017-08-11" };
    const kinds: string[] = [];
    for (const step of steps) {
      call = { ...call, ...step };
      kinds.push((await desk.hold(call)).kind);
    }
    expect(kinds).toEqual([
      "request-id-conflict",
      "malformed",
      "unknown-office",
      "pool-not-offered",
      "party-too-large",
      "outside-booking-window",
      "office-closed",
      "person-has-booking",
      "sender-limit",
      "pool-full",
      "held",
    ]);
    const full = await desk.hold({ ...call, requestId: "last", people: [person("z")], sender: "z" });
    expect(full.kind).toBe("day-full");
  });
});

describe("what a refusal names as free", () => {
  it("can be held in that window, at once", async () => {
    const { desk } = smallDesk();
    await Promise.all(["a", "b"].map((name) => desk.hold(holdOf(name))));
    const refused = await desk.hold(holdOf("c"));
    expect(refused).toEqual({
      kind: "day-full",
      officeId: "north",
      date: "2017-08-07",
      alternatives: ["2017-08-08", "2017-08-09", "2017-08-10"].map((date) => ({
        officeId: "north",
        date,
        window: "08:00",
        until: "09:00",
      })),
    });
    expect(await desk.hold({ ...holdOf("c"), date: "2017-08-08" })).toMatchObject({
      kind: "held",
      booking: { date: "2017-08-08", window: "08:00" },
    });
  });

  it("is three dates however far apart they are", async () => {
    const open = { opensDaysBefore: 366, bookingsPerPerson: 400, bookingsPerSender: 400 };
    const offices = [defineOffice(smallOffice("north", { capacity: 1, rules: open }))];
    const { desk } = smallDesk({ offices });
    const free = ["2017-08-10", "2017-11-15", "2018-06-20"];
    const days = await desk.availability({ officeId: "north", from: "2017-08-07", days: 366 });
    const others = days.filter(({ kind, date }) => kind === "open" && !free.includes(date));
    for (const { date } of others)
      await desk.hold({ ...holdOf("a"), requestId: date, date, people: [person(date)] });
    const refused = await desk.hold({ ...holdOf("b"), date: "2017-08-07" });
    expect(refused).toMatchObject({ kind: "day-full", alternatives: free.map((date) => ({ date })) });
  });

  it.each([75, 90, 366])(
    "is the last of %i days where more wait for it than are read at first",
    async (last) => {
      const rules = { opensDaysBefore: last, holdMinutes: 10_080 };
      const offices = [officeWith(rules, { hours: everyDay })];
      const { desk } = smallDesk({ offices });
      const days = await desk.availability({ officeId: "north", from: "2017-08-08", days: last });
      const dates = days.map(({ date }) => date);
      const far = dates.at(-1) ?? "";
      const pair = (name: string) => [person(`${name} 1`), person(`${name} 2`)];
      for (const date of dates)
        await desk.hold({ ...holdOf(date), date, people: date === far ? [person(far)] : pair(date) });
      for (let index = 0; index < 33; index++)
        await wait(desk, `w${index}`, { date: far, people: pair(`w${index}`) });
      const [refused, mate] = await Promise.all([
        desk.hold({ ...holdOf("a"), date: "2017-08-08" }),
        desk.hold(holdOf("b")),
      ]);
      expect(refused).toMatchObject({
        kind: "day-full",
        alternatives: [{ date: "2017-08-07" }, { date: far }],
      });
      expect(mate.kind).toBe("held");
    },
  );

  it("is nothing where nothing is", async () => {
    const offices = [defineOffice(smallOffice("north", { capacity: 1, rules: { opensDaysBefore: 1 } }))];
    const { desk } = smallDesk({ offices });
    await desk.hold(holdOf("a"));
    await desk.hold({ ...holdOf("b"), date: "2017-08-08" });
    expect(await desk.hold(holdOf("c"))).toMatchObject({ kind: "day-full", alternatives: [] });
  });

  it("does not name the place of the hold that is corrected, which the party has", async () => {
    const offices = [defineOffice(smallOffice("north", { capacity: 1, rules: { opensDaysBefore: 1 } }))];
    const { desk } = smallDesk({ offices });
    const code = heldCode(await desk.hold(holdOf("a")));
    await desk.hold({ ...holdOf("b"), date: "2017-08-08" });
    const correction = { ...holdOf("a"), requestId: "correction", date: "2017-08-08" };
    expect(await desk.hold(correction)).toMatchObject({
      kind: "day-full",
      alternatives: [],
    });
    expect(await desk.find({ code })).toMatchObject([{ state: "held" }]);
  });

  it("names a day that was read only because the sender has a booking there, though holds there are overdue", async () => {
    const { desk, time } = smallDesk({ offices: [officeWith({ opensDaysBefore: 1 })] });
    const tuesday = "2017-08-08";
    await book(desk, "a", { date: tuesday });
    await desk.hold({ ...holdOf("b"), date: tuesday });
    await book(desk, "c");
    await book(desk, "d");
    time.now += 30 * 60_000;
    expect(await desk.hold({ ...holdOf("e"), sender: "sender a" })).toMatchObject({
      kind: "day-full",
      alternatives: [{ date: tuesday }],
    });
  });
});
