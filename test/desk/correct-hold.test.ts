import type { Desk, HoldCall, HoldOutcome } from "giliran";
import { describe, expect, it } from "vitest";
import { callOf, heldCode, holdOf, monday, officeWith, smallDesk, wait } from "./small-desk.js";
import { stores } from "./stores.js";

const minute = 60_000;
const tuesday = "2017-08-08";

/** The same sender asks for the same people, and says something else. */
function correct(desk: Desk, changes: Partial<HoldCall>): Promise<HoldOutcome> {
  return desk.hold({ ...holdOf("a"), ...changes });
}

function remark(text: string): HoldCall["people"] {
  return [{ key: "person a", details: { remark: text } }];
}

describe.each(stores)("a hold that is corrected, on %s", (_, createStore) => {
  it.each(["2017-08-07", tuesday])("lasts no longer in all than a hold may, on %s", async (date) => {
    const { desk, time } = smallDesk({ store: createStore() });
    await desk.hold(holdOf("a"));
    time.now += 29 * minute;
    const corrected = await correct(desk, { requestId: "correction", date, people: remark("new") });
    expect(corrected).toMatchObject({
      kind: "held",
      booking: { date, expiresAt: monday + 30 * minute, heldSince: monday },
    });
    time.now += minute;
    const code = heldCode(corrected);
    expect((await desk.confirm(callOf("a", "confirm", code))).kind).toBe("hold-lapsed");
  });

  it("is held for as long again where the office's longest hold has room for it", async () => {
    const offices = [officeWith({ holdMinutes: 30, longestHoldMinutes: 50, holdReminderMinutes: 5 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    await desk.hold(holdOf("a"));
    time.now += 10 * minute;
    expect(await correct(desk, { requestId: "first", date: tuesday })).toMatchObject({
      booking: { expiresAt: monday + 40 * minute, notices: [{ at: monday + 35 * minute }] },
    });
    time.now += 20 * minute;
    const second = await correct(desk, { requestId: "second", people: remark("new") });
    expect(second).toMatchObject({
      booking: { expiresAt: monday + 50 * minute, notices: [{ at: monday + 45 * minute }] },
    });
    expect((await desk.extend(callOf("a", "extend", heldCode(second)))).kind).toBe("longest-hold");
  });

  it("keeps no place by being corrected for ever", async () => {
    const { desk, time } = smallDesk({ offices: [officeWith({}, { capacity: 1 })], store: createStore() });
    await desk.hold(holdOf("a"));
    const waiting = await wait(desk, "b");
    for (const text of ["one", "two", "three"]) {
      time.now += 14 * minute;
      await correct(desk, { requestId: text, people: remark(text) });
    }
    expect(await desk.find({ code: waiting })).toMatchObject([{ state: "held" }]);
  });

  it("lasts for as long as the offer that it corrects", async () => {
    const rules = { holdMinutes: 10, offerMinutes: 30 };
    const offices = [officeWith(rules, { capacity: 1 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const taken = heldCode(await desk.hold(holdOf("b")));
    await wait(desk, "a");
    await desk.cancel(callOf("b", "cancel", taken));
    time.now += 15 * minute;
    const corrected = await correct(desk, { people: remark("new") });
    expect(corrected).toMatchObject({ kind: "held", booking: { expiresAt: monday + 25 * minute, turn: 1 } });
    time.now += 5 * minute;
    const extended = await desk.extend(callOf("a", "extend", heldCode(corrected)));
    expect(extended).toMatchObject({ kind: "extended", booking: { expiresAt: monday + 30 * minute } });
  });
});
