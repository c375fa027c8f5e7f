import { recordsOf, saved } from "../../store/scope.js";
import { expect } from "../expect.js";
import { type ConformanceTest, onOpened } from "./conformance-test.js";
import { createHall } from "./hall.js";
import { counterOf, slipOf } from "./sample-hall.js";
import { readBy, recordsBy, save, scopeOf, want } from "./store-calls.js";

export const openingKinds: readonly ConformanceTest[] = [
  {
    title: "keeps what an older version has saved, and makes the tables that came since",
    needs: "migrations",
    run: (open) =>
      onOpened(open, async ({ connect }) => {
        const [older, newer] = [createHall(1), createHall(2)];
        await save(await connect(), saved(older.slip, [slipOf("old")]));
        const store = await connect();
        await save(store, saved(newer.counter, [counterOf("new", { topics: ["topic"] })]));
        expect(await readBy(store, newer.slip.byKey, ["old"])).toEqual([slipOf("old")]);
        expect(await readBy(store, newer.counter.lookUps.ofTopic, ["topic"])).toHaveLength(1);
      }),
  },
  {
    title: "refuses a database that a newer version has opened, for good",
    needs: "migrations",
    run: (open) =>
      onOpened(open, async ({ connect }) => {
        const [older, newer] = [createHall(2), createHall(3)];
        await save(await connect(), saved(newer.slip, [slipOf("new")]));
        const store = await connect();
        const calls = [
          () => recordsBy(store, want(older.slip.byKey, ["new"])),
          () => save(store, saved(older.slip, [slipOf("old")])),
          () => store.find({ lookUp: older.visit.lookUps.allDue, value: [], upTo: 0, limit: 1 }),
        ];
        for (const call of calls) {
          const error: unknown = await call().catch((failure: unknown) => failure);
          const { name, retryable } = error as { name?: string; retryable?: boolean };
          expect([name, retryable]).toEqual(["StoreError", false]);
        }
        expect(await readBy(await connect(), newer.slip.byKey, ["new"])).toEqual([slipOf("new")]);
      }),
  },
  {
    title: "makes its tables once, though several connections meet the kinds together",
    needs: "connections",
    run: (open) =>
      onOpened(open, async ({ connect }) => {
        const { counter } = createHall(2);
        const stores = await Promise.all(Array.from({ length: 8 }, connect));
        await Promise.all(
          stores.map((store, index) => save(store, saved(counter, [counterOf(`counter ${index}`)]))),
        );
        const keys = stores.map((_, index) => [`counter ${index}`]);
        const loaded = await stores[0]?.read(scopeOf(want(counter.byKey, ...keys)));
        expect(recordsOf(loaded?.records ?? {}, counter)).toHaveLength(8);
      }),
  },
];
