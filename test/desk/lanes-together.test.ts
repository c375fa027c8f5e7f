import fc from "fast-check";
import { defineOffice, InvalidConfigError, StoreError } from "giliran";
import { describe, expect, it } from "vitest";
import { askedDaysOf } from "../../src/booking/grounds.js";
import { bookingKind } from "../../src/booking/kinds.js";
import { createLanes } from "../../src/desk/lanes.js";
import { partsOf } from "../../src/desk/parts-of-batch.js";
import { savedOf } from "../../src/store/scope.js";
import { breakModule } from "../rules/break-module.js";
import { lanesScripts, playLanes } from "./play-lanes.js";
import { holdOf, smallDesk, smallOffice } from "./small-desk.js";
import { stallingStore } from "./stalling-store.js";

const names = Array.from({ length: 26 }, (_, index) => `office-${index}`);
const offices = names.map((id) => defineOffice(smallOffice(id, { capacity: 1000 })));
const keepsAll = fc.asyncProperty(lanesScripts, async (script) => {
  expect(await playLanes(createLanes, script)).toEqual([]);
});

const twins = [
  ["a lane is in two runs", "if (lane.isRunning) return;", ""],
  ["a lane goes on though its first is not prepared", "if (one.entry === undefined ||", "if ("],
  [
    "who comes late goes to the end",
    "lane.queue.splice(before + 1, 0, waiting);",
    "lane.queue.unshift(waiting);",
  ],
  ["the width is not looked at", "running.size < width &&", ""],
  ["a lane is forgotten after its run", "lane.isRunning = false;", ""],
] as const;

describe("lanes that share runs", () => {
  it("keep the order of each lane, have it in one run at a time, and start as soon as there is room", () =>
    fc.assert(keepsAll, { numRuns: 300 }));

  it.each(twins)("are caught where %s", async (_, from, to) => {
    const broken = (await breakModule("desk/lanes.ts", { file: "desk/lanes.ts", from, to })) as {
      createLanes: typeof createLanes;
    };
    const found = fc.asyncProperty(lanesScripts, async (script) => {
      expect(await playLanes(broken.createLanes, script)).toEqual([]);
    });
    await expect(fc.assert(found, { numRuns: 300, seed: 2017 })).rejects.toThrow("Property failed");
  });
});

describe("offices that share transactions", () => {
  it("take 512 requests of 26 offices that wait in two more", async () => {
    const { store, transactions, stalled, release } = stallingStore((call) => call === "transact");
    const { desk } = smallDesk({ store: { ...store, width: 1 }, offices });
    const first = desk.hold({ ...holdOf("first"), officeId: "office-0" });
    await stalled;
    const waiting = Array.from({ length: 512 }, (_, index) =>
      desk.hold({ ...holdOf(`${index}`), officeId: names[index % names.length] ?? "" }),
    );
    release();
    const outcomes = await Promise.all([first, ...waiting]);
    expect(outcomes.filter(({ kind }) => kind === "held")).toHaveLength(513);
    expect(transactions.length).toBeLessThanOrEqual(3);
  });

  it("hold up no other for long where as many stall as may run", async () => {
    const { store, stalled, release } = stallingStore((_, scope) =>
      askedDaysOf(scope).due.some(({ officeId }) => officeId === "office-0"),
    );
    const { desk } = smallDesk({ store: { ...store, width: 1 }, offices });
    const stalling = desk.hold({ ...holdOf("a"), officeId: "office-0" });
    await stalled;
    expect((await desk.hold({ ...holdOf("b"), officeId: "office-1" })).kind).toBe("held");
    release();
    expect((await stalling).kind).toBe("held");
  });

  it("fail one request alone that the store refuses, whatever lanes and how many", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ office: fc.integer({ min: 0, max: 4 }), isBad: fc.boolean() }), {
          minLength: 1,
          maxLength: 20,
        }),
        async (asked) => {
          const inner = stallingStore(() => false).store;
          const store: typeof inner = {
            ...inner,
            transact: (scope, decide) =>
              inner.transact(scope, (records, timed) => {
                const decision = decide(records, timed);
                const held = "save" in decision ? savedOf(decision, bookingKind) : [];
                if (held.some(({ sender = "" }) => sender.startsWith("sender bad")))
                  throw new StoreError("It can't be written.", { retryable: false, recordsRefused: true });
                return decision;
              }),
          };
          const { desk } = smallDesk({ store, offices });
          const told = await Promise.allSettled(
            asked.map(({ office, isBad }, index) =>
              desk.hold({ ...holdOf(`${isBad ? "bad" : "good"} ${index}`), officeId: `office-${office}` }),
            ),
          );
          expect(told.map(({ status }) => status === "rejected")).toEqual(asked.map(({ isBad }) => isBad));
        },
      ),
      { numRuns: 100 },
    ));

  it("fail an office alone whose records contradict a rule, and leave the others to their own", async () => {
    const inner = stallingStore(() => false).store;
    const store: typeof inner = {
      ...inner,
      transact: (scope, decide) =>
        askedDaysOf(scope).due.some(({ officeId }) => officeId === "office-3")
          ? Promise.reject(new Error("contradicts"))
          : inner.transact(scope, decide),
    };
    const { desk } = smallDesk({ store, offices });
    const told = await Promise.allSettled(
      names.map((officeId) => desk.hold({ ...holdOf(officeId), officeId })),
    );
    const failed = told.flatMap(({ status }, index) => (status === "rejected" ? [names[index]] : []));
    expect(failed).toEqual(["office-3"]);
  });

  it.each([0, -1, 1.5, Number.NaN])("are refused on a store whose width is %s", (width) => {
    const { store } = stallingStore(() => false);
    expect(() => smallDesk({ store: { ...store, width }, offices })).toThrow(InvalidConfigError);
    expect(() => smallDesk({ store: { ...store, width }, offices })).toThrow(/^store\.width: expected/);
  });
});

describe("parts of a batch that are tried again", () => {
  const lanesOf = fc.array(fc.array(fc.integer(), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
  });
  const refused = new StoreError("refused", { retryable: false, recordsRefused: true });
  const down = new StoreError("down", { retryable: true });

  it("are all that was in it, in order, and each smaller, down to one request", () =>
    fc.assert(
      fc.property(lanesOf, (lanes) => {
        const count = lanes.flat().length;
        const parts = partsOf(lanes, refused);
        expect(parts?.flat(2)).toEqual(count === 1 ? undefined : lanes.flat());
        for (const part of parts ?? []) expect(part.flat().length).toBeLessThan(count);
      }),
    ));

  it("are none where the store can be asked again, and never less than a lane after another error", () =>
    fc.assert(
      fc.property(lanesOf, (lanes) => {
        expect(partsOf(lanes, down)).toBeUndefined();
        const parts = partsOf(lanes, new Error("of one office"));
        expect(parts?.flat()).toEqual(lanes.length === 1 ? undefined : lanes);
      }),
    ));
});
