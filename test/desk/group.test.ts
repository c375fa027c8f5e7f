import { defineOffice, type Office, type OfficeConfig } from "giliran";
import { describe, expect, it } from "vitest";
import { askedDaysOf } from "../../src/booking/grounds.js";
import { holdOf, monday, smallDesk, smallOffice } from "./small-desk.js";
import { stallingStore } from "./stalling-store.js";

/** One place a day, on the day of the test only. */
const member = (id: string, changes: Partial<OfficeConfig> = {}) =>
  defineOffice(smallOffice(id, { capacity: 1, group: "jakarta", rules: { opensDaysBefore: 0 }, ...changes }));

async function alternativesOf(...others: readonly Office[]) {
  const { desk } = smallDesk({ offices: [member("north"), ...others] });
  await desk.hold(holdOf("a"));
  const refused = await desk.hold(holdOf("b"));
  return "alternatives" in refused ? refused.alternatives : refused;
}

describe("a refusal at one office of a group", () => {
  it("names the same date at the others, in the order of the desk, and says as of when", async () => {
    expect(await alternativesOf(member("west"), member("east"))).toEqual(
      ["west", "east"].map((officeId) => ({
        officeId,
        date: "2017-08-07",
        window: "08:00",
        until: "09:00",
        asOf: monday,
      })),
    );
  });

  it("names three at most", async () => {
    const names = ["west", "east", "south", "centre"];
    expect(await alternativesOf(...names.map((name) => member(name)))).toMatchObject(
      names.slice(0, 3).map((officeId) => ({ officeId })),
    );
  });

  it("names none that would refuse it too", async () => {
    expect(
      await alternativesOf(
        member("elsewhere", { group: "bogor" }),
        member("closed", { closures: { "2017-08-07": "Inventory" } }),
        member("later", { rules: { opensDaysBefore: 0, intakeHours: ["07:30-10:00"] } }),
        member("released", { rules: { opensDaysBefore: 0, releaseTime: "07:00" } }),
        member("noticed", { rules: { noticeMinutes: 180 } }),
        member("elderly", { capacity: { priority: 4 } }),
      ),
    ).toEqual([]);
  });

  it("sees what the others have given, and what has lapsed there", async () => {
    const { desk, time } = smallDesk({ offices: [member("north"), member("south")] });
    await desk.hold({ ...holdOf("a"), officeId: "south" });
    time.now += 20 * 60_000;
    await desk.hold(holdOf("b"));
    expect(await desk.hold(holdOf("c"))).toMatchObject({ kind: "day-full", alternatives: [] });
    time.now += 10 * 60_000;
    expect(await desk.hold(holdOf("c"))).toMatchObject({
      kind: "day-full",
      alternatives: [{ officeId: "south", asOf: time.now }],
    });
  });

  it("tells where a kind of place is offered that the asked office never has", async () => {
    const elderly = member("elderly", { capacity: { general: 1, priority: 4 } });
    const { desk } = smallDesk({ offices: [member("north"), elderly] });
    expect(await desk.hold({ ...holdOf("a"), pool: "priority" })).toMatchObject({
      kind: "pool-not-offered",
      pools: ["general"],
      alternatives: [{ officeId: "elderly" }],
    });
  });

  it("names what is nearest to the time that was wished for", async () => {
    const hours = { mon: ["08:00-12:00"], tue: ["08:00-12:00"] };
    const rules = { opensDaysBefore: 1, bookingsPerSender: 9 };
    const offices = [member("north", { hours, rules }), member("south", { hours, rules })];
    const { desk } = smallDesk({ offices });
    for (const name of ["a", "b", "c", "d"]) await desk.hold(holdOf(name));
    expect(await desk.hold({ ...holdOf("e"), prefer: "10:15" })).toMatchObject({
      kind: "day-full",
      alternatives: [
        { officeId: "north", date: "2017-08-08", window: "10:00" },
        { officeId: "south", date: "2017-08-07", window: "10:00", asOf: monday },
      ],
    });
  });

  it("names those that take requests now, where the asked one does not", async () => {
    const asked = member("north", { rules: { opensDaysBefore: 1, intakeHours: ["07:30-10:00"] } });
    const { desk } = smallDesk({ offices: [asked, member("south")] });
    expect(await desk.hold(holdOf("a"))).toMatchObject({
      kind: "outside-intake-hours",
      alternatives: [{ officeId: "south", date: "2017-08-07" }],
    });
  });

  it("costs one look for all who are refused together, and waits for no lane of theirs", async () => {
    let looks = 0;
    const { store, stalled, release } = stallingStore((call, scope) => {
      if (call === "read" && askedDaysOf(scope).due.length > 0) looks++;
      return call === "transact" && askedDaysOf(scope).due.some(({ officeId }) => officeId === "south");
    });
    const { desk } = smallDesk({ store, offices: [member("north"), member("south")] });
    const waiting = desk.hold({ ...holdOf("z"), officeId: "south" });
    await stalled;
    const outcomes = await Promise.all(["a", "b", "c", "d"].map((name) => desk.hold(holdOf(name))));
    expect(outcomes.map(({ kind }) => kind)).toEqual(["held", "day-full", "day-full", "day-full"]);
    expect(outcomes[3]).toMatchObject({ alternatives: [{ officeId: "south" }] });
    expect(looks).toBe(1);
    release();
    expect((await waiting).kind).toBe("held");
  });
});

describe("a date on which an office is other than usual", () => {
  it("is not called full where it has no such place or none for the party", async () => {
    const office = member("north", {
      capacity: { general: 4, priority: 1 },
      days: { "2017-08-07": { hours: ["08:00-09:00"], capacity: 2 } },
      rules: { opensDaysBefore: 1 },
    });
    const { desk } = smallDesk({ offices: [office] });
    const people = ["a", "b", "c"].map((key) => ({ key, details: {} }));
    const tuesday = { officeId: "north", date: "2017-08-08", window: "08:00", until: "09:00" };
    expect(await desk.hold({ ...holdOf("a"), pool: "priority" })).toMatchObject({
      kind: "pool-not-offered",
      pools: ["general"],
      alternatives: [tuesday],
    });
    expect(await desk.hold({ ...holdOf("a"), people })).toMatchObject({
      kind: "party-too-large",
      largest: 2,
      alternatives: [tuesday],
    });
  });
});
