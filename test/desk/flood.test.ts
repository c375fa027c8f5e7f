import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import fc from "fast-check";
import { type createDesk, DeadlineError, defineOffice, InvalidConfigError, StoreError } from "giliran";
import { describe, expect, it } from "vitest";
import { breakModule } from "../rules/break-module.js";
import { holdOf, monday, smallDesk, smallOffice } from "./small-desk.js";
import { stallingStore } from "./stalling-store.js";

const offices = ["north", "south"].map((id) => defineOffice(smallOffice(id, { capacity: 1000 })));

/** A desk whose store stalls until it is released. */
function stalledDesk(bounds: { mostWaitingPerOffice?: number; mostWaiting?: number } = {}) {
  const { store, stalled, release } = stallingStore((call) => call === "transact");
  return { ...smallDesk({ store, offices, ...bounds }), stalled, release };
}

const kindsOf = async (outcomes: readonly Promise<{ readonly kind: string }>[]) =>
  (await Promise.all(outcomes)).map(({ kind }) => kind);

describe("a flood", () => {
  it("is answered busy at once beyond what may wait at an office, and others are taken", async () => {
    const { desk, release } = stalledDesk({ mostWaitingPerOffice: 3 });
    const taken = ["a", "b", "c"].map((name) => desk.hold(holdOf(name)));
    const late = await desk.hold(holdOf("d"));
    expect(late).toEqual({ kind: "busy", retryAfterMs: expect.any(Number) });
    const south = desk.hold({ ...holdOf("e"), officeId: "south" });
    release();
    expect(await kindsOf([...taken, south])).toEqual(["held", "held", "held", "held"]);
    expect((await desk.hold(holdOf("d"))).kind).toBe("held");
  });

  it("is answered busy before anything else that may be wrong", async () => {
    const { desk, release } = stalledDesk({ mostWaiting: 1 });
    const taken = desk.hold(holdOf("a"));
    expect((await desk.hold({} as never)).kind).toBe("busy");
    expect((await desk.confirm({ requestId: "b", sender: "b", code: "?" })).kind).toBe("busy");
    release();
    expect((await taken).kind).toBe("held");
  });

  it("takes as many as may wait, whatever comes and goes, and none more", () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.constantFrom("north", "south"), { maxLength: 20 }),
        async (mostWaitingPerOffice, mostWaiting, asked) => {
          const { desk, release } = stalledDesk({ mostWaitingPerOffice, mostWaiting });
          const outcomes = asked.map((officeId, index) => desk.hold({ ...holdOf(`${index}`), officeId }));
          await turnOfTheLoop();
          release();
          const waiting = { north: 0, south: 0 };
          const expected = asked.map((officeId) => {
            const isFull =
              waiting.north + waiting.south >= mostWaiting ||
              waiting[officeId as "north" | "south"] >= mostWaitingPerOffice;
            if (!isFull) waiting[officeId as "north" | "south"]++;
            return isFull ? "busy" : "held";
          });
          expect(await kindsOf(outcomes)).toEqual(expected);
          // All places among those who wait are free again.
          expect((await desk.hold(holdOf("last"))).kind).toBe("held");
        },
      ),
      { numRuns: 60 },
    ));

  it.each([
    ["a place among those who wait is not given back", "atDesk--;", ""],
    ["one more is taken", "atDesk >= mostAtDesk", "atDesk > mostAtDesk"],
  ])("is noticed where %s", async (_, from, to) => {
    const broken = (await breakModule("testing/library.ts", { file: "desk/crowd.ts", from, to })) as {
      createDesk: typeof createDesk;
      defineOffice: typeof defineOffice;
    };
    const { store, release } = stallingStore((call) => call === "transact");
    const desk = broken.createDesk({
      offices: [broken.defineOffice(smallOffice("north"))],
      store,
      secret: "the secret of these tests",
      mostWaiting: 1,
      now: () => monday,
    });
    const [first, second] = [desk.hold(holdOf("a")), desk.hold(holdOf("b"))];
    release();
    const kinds = await kindsOf([first, second]);
    const again = (await desk.hold(holdOf("c"))).kind;
    expect([...kinds, again]).not.toEqual(["held", "busy", "held"]);
  });

  it.each([0, -1, 1.5])("has bounds that are numbers of calls, not %s", (bound) => {
    expect(() => smallDesk({ mostWaiting: bound })).toThrow(InvalidConfigError);
    expect(() => smallDesk({ mostWaitingPerOffice: bound })).toThrow(/^mostWaitingPerOffice: expected/);
  });

  it("leaves the thread to others between batches of a store that answers at once", async () => {
    const { desk } = smallDesk({ offices, mostWaitingPerOffice: 3000 });
    let isDone = false;
    const all = Promise.all(Array.from({ length: 3000 }, (_, index) => desk.hold(holdOf(`${index}`)))).then(
      () => {
        isDone = true;
      },
    );
    let turns = 0;
    while (!isDone) {
      await turnOfTheLoop();
      turns++;
    }
    await all;
    expect(turns).toBeGreaterThan(3);
  });
});

describe("who leaves before the decision", () => {
  it("takes no place by a signal, and is told its reason", async () => {
    const { desk, stalled, release } = stalledDesk();
    const leaving = new AbortController();
    const left = desk.hold({ ...holdOf("a"), signal: leaving.signal });
    const stays = desk.hold(holdOf("b"));
    await stalled;
    leaving.abort(new Error("gone"));
    await expect(left).rejects.toThrow("gone");
    release();
    expect((await stays).kind).toBe("held");
    expect(await desk.find({ officeId: "north", date: "2017-08-07" })).toHaveLength(1);
    expect((await desk.hold(holdOf("a"))).kind).toBe("held");
  });

  it("is too late after it, and is answered", async () => {
    const { desk } = smallDesk({ offices });
    const leaving = new AbortController();
    const held = desk.hold({ ...holdOf("a"), signal: leaving.signal });
    for (let turn = 0; turn < 50; turn++) await undefined;
    leaving.abort();
    expect((await held).kind).toBe("held");
  });

  it("takes no place by a deadline that passes, or has passed", async () => {
    const { desk, release } = stalledDesk();
    const passing = desk.hold({ ...holdOf("a"), deadline: monday + 30 });
    const past = desk.hold({ ...holdOf("b"), deadline: monday - 1 });
    await expect(past).rejects.toThrow(DeadlineError);
    await expect(passing).rejects.toThrow("The deadline of the call came before it was decided");
    release();
    expect((await desk.hold({ ...holdOf("c"), deadline: monday + 60_000 })).kind).toBe("held");
    expect(await desk.find({ officeId: "north", date: "2017-08-07" })).toHaveLength(1);
  });

  it("is told where its signal or deadline is none", async () => {
    const { desk } = smallDesk();
    const kinds = [{ signal: {} as never }, { deadline: Number.NaN }, { deadline: "soon" as never }];
    const outcomes = await Promise.all(kinds.map((wrong) => desk.hold({ ...holdOf("a"), ...wrong })));
    expect(outcomes).toMatchObject([
      { kind: "malformed", field: "signal" },
      { kind: "malformed", field: "deadline" },
      { kind: "malformed", field: "deadline" },
    ]);
  });
});

describe("a desk that is closed", () => {
  it("finishes what it took and takes nothing new", async () => {
    const { desk, stalled, release } = stalledDesk();
    const held = desk.hold(holdOf("a"));
    await stalled;
    const closing = desk.close();
    const late = desk.hold(holdOf("b"));
    await expect(late).rejects.toThrow(StoreError);
    await expect(desk.find({ sender: "sender a" })).rejects.toMatchObject({ retryable: true });
    expect(await Promise.race([closing, "still open"])).toBe("still open");
    release();
    expect((await held).kind).toBe("held");
    await closing;
    await desk.close();
  });
});
