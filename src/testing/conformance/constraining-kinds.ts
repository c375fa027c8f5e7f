import { type Saved, saved } from "../../store/scope.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { type ConformanceTest, onStore } from "./conformance-test.js";
import { hall } from "./hall.js";
import { counterOf, floorOf, south, visitOf } from "./sample-hall.js";
import { failureOf, readOne, save } from "./store-calls.js";

const { floor, visit, counter } = hall;

/** Whether a decision that breaks a constraint is refused, and nothing of it is saved. */
async function refuses(store: Store, broken: Saved): Promise<void> {
  const failure = await failureOf(save(store, broken, saved(counter, [counterOf("beside")])));
  expect(failure).toBe("StoreError");
  expect(await readOne(store, counter, counterOf("beside"))).toBe(undefined);
}

export const constrainingKinds: readonly ConformanceTest[] = [
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
