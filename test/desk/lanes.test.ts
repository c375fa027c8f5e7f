import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import { bookingCodes, defineOffice, StoreError } from "giliran";
import { describe, expect, it } from "vitest";
import { askedDaysOf } from "../../src/booking/grounds.js";
import { bookingKind } from "../../src/booking/kinds.js";
import { savedOf } from "../../src/store/scope.js";
import { heldCode, holdOf, smallDesk, smallOffice } from "./small-desk.js";
import { stallingStore } from "./stalling-store.js";

const onePlace = [defineOffice(smallOffice("north", { capacity: 1 }))];

describe("the lane of an office", () => {
  it("takes 512 requests that wait for a transaction in two more", async () => {
    const { store, transactions, stalled, release } = stallingStore((call) => call === "transact");
    const offices = [defineOffice(smallOffice("north", { capacity: 1000 }))];
    const { desk } = smallDesk({ store, offices });
    const first = desk.hold(holdOf("first"));
    await stalled;
    const waiting = Array.from({ length: 512 }, (_, index) => desk.hold(holdOf(`${index}`)));
    release();
    const outcomes = await Promise.all([first, ...waiting]);
    expect(outcomes.filter(({ kind }) => kind === "held")).toHaveLength(513);
    expect(transactions.length).toBeLessThanOrEqual(3);
  });

  it("holds up no other office while its own transaction stalls", async () => {
    const { store, stalled, release } = stallingStore((_, scope) =>
      askedDaysOf(scope).due.some(({ officeId }) => officeId === "north"),
    );
    const { desk } = smallDesk({
      store,
      offices: ["north", "south"].map((id) => defineOffice(smallOffice(id))),
    });
    const stalling = desk.hold(holdOf("a"));
    await stalled;
    const code = heldCode(await desk.hold({ ...holdOf("b"), officeId: "south" }));
    const confirmed = await desk.confirm({ requestId: "confirm b", sender: "sender b", code });
    expect(confirmed.kind).toBe("confirmed");
    release();
    expect((await stalling).kind).toBe("held");
  });

  it("holds up nobody for long while the look-up of a code stalls", async () => {
    const { store, stalled, release } = stallingStore(
      (call, { wants }) => call === "read" && wants.some(({ lookUp }) => lookUp === bookingKind.byKey),
    );
    const { desk } = smallDesk({ store, offices: onePlace });
    const confirming = desk.confirm({ requestId: "confirm", sender: "sender a", code: "2222-2223" });
    await stalled;
    expect((await desk.hold(holdOf("b"))).kind).toBe("held");
    release();
    expect((await confirming).kind).toBe("unknown-code");
  });

  it("keeps the order of the calls though a later one is hashed sooner", async () => {
    const { desk } = smallDesk({ offices: onePlace });
    const outcomes = await Promise.all([
      desk.hold({ ...holdOf("long"), content: "#".repeat(4_000_000) }),
      desk.hold({ ...holdOf("short"), content: "#" }),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(["held", "day-full"]);
  });

  it("keeps the order of the calls though an earlier one has its code to look up", async () => {
    const { store, stalled, release } = stallingStore((call) => call === "read");
    const { desk } = smallDesk({ store, offices: onePlace });
    const code = heldCode(await desk.hold(holdOf("a")));
    const cancelling = desk.cancel({ requestId: "cancel a", sender: "sender a", code });
    const holding = desk.hold(holdOf("b"));
    await stalled;
    for (let turn = 0; turn < 10; turn++) await turnOfTheLoop();
    release();
    expect((await cancelling).kind).toBe("cancelled");
    expect((await holding).kind).toBe("held");
  });

  it("keeps the order of two codes though the later one is looked up sooner", async () => {
    let reads = 0;
    const { store, stalled, release } = stallingStore((call) => call === "read" && reads++ === 0);
    const { desk } = smallDesk({ store });
    const codes = [heldCode(await desk.hold(holdOf("a"))), heldCode(await desk.hold(holdOf("b")))];
    const [first = "", second = ""] = codes;
    const confirmingFirst = desk.confirm({ requestId: "confirm a", sender: "sender a", code: first });
    await stalled;
    const confirmingSecond = desk.confirm({ requestId: "confirm b", sender: "sender b", code: second });
    for (let turn = 0; turn < 10; turn++) await turnOfTheLoop();
    release();
    expect(await confirmingFirst).toMatchObject({ ticket: { queueNumber: "0800-01" } });
    expect(await confirmingSecond).toMatchObject({ ticket: { queueNumber: "0800-02" } });
  });

  it("is not stopped by a look-up that fails", async () => {
    const { store } = stallingStore(() => false);
    const failing = { ...store, read: () => Promise.reject(new Error("no connection")) };
    const { desk } = smallDesk({ store: failing });
    const cancelling = desk.cancel({
      requestId: "cancel",
      sender: "sender",
      code: desk.codes.draw((n) => new Uint8Array(n)),
    });
    const holding = desk.hold(holdOf("a"));
    await expect(cancelling).rejects.toThrow("no connection");
    expect((await holding).kind).toBe("held");
  });

  it("fails alone who can't be prepared", async () => {
    let draws = 0;
    const draw: typeof bookingCodes.draw = (randomBytes) => {
      if (++draws === 3) throw new Error("no entropy");
      return bookingCodes.draw(randomBytes);
    };
    const { desk } = smallDesk({ codes: { ...bookingCodes, draw } });
    const settled = await Promise.allSettled(["a", "b", "c"].map((name) => desk.hold(holdOf(name))));
    expect(settled).toMatchObject([
      { value: { kind: "held" } },
      { reason: { message: "no entropy" } },
      { value: { kind: "held" } },
    ]);
  });

  it("fails alone whose records the store refuses, and decides the others", async () => {
    const { store } = stallingStore(() => false);
    const refusing: typeof store = {
      ...store,
      transact: (scope, decide) =>
        store.transact(scope, (records, asked) => {
          const decision = decide(records, asked);
          if (
            "save" in decision &&
            savedOf(decision, bookingKind).some(({ sender }) => sender === "sender c")
          )
            throw new StoreError("It can't be written.", { retryable: false, recordsRefused: true });
          return decision;
        }),
    };
    const { desk } = smallDesk({
      store: refusing,
      offices: [defineOffice(smallOffice("north", { capacity: 9 }))],
    });
    const settled = await Promise.allSettled(
      ["a", "b", "c", "d", "e"].map((name) => desk.hold(holdOf(name))),
    );
    const told = settled.map((each) => (each.status === "fulfilled" ? each.value.kind : each.reason.message));
    expect(told).toEqual(["held", "held", "It can't be written.", "held", "held"]);
  });

  it("goes on after a transaction that failed for all who waited", async () => {
    const { store } = stallingStore(() => false);
    let isDown = true;
    const failing: typeof store = {
      ...store,
      transact: (scope, decide) =>
        isDown ? Promise.reject(new Error("down")) : store.transact(scope, decide),
    };
    const { desk } = smallDesk({ store: failing });
    const settled = await Promise.allSettled(["a", "b"].map((name) => desk.hold(holdOf(name))));
    expect(settled).toMatchObject([{ reason: { message: "down" } }, { reason: { message: "down" } }]);
    isDown = false;
    expect((await desk.hold(holdOf("a"))).kind).toBe("held");
  });
});
