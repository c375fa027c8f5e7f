import type { BlockedQuery } from "giliran";
import { describe, expect, it } from "vitest";
import { callOf, heldCode, holdOf, smallDesk } from "./small-desk.js";

describe("isBlocked", () => {
  it("is asked of every action of an applicant, with the people as they were given", async () => {
    const asked: BlockedQuery[] = [];
    const { desk } = smallDesk({
      isBlocked(query) {
        asked.push(query);
        return false;
      },
    });
    const call = holdOf("a");
    const code = heldCode(await desk.hold(call));
    await desk.extend(callOf("a", "extend", code));
    await desk.confirm(callOf("a", "confirm", code));
    await desk.reschedule({ ...callOf("a", "move", code), date: "2017-08-08" });
    await desk.joinWaitingList({ ...call, requestId: "wait" });
    await desk.cancel(callOf("a", "cancel", code));
    await desk.cancel({ requestId: "by staff", by: "staff", code });
    expect(asked).toEqual([
      { action: "hold", sender: "sender a", people: call.people },
      { action: "extend", sender: "sender a", people: [] },
      { action: "confirm", sender: "sender a", people: [] },
      { action: "reschedule", sender: "sender a", people: [] },
      { action: "joinWaitingList", sender: "sender a", people: call.people },
      { action: "cancel", sender: "sender a", people: [] },
    ]);
  });

  it("comes after what can't be, and before anything that the office says", async () => {
    const { desk } = smallDesk({ isBlocked: ({ sender }) => sender === "sender a" });
    const call = { ...holdOf("a"), date: "2017-12-24", pool: "vip" };
    expect((await desk.hold({ ...call, date: "soon" })).kind).toBe("malformed");
    expect((await desk.hold({ ...call, officeId: "south" })).kind).toBe("unknown-office");
    expect(await desk.hold(call)).toEqual({ kind: "blocked" });
    expect((await desk.hold({ ...call, sender: "sender b" })).kind).toBe("pool-not-offered");
    expect((await desk.confirm(callOf("a", "confirm", "7HXW9TB6"))).kind).toBe("blocked");
  });

  it("takes back no answer that was given before", async () => {
    const blocked = new Set<string>();
    const { desk } = smallDesk({ isBlocked: ({ sender }) => blocked.has(sender) });
    const held = await desk.hold(holdOf("a"));
    const code = heldCode(held);
    const confirm = callOf("a", "confirm", code);
    const confirmed = await desk.confirm(confirm);
    const move = { ...callOf("a", "move", code), date: "2017-08-08" };
    const moved = await desk.reschedule(move);
    blocked.add("sender a");
    expect(await desk.hold(holdOf("a"))).toEqual(held);
    expect(await desk.confirm(confirm)).toEqual(confirmed);
    expect(await desk.reschedule(move)).toEqual(moved);
    expect((await desk.hold({ ...holdOf("a"), date: "2017-08-09" })).kind).toBe("request-id-conflict");
    expect((await desk.hold({ ...holdOf("a"), requestId: "new" })).kind).toBe("blocked");
  });

  it("fails its own call alone where it throws or rejects", async () => {
    const { desk } = smallDesk({
      isBlocked({ sender }) {
        if (sender === "sender a") throw new TypeError("no list");
        return sender === "sender b" ? Promise.reject(new TypeError("no list")) : false;
      },
    });
    const [first, second, third] = await Promise.allSettled(
      ["a", "b", "c"].map((name) => desk.hold(holdOf(name))),
    );
    expect(first).toMatchObject({ status: "rejected", reason: { message: "no list" } });
    expect(second).toMatchObject({ status: "rejected", reason: { message: "no list" } });
    expect(third).toMatchObject({ value: { kind: "held" } });
  });

  it("holds up its own call alone where it is slow", async () => {
    let answer: (blocked: boolean) => void = () => undefined;
    const slow = new Promise<boolean>((resolve) => {
      answer = resolve;
    });
    const { desk } = smallDesk({ isBlocked: ({ sender }) => (sender === "sender a" ? slow : false) });
    const waiting = desk.hold(holdOf("a"));
    expect((await desk.hold(holdOf("b"))).kind).toBe("held");
    answer(false);
    expect((await waiting).kind).toBe("held");
  });
});
