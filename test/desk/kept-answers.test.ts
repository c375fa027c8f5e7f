import type { Answer, BookingStore } from "giliran";
import { describe, expect, it } from "vitest";
import { answerKind } from "../../src/booking/kinds.js";
import { savedOf } from "../../src/store/scope.js";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import { callOf, heldCode, holdOf, monday, officeWith, smallDesk, twoWindows } from "./small-desk.js";
import { stores } from "./stores.js";

const day = 86_400_000;
const siti = { details: { name: "Siti Nur'aini", birthDate: "1990-01-02", phone: "62812555" } };

/** A store, and all answers that were saved in it. */
function listening(store: BookingStore): { readonly store: BookingStore; readonly answers: Answer[] } {
  const answers: Answer[] = [];
  const transact: BookingStore["transact"] = (scope, decide) =>
    store.transact(scope, (records, wide) => {
      const decision = decide(records, wide);
      if (!("widen" in decision)) answers.push(...savedOf(decision, answerKind));
      return decision;
    });
  return { store: { ...store, transact }, answers };
}

describe.each(stores)("an answer that is kept, on %s", (_, createStore) => {
  it("is given again as it was, whatever became of the booking", async () => {
    const offices = [officeWith({ longestHoldMinutes: 120 })];
    const { desk, time } = smallDesk({ offices, store: createStore() });
    const hold = { ...holdOf("a"), people: [siti] };
    const held = await desk.hold(hold);
    const code = heldCode(held);
    time.now += 60_000;
    const extend = callOf("a", "extend", code);
    const extended = await desk.extend(extend);
    expect(extended.kind).toBe("extended");
    const confirm = callOf("a", "confirm", code);
    const confirmed = await desk.confirm(confirm);
    expect(confirmed.kind).toBe("confirmed");
    time.now += 60_000;
    const move = { ...callOf("a", "move", code), date: "2017-08-08" };
    const moved = await desk.reschedule(move);
    expect(moved.kind).toBe("rescheduled");
    time.now += 7 * day;
    expect(await desk.hold(hold)).toEqual(held);
    expect(await desk.extend(extend)).toEqual(extended);
    expect(await desk.confirm(confirm)).toEqual(confirmed);
    expect(await desk.reschedule(move)).toEqual(moved);
  });

  it("is given again to who waited and has a place by now", async () => {
    const { desk } = smallDesk({ offices: [officeWith({}, twoWindows)], store: createStore() });
    await desk.hold(holdOf("a"));
    const code = heldCode(await desk.hold(holdOf("b")));
    const waiting = await desk.joinWaitingList(holdOf("c"));
    expect(waiting).toMatchObject({ kind: "waiting", booking: { window: "08:00", until: "10:00" } });
    await desk.cancel(callOf("b", "cancel", code));
    expect(await desk.find({ sender: "sender c" })).toMatchObject([{ state: "held", window: "09:00" }]);
    expect(await desk.joinWaitingList(holdOf("c"))).toEqual(waiting);
  });

  it("is given again though the day that the party left was erased", async () => {
    const { desk, time } = smallDesk({ store: createStore() });
    const code = heldCode(await desk.hold({ ...holdOf("a"), people: [siti] }));
    const move = { ...callOf("a", "move", code), date: "2017-08-10" };
    const moved = await desk.reschedule(move);
    expect(moved).toMatchObject({ kind: "rescheduled", replaced: { people: [siti] } });
    time.now += 2 * day;
    expect(await desk.forgetBefore({ visitsBefore: "2017-08-09", messagesBefore: 1 })).toBe(1);
    expect(await desk.reschedule(move)).toEqual(moved);
  });

  it("holds nothing of a person or a sender", async () => {
    const { store, answers } = listening(createStore());
    const { desk } = smallDesk({ store });
    const held = await desk.hold({ ...holdOf("a"), people: [siti] });
    const code = heldCode(held);
    await desk.confirm(callOf("a", "confirm", code));
    await desk.reschedule({ ...callOf("a", "move", code), date: "2017-08-08" });
    expect(answers).toHaveLength(3);
    expect(JSON.stringify(answers)).not.toMatch(/siti|1990|62812555|sender/i);
  });

  it("is told to nobody after they were forgotten", async () => {
    const { store, answers } = listening(createStore());
    const { desk } = smallDesk({ store });
    const hold = { ...holdOf("a"), people: [siti] };
    const code = heldCode(await desk.hold(hold));
    const confirm = callOf("a", "confirm", code);
    await desk.confirm(confirm);
    const move = { ...callOf("a", "move", code), date: "2017-08-08" };
    await desk.reschedule(move);
    await desk.forget(siti);
    const known = { kind: "request-id-conflict" };
    expect(await desk.hold(hold)).toEqual(known);
    expect(await desk.confirm(confirm)).toEqual(known);
    expect(await desk.reschedule(move)).toEqual(known);
    expect(await desk.hold({ ...hold, date: "2017-08-09" })).toEqual(known);
    expect(answers).toHaveLength(3);
  });

  it("comes to a sender under the address that asked, and to staff under the present one", async () => {
    const { desk } = smallDesk({ store: createStore() });
    const held = await desk.hold(holdOf("a"));
    const confirm = { requestId: "confirm", code: heldCode(held), by: "staff" } as const;
    const confirmed = await desk.confirm(confirm);
    await desk.handOver({ from: "sender a", to: "sender b" });
    expect(await desk.hold(holdOf("a"))).toEqual(held);
    const again = await desk.confirm(confirm);
    expect(confirmed).toMatchObject({ kind: "confirmed", booking: { sender: "sender a" } });
    expect(again).toMatchObject({ kind: "confirmed", booking: { sender: "sender b" } });
  });

  it("is nobody else's where the code of an erased booking was drawn once more", async () => {
    const store = createStore();
    const settings = { store, randomBytes: seededBytes(7) };
    const { desk, time } = smallDesk(settings);
    const code = heldCode(await desk.hold(holdOf("a")));
    time.now += 2 * day;
    await desk.forgetBefore({ visitsBefore: "2017-08-08", messagesBefore: 1 });
    const again = smallDesk({ ...settings, randomBytes: seededBytes(7), now: () => monday + 2 * day }).desk;
    const other = await again.hold({ ...holdOf("b"), date: "2017-08-10" });
    expect(heldCode(other)).toBe(code);
    expect(await desk.hold(holdOf("a"))).toEqual({ kind: "request-id-conflict" });
  });
});
