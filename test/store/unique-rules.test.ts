import { memoryStore, StoreError } from "giliran";
import { describe, expect, it } from "vitest";
import { saved } from "../../src/store/scope.js";
import { hall } from "../../src/testing/conformance/hall.js";
import { counterOf, visitOf } from "../../src/testing/conformance/sample-hall.js";
import { readBy, save } from "../../src/testing/conformance/store-calls.js";

const { visit, counter } = hall;

describe("the memory store", () => {
  it("refuses a unique value of a record that nobody looked at, as databases do", async () => {
    const store = memoryStore();
    await save(store, saved(visit, [visitOf("A", { number: 1 })]));
    const broken = save(store, saved(counter, [counterOf("C")]), saved(visit, [visitOf("B", { number: 1 })]));
    const error: unknown = await broken.catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ retryable: false, recordsRefused: true });
    expect((error as Error).message).toBe(
      "Two records of kind visit would have the same officeId, date, number, of which the rule number of its table allows one; nothing was saved.",
    );
    expect(await readBy(store, visit.byKey, ["A"], ["B"])).toEqual([visitOf("A", { number: 1 })]);
    expect(await readBy(store, counter.byKey, ["C"])).toEqual([]);
  });
});
