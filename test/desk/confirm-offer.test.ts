import type { Desk, OfficeRules } from "giliran";
import { describe, expect, it } from "vitest";
import { book, callOf, monday, officeWith, smallDesk, stateOf, wait } from "./small-desk.js";
import { stores } from "./stores.js";

const minute = 60_000;
const [tuesday, wednesday, thursday] = ["2017-08-08", "2017-08-09", "2017-08-10"];
const eight = monday + 120 * minute;

describe.each(stores)("an offer to who has a booking, on %s", (_, createStore) => {
  /** `a` is booked on Monday and waits for Tuesday, which `b` has. */
  async function openDesk(rules: Partial<OfficeRules>) {
    const { desk, time } = smallDesk({
      offices: [officeWith(rules, { capacity: 1 })],
      store: createStore(),
    });
    const own = await book(desk, "a");
    const taken = await book(desk, "b", { date: tuesday });
    const offered = await wait(desk, "a", { date: tuesday });
    const makeOffer = () => desk.cancel({ ...callOf("b", "cancel", taken), by: "staff" });
    return { desk, time, own, offered, makeOffer };
  }

  async function move(desk: Desk, code: string, date: string): Promise<string> {
    const moved = await desk.reschedule({ ...callOf("a", "move", code), date });
    if (moved.kind !== "rescheduled") throw new Error(`Expected a move, found ${moved.kind}.`);
    return moved.booking.code;
  }

  it("moves nothing more often than the office lets people, who keep both", async () => {
    const { desk, own, offered, makeOffer } = await openDesk({ reschedules: 1 });
    await makeOffer();
    const moved = await move(desk, own, thursday);
    expect(await desk.confirm(callOf("a", "confirm", offered))).toMatchObject({
      kind: "reschedule-limit",
      booking: { code: moved, date: thursday },
      limit: 1,
    });
    expect(await stateOf(desk, moved)).toBe("confirmed");
    expect(await stateOf(desk, offered)).toBe("held");
    const byStaff = { ...callOf("a", "confirm at the counter", offered), by: "staff" } as const;
    expect(await desk.confirm(byStaff)).toMatchObject({ kind: "confirmed", replaced: { code: moved } });
  });

  it("counts as one of the moves that the office lets people make", async () => {
    const { desk, offered, makeOffer } = await openDesk({ reschedules: 1 });
    await makeOffer();
    await desk.confirm(callOf("a", "confirm", offered));
    const again = await desk.reschedule({ ...callOf("a", "move", offered), date: wednesday });
    expect(again).toMatchObject({ kind: "reschedule-limit", limit: 1 });
  });

  it("gives nothing back later than the office wants to know", async () => {
    const { desk, time, own, offered, makeOffer } = await openDesk({ rescheduleNoticeMinutes: 60 });
    time.now = eight - 70 * minute;
    await makeOffer();
    time.now = eight - 50 * minute;
    expect(await desk.confirm(callOf("a", "confirm", offered))).toMatchObject({
      kind: "too-late",
      booking: { code: own },
      until: eight - 60 * minute,
    });
    expect(await stateOf(desk, own)).toBe("confirmed");
  });

  it("gives nothing back of which the ticket was shown, and can be taken when that visit is over", async () => {
    const { desk, time, own, offered, makeOffer } = await openDesk({ offerMinutes: 120 });
    time.now = eight - 30 * minute;
    await makeOffer();
    time.now = eight;
    await desk.claimUse({ officeId: "north", code: own, start: eight, at: eight, until: eight });
    for (const by of ["applicant", "staff"] as const)
      expect(await desk.confirm({ ...callOf("a", `confirm by ${by}`, offered), by })).toMatchObject({
        kind: "visit-over",
        booking: { code: own, usedAt: eight },
      });
    time.now = eight + 60 * minute;
    const later = await desk.confirm(callOf("a", "confirm", offered));
    expect(later).toMatchObject({ kind: "confirmed", booking: { date: tuesday } });
    expect(later).not.toHaveProperty("replaced");
    expect(await stateOf(desk, own)).toBe("confirmed");
  });
});

describe("the rules for moving a visit", () => {
  it("are those of the office that it is at, also where another is waited for", async () => {
    const north = officeWith({ rescheduleNoticeMinutes: 600 });
    const south = officeWith({}, { id: "south", capacity: 1 });
    const { desk } = smallDesk({ offices: [north, south] });
    await book(desk, "a");
    await book(desk, "b", { officeId: "south", date: tuesday });
    const waiting = await desk.joinWaitingList({
      ...callOf("a", "wait", ""),
      officeId: "south",
      date: tuesday,
      people: [{ key: "person a", details: {} }],
    });
    expect(waiting).toMatchObject({ kind: "too-late", until: eight - 600 * minute });
  });
});
