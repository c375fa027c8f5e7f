import type { Erasure, Records, Saved, Want } from "../../store/scope.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import type { OpenStore } from "../open-store.js";
import { type ConformanceTest, onStores } from "./conformance-test.js";
import type { Floor, HallEntry } from "./hall.js";
import { insist, nothing, scopeOf, wantsOf } from "./store-calls.js";

export const connections = 8;
const rounds = 4;

type FloorKey = Pick<Floor, "officeId" | "date">;

/** What each connection does at the same time. */
export interface Attempt {
  readonly looks: readonly Want[];
  /** Whether it may save, by what it found. */
  readonly isFree: (records: Records) => boolean;
  readonly saves?: readonly Saved[];
  readonly erases?: readonly Erasure[];
}

/** How many were told that they saved. */
export async function race(stores: readonly Store[], attemptOf: (index: number) => Attempt): Promise<number> {
  const told = await Promise.all(
    stores.map((store, index) => {
      const { looks, isFree, saves = [], erases } = attemptOf(index);
      return insist<boolean>(store, scopeOf(...looks, ...saves.flatMap(wantsOf)), (records) =>
        isFree(records)
          ? { result: true, save: saves, ...(erases !== undefined && { erase: erases }) }
          : nothing(false),
      );
    }),
  );
  return told.filter(Boolean).length;
}

/** Every connection finds nothing that has taken it, and saves what takes it: one comes first, and one alone. */
export async function oneComesFirst(
  stores: readonly Store[],
  what: string,
  looks: readonly Want[],
  isTaken: (records: Records) => boolean,
  savesOf: (index: number) => readonly Saved[],
): Promise<void> {
  const isFree = (records: Records) => !isTaken(records);
  expect(await race(stores, (index) => ({ looks, isFree, saves: savesOf(index) })), what).toBe(1);
}

/** Some rounds on one store, as a race may be won by luck. */
export function inRounds(
  open: OpenStore,
  run: (stores: readonly Store[], round: number, first: Store) => Promise<void>,
): Promise<void> {
  return onStores(open, connections, async (stores) => {
    const [first] = stores;
    if (first === undefined) return;
    for (let round = 0; round < rounds; round++) await run(stores, round, first);
  });
}

/** A floor for each round, and perhaps for each connection. */
export function floorAt(round: number, index?: number): FloorKey {
  return { officeId: `office ${index ?? ""}`, date: `round ${round}` };
}

export function isIn(floor: FloorKey): (one: FloorKey) => boolean {
  return ({ officeId, date }) => officeId === floor.officeId && date === floor.date;
}

export function isLive({ liveUntil }: HallEntry): boolean {
  return liveUntil !== undefined;
}

/** Additions to one record, by all connections at once; each is told what it made of it. */
export async function addsUp(
  stores: readonly Store[],
  looks: readonly Want[],
  countOf: (records: Records) => number | undefined,
  savesOf: (count: number, index: number) => readonly Saved[],
): Promise<void> {
  const before = countOf((await stores[0]?.read(scopeOf(...looks)))?.records ?? {}) ?? 0;
  const told = await Promise.all(
    stores.map((store, index) =>
      insist<number>(store, scopeOf(...looks, ...savesOf(0, index).flatMap(wantsOf)), (records) => {
        const count = (countOf(records) ?? 0) + 1;
        return { result: count, save: savesOf(count, index) };
      }),
    ),
  );
  const sums = stores.map((_, index) => before + index + 1);
  expect(
    told.sort((a, b) => a - b),
    "what each was told",
  ).toEqual(sums);
  expect(countOf((await stores[0]?.read(scopeOf(...looks)))?.records ?? {}), "additions").toBe(sums.at(-1));
}

/** Tests that need connections which meet. */
export function racing(tests: readonly Omit<ConformanceTest, "needs">[]): readonly ConformanceTest[] {
  return tests.map((test) => ({ ...test, needs: "connections" }));
}
