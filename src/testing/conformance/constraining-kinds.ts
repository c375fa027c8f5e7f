import type { StoreError } from "../../errors.js";
import { type Saved, saved } from "../../store/scope.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { type ConformanceTest, onStore } from "./conformance-test.js";
import { hall } from "./hall.js";
import { counterOf, floorOf, floorValue, south, visitOf } from "./sample-hall.js";
import { erase, failureOf, readBy, readOne, save, scopeOf, want, wantsOf } from "./store-calls.js";

const { floor, visit, counter } = hall;

/** Whether a decision that breaks a constraint is refused, and nothing of it is saved. */
async function refuses(store: Store, broken: Saved): Promise<void> {
  const failure = await failureOf(save(store, broken, saved(counter, [counterOf("beside")])));
  expect(failure).toBe("StoreError");
  expect(await readOne(store, counter, counterOf("beside"))).toBe(undefined);
}

/** Whether it fails as what can't be helped by asking again does, so that the others of a batch are saved without it. */
async function refusesForGood(store: Store, ...given: Parameters<Store["transact"]>): Promise<void> {
  const error: unknown = await store.transact(...given).catch((failure: unknown) => failure);
  const { name, retryable, recordsRefused } = Object(error) as Partial<StoreError>;
  expect({ name, retryable, recordsRefused }).toEqual({
    name: "StoreError",
    retryable: false,
    recordsRefused: true,
  });
}

export const constrainingKinds: readonly ConformanceTest[] = [
  {
    title:
      "refuses for good what breaks a unique rule by itself or with what was loaded, and saves nothing of it",
    run: (open) =>
      onStore(open, async (store) => {
        const both = saved(visit, [visitOf("A", { number: 1 }), visitOf("B", { number: 1 })]);
        const beside = saved(counter, [counterOf("beside")]);
        const scope = scopeOf(...wantsOf(both), ...wantsOf(beside));
        await refusesForGood(store, scope, () => ({ result: 1, save: [both, beside] }));
        expect(await readBy(store, visit.byKey, ["A"], ["B"])).toEqual([]);
        expect(await readOne(store, counter, counterOf("beside"))).toBe(undefined);
        await save(store, saved(visit, [visitOf("A", { number: 1 })]));
        const other = saved(visit, [visitOf("B", { number: 1 })]);
        const whole = scopeOf(...wantsOf(other), want(visit.lookUps.ofFloor, floorValue(visitOf("B"))));
        await refusesForGood(store, whole, () => ({ result: 1, save: [other] }));
        expect(await readOne(store, visit, visitOf("B"))).toBe(undefined);
      }),
  },
  {
    title: "lets a unique value go from one record to another in one decision",
    run: (open) =>
      onStore(open, async (store) => {
        await save(store, saved(visit, [visitOf("A", { number: 1 }), visitOf("B", { number: 2 })]));
        await save(store, saved(visit, [visitOf("A"), visitOf("C", { number: 1 })]));
        await erase(store, [{ kind: visit, keys: [["C"]] }], saved(visit, [visitOf("D", { number: 1 })]));
        const numbers = (await readBy(store, visit.byKey, ["A"], ["B"], ["C"], ["D"])).map(
          ({ code, number }) => `${code} ${number}`,
        );
        expect(numbers.sort()).toEqual(["A undefined", "B 2", "D 1"]);
      }),
  },
  {
    title: "refuses for good a unique value of a record that nobody looked at",
    needs: "constraints",
    run: (open) =>
      onStore(open, async (store) => {
        await save(store, saved(visit, [visitOf("A", { number: 1 })]));
        const other = saved(visit, [visitOf("B", { number: 1 })]);
        await refusesForGood(store, scopeOf(...wantsOf(other)), () => ({ result: 1, save: [other] }));
        expect(await readOne(store, visit, visitOf("B"))).toBe(undefined);
        expect(await readOne(store, visit, visitOf("A"))).toEqual(visitOf("A", { number: 1 }));
      }),
  },
  {
    title: "refuses a number that is given twice in a home, with all that is decided beside it",
    needs: "constraints",
    run: (open) =>
      onStore(open, async (store) => {
        await save(store, saved(visit, [visitOf("A", { number: 1 }), visitOf("B", { ...south, number: 1 })]));
        await save(store, saved(visit, [visitOf("C"), visitOf("D")])); // without a number
        await refuses(store, saved(visit, [visitOf("E", { number: 1 })]));
        expect(await readOne(store, visit, visitOf("E"))).toBe(undefined);
        await save(store, saved(visit, [visitOf("A", { number: 1, isServed: true })]));
        await save(store, saved(visit, [visitOf("E", { number: 2 })]));
      }),
  },
  {
    title: "refuses details that break a rule of their table, and replaces those of a record",
    needs: "constraints",
    run: (open) =>
      onStore(open, async (store) => {
        const counted = (served: number) => floorOf({ counts: [{ counter: "A", served, most: 2 }] });
        await save(store, saved(floor, [counted(2)]));
        await refuses(store, saved(floor, [counted(3)]));
        expect(await readOne(store, floor, counted(2))).toEqual(counted(2));
        await save(store, saved(floor, [counted(1)]));
      }),
  },
];
