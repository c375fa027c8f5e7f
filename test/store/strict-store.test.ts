import { type Decision, memoryStore, type Scope, type Store } from "giliran";
import { strictStore } from "giliran/testing";
import { describe, expect, it } from "vitest";
import { saved } from "../../src/store/scope.js";
import { hall } from "../../src/testing/conformance/hall.js";
import {
  entryOf,
  floorValue,
  north,
  pastEntryOf,
  visitOf,
} from "../../src/testing/conformance/sample-hall.js";
import { save, scopeOf, want, wantsOf } from "../../src/testing/conformance/store-calls.js";

const { visit, entry, guest, floor } = hall;
const inNorth = floorValue(north);
const entryKey = want(entry.byKey, ["E"]);
const holders = want(entry.lookUps.ofHolder, ["holder of E"]);
const makesEntry = { save: [saved(entry, [entryOf("E")])] };

type Duty = readonly [what: string, scope: Scope, decision: Omit<Decision<unknown>, "result">, says?: RegExp];

const duties: readonly Duty[] = [
  ["all of a record that is new", scopeOf(...wantsOf(saved(entry, [entryOf("E")]))), makesEntry],
  [
    "no key",
    scopeOf(want(entry.lookUps.ofFloor, inNorth), holders),
    makesEntry,
    /the key of a record that is saved/,
  ],
  ["no home", scopeOf(entryKey, holders), makesEntry, /the floor of a record that is saved/],
  ["a home by what is in it", scopeOf(entryKey, holders, want(visit.lookUps.due, inNorth)), makesEntry],
  [
    "no value of a list",
    scopeOf(entryKey, want(floor.byKey, inNorth)),
    makesEntry,
    /a value of the list holder/,
  ],
  [
    "a value of a list by what stands beside it",
    scopeOf(...wantsOf(saved(entry, [entryOf("E")])), want(guest.byKey, ["C"])),
    { save: [saved(entry, [entryOf("E", { caller: "C" })])] },
  ],
  [
    "no key of what is erased",
    scopeOf(),
    { save: [], erase: [{ kind: visit, keys: [["V"]] }] },
    /a key that is erased/,
  ],
  ["what is old", scopeOf(), { save: [], erase: [{ kind: guest, before: 0 }] }],
  [
    "a loaded record that lists find again",
    scopeOf(want(entry.byKey, ["PAST"])),
    { save: [saved(entry, [entryOf("PAST")])] },
    /a value of the list holder/,
  ],
  [
    "a loaded record and another home",
    scopeOf(want(visit.byKey, ["V"])),
    { save: [saved(visit, [visitOf("V", { date: "2017-08-10" })])] },
    /the floor of a record that is saved/,
  ],
  [
    "a loaded record that changes",
    scopeOf(want(visit.byKey, ["V"])),
    { save: [saved(visit, [visitOf("V", { number: 3 })])] },
  ],
];

async function decideOn(store: Store, scope: Scope, decision: Omit<Decision<unknown>, "result">) {
  return store
    .transact(scope, () => ({ ...decision, result: "none" }))
    .catch((error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : error));
}

describe("a strict store", () => {
  it.each(duties.map((duty) => ({ what: duty[0], duty })))(
    "looks at a decision that has wanted $what",
    async ({ duty }) => {
      const [, scope, decision, says = /^none$/] = duty;
      const store = memoryStore();
      await save(store, saved(visit, [visitOf("V")]), saved(entry, [pastEntryOf("PAST")]));
      expect(await decideOn(strictStore(store), scope, decision)).toMatch(says);
      // Where nobody looks it is saved.
      expect(await decideOn(store, scope, decision)).toBe("none");
    },
  );
});
