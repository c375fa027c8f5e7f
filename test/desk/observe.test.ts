import { createDesk, defineOffice, memoryStore, type Observed, StoreError } from "giliran";
import { describe, expect, it } from "vitest";
import { noLimits, smallOffices } from "../../src/testing/offices.js";
import { holdOf, monday } from "../store/five-places.js";

const offices = smallOffices(5, { ...noLimits, holdMinutes: 5 }).map(defineOffice);
const secret = "the secret of the observed";

function watched(store = memoryStore(), now = () => monday) {
  const seen: Observed[] = [];
  const observe = (one: Observed) => seen.push(one);
  return { seen, desk: createDesk({ offices, store, secret, now, observe }) };
}

const person = (name: string) => [{ key: `key of ${name}`, details: { name: `Name ${name}` } }];

describe("who watches a desk", () => {
  it("is told of each batch and each outcome, when it is committed", async () => {
    const { seen, desk } = watched();
    await Promise.all([
      desk.hold({ ...holdOf("a"), people: person("a") }),
      desk.hold({ ...holdOf("b"), officeId: "south", people: person("b") }),
      desk.hold({ ...holdOf("c"), officeId: "nowhere" }),
    ]);
    const batch = seen.filter(({ kind }) => kind === "batch");
    expect(batch).toMatchObject([{ requests: expect.any(Number), retries: 0 }, ...batch.slice(1)]);
    for (const one of batch)
      for (const part of ["waitMs", "loadMs", "decideMs", "saveMs"])
        expect((one as never)[part]).toBeGreaterThanOrEqual(0);
    expect(new Set(batch.flatMap((one) => (one.kind === "batch" ? one.offices : [])))).toEqual(
      new Set(["north", "south"]),
    );
    const outcomes = seen.filter(({ kind }) => kind === "outcome");
    expect(outcomes).toHaveLength(3);
    expect(outcomes).toEqual(
      expect.arrayContaining([
        { kind: "outcome", action: "hold", outcome: "held", officeId: "north", ms: expect.any(Number) },
        { kind: "outcome", action: "hold", outcome: "unknown-office", ms: expect.any(Number) },
      ]),
    );
  });

  it("is told of errors by their names, of notices, and of nobody's data", async () => {
    const store = memoryStore();
    let isBroken = false;
    const fragile = {
      ...store,
      transact: ((scope, decide) =>
        isBroken
          ? Promise.reject(new StoreError("it broke for Name a", { retryable: true }))
          : store.transact(scope, decide)) as typeof store.transact,
    };
    let at = monday;
    const { seen, desk } = watched(fragile, () => at);
    const held = await desk.hold({ ...holdOf("a"), people: person("a") });
    await desk.joinWaitingList({ ...holdOf("w"), people: person("w") });
    at += 6 * 60_000;
    await desk.sweep();
    const notices = await desk.dueNotices();
    isBroken = true;
    await desk.hold(holdOf("b")).catch(() => undefined);
    await desk.find({ officeId: "nowhere", date: "2017-08-07" }).catch(() => undefined);
    expect(seen.filter(({ kind }) => kind === "notice")).toHaveLength(notices.length);
    expect(seen.filter(({ kind }) => kind === "error")).toEqual([
      { kind: "error", action: "hold", error: "StoreError", retryable: true, ms: expect.any(Number) },
      { kind: "error", action: "find", error: "RangeError", retryable: false, ms: expect.any(Number) },
    ]);
    const code = held.kind === "held" ? held.booking.code : "";
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`Name|key of|sender|nowhere|${code}`));
  });

  it("harms nobody by what it throws or rejects with", async () => {
    for (const observe of [
      () => {
        throw new Error("it throws");
      },
      () => Promise.reject(new Error("it rejects")),
    ]) {
      const desk = createDesk({ offices, store: memoryStore(), secret, now: () => monday, observe });
      expect((await desk.hold(holdOf("a"))).kind).toBe("held");
      await expect(desk.find({ officeId: "nowhere", date: "2017-08-07" })).rejects.toThrow(RangeError);
    }
  });
});
