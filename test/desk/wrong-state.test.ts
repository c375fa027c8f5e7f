import { describe, expect, it } from "vitest";
import { book, callOf, heldCode, holdOf, officeWith, smallDesk, wait } from "./small-desk.js";
import { stores } from "./stores.js";

const minute = 60_000;
const tuesday = "2017-08-08";
const eight = Date.parse("2017-08-07T08:00+07:00");

type State = "waiting" | "held" | "confirmed" | "cancelled" | "lapsed" | "used" | "over";

/** What each action is told of a booking in each state, when it comes once more or too late. */
const told: readonly (readonly [State, string, string, string, string])[] = [
  // state, confirm, cancel, extend, reschedule
  ["waiting", "waiting", "cancelled", "waiting", "waiting"],
  ["held", "confirmed", "cancelled", "extended", "rescheduled"],
  ["confirmed", "already-confirmed", "cancelled", "already-confirmed", "rescheduled"],
  ["cancelled", "cancelled", "already-cancelled", "cancelled", "cancelled"],
  ["lapsed", "hold-lapsed", "hold-lapsed", "hold-lapsed", "hold-lapsed"],
  ["used", "already-confirmed", "visit-over", "already-confirmed", "visit-over"],
  ["over", "already-confirmed", "visit-over", "already-confirmed", "visit-over"],
];
const effects = ["confirmed", "cancelled", "extended", "rescheduled"];

describe.each(stores)("a booking on %s", (_, createStore) => {
  /** A booking of somebody that has come to that state. */
  async function bookingThatIs(state: State) {
    const offices = [officeWith({ longestHoldMinutes: 60 }, { capacity: 1 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    if (state === "waiting") {
      await book(desk, "other");
      return { desk, code: await wait(desk, "a") };
    }
    const isCertain = state === "confirmed" || state === "used" || state === "over";
    const code = isCertain ? await book(desk, "a") : heldCode(await desk.hold(holdOf("a")));
    time.now += minute;
    if (state === "cancelled") await desk.cancel(callOf("a", "first", code));
    if (state === "lapsed") time.now += 30 * minute;
    if (state === "used")
      await desk.claimUse({ officeId: "north", code, start: eight, at: time.now, until: eight });
    if (state === "over") time.now = eight + 60 * minute;
    return { desk, code };
  }

  it.each(told)("that is %s answers a code with what it is", async (state, ...kinds) => {
    for (const [index, action] of (["confirm", "cancel", "extend", "reschedule"] as const).entries()) {
      const { desk, code } = await bookingThatIs(state);
      const before = await desk.find({ code });
      const call = callOf("a", `then ${action}`, code);
      const outcome = await (action === "reschedule"
        ? desk.reschedule({ ...call, date: tuesday })
        : desk[action](call));
      expect(outcome.kind, action).toBe(kinds[index]);
      const isDone = effects.includes(outcome.kind) && outcome.kind !== state;
      const after = await desk.find({ code });
      if (!isDone) expect(after.map(withoutHistory), action).toEqual(before.map(withoutHistory));
      expect(await desk.reconcile({ officeId: "north", date: "2017-08-07" })).toEqual({ kind: "sound" });
    }
  });
});

/** That a hold had lapsed is written down when somebody looks. */
function withoutHistory({ history: _, ...rest }: { readonly history: unknown }): unknown {
  return rest;
}
