import { describe, expect, it } from "vitest";
import { holdOf, smallDesk } from "./small-desk.js";

/** A call with something else than its type says, as a program without types may make it. */
type Untyped = Readonly<Record<string, (...values: unknown[]) => Promise<unknown>>>;

const queries: readonly [name: string, given: unknown, problem: string][] = [
  ["find", undefined, "{ officeId: string, date: string, until?: string }, found nothing"],
  ["find", "x", "found string"],
  ["find", {}, "found an object with none of them"],
  ["find", { code: 5 }, "find: expected { code: string } or { sender: string, only?: string } or"],
  ["find", { code: 5 }, "found { code: number }"],
  ["find", { officeId: "north", date: "7 August" }, 'a date such as 2017-08-10, found "7 August"'],
  ["find", { officeId: "south", date: "2017-08-07" }, 'an office of this desk (north), found "south"'],
  ["find", { sender: "me", only: "all" }, 'Expected only as "live", found "all".'],
  ["waitingPosition", {}, "waitingPosition: expected { code: string }, found an object with none of them"],
  ["markSent", {}, "Expected a list of ids as dueNotices gives them."],
  ["availability", null, "{ officeId: string, from: string, days: number }, found null"],
  [
    "availability",
    { officeId: "north", from: "9999-12-31", days: 2 },
    "dates up to 9999-12-31, found 2 days from 9999-12-31",
  ],
  ["recall", {}, "recall: expected { sender: string }"],
  [
    "handOver",
    { from: "a" },
    "handOver: expected { from?: string, code?: string, to: string }, found { from: string }",
  ],
];

describe("a query that is no query", () => {
  it.each(queries)("makes %s reject %j and say what it takes", async (name, given, problem) => {
    const { desk } = smallDesk();
    const asked = (desk as unknown as Untyped)[name]?.(given);
    await expect(asked).rejects.toThrow(RangeError);
    await expect(asked).rejects.toThrow(problem);
  });

  it("quotes nothing that may be somebody's name", async () => {
    const { desk } = smallDesk();
    const asked = (desk as unknown as Untyped).forget?.({ key: { Ahmad: 1 }, details: "Ahmad" });
    await expect(asked).rejects.toThrow(expect.not.stringContaining("Ahmad"));
  });

  it("finds by what it has where other names are there without a value", async () => {
    const { desk } = smallDesk();
    const { sender } = holdOf("a");
    await desk.hold(holdOf("a"));
    const asked = (desk as unknown as Untyped).find?.({ code: undefined, sender, date: undefined });
    expect(await asked).toMatchObject([{ sender }]);
  });
});

describe("an action that is none", () => {
  it.each(["hold", "confirm", "cancel", "extend", "reschedule", "joinWaitingList", "changeParty"])(
    "makes %s answer that it is malformed",
    async (name) => {
      const { desk } = smallDesk();
      for (const given of [undefined, null, "x", 5])
        expect(await (desk as unknown as Untyped)[name]?.(given)).toEqual({
          kind: "malformed",
          field: "call",
          expected: "an object with requestId and sender",
        });
      expect(await (desk as unknown as Untyped)[name]?.({ requestId: { toString: 1 } })).toMatchObject({
        kind: "malformed",
        field: "requestId",
      });
    },
  );
});

it("is malformed also where others look up in the same moment what they were answered", async () => {
  const { desk } = smallDesk();
  const call = holdOf("a");
  await desk.hold(call);
  const answered = desk.findAnswer({ ...call, content: "" });
  expect(await desk.hold({ ...holdOf("b"), date: "soon" })).toMatchObject({ kind: "malformed" });
  expect(await answered).toEqual({ kind: "request-id-conflict" });
});

describe("an instant that is none", () => {
  it.each([Number.NaN, -1, 1e300, "now"])("is refused by dateAt: %s", (instant) => {
    const { desk } = smallDesk();
    expect(() => desk.dateAt("north", instant as number)).toThrow(
      "Expected an instant in epoch milliseconds",
    );
  });

  it("is named where the clock gives it", async () => {
    const { desk } = smallDesk({ now: () => Number.NaN });
    await expect(desk.hold(holdOf("a"))).rejects.toThrow(
      "now: expected a function that gives epoch milliseconds, found NaN.",
    );
  });
});
