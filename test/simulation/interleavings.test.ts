import fc from "fast-check";
import { type Decide, defineOffice, type Records, type Scope, type Store } from "giliran";
import { describe, expect, it } from "vitest";
import { play } from "../../src/testing/play.js";
import {
  burst,
  codeMove,
  holdMove,
  minute,
  rescheduleMove,
  type Step,
  script,
  stepOf,
} from "../../src/testing/script.js";
import { createWorldOn } from "../../src/testing/world.js";
import { openMemory } from "../rules/stores.js";
import { checkWholeStore } from "./check-whole-store.js";
import { doubledDesk } from "./doubled-desk.js";
import type { Known } from "./known.js";
import { createMirror } from "./mirror.js";
import { configOf, type TownOffice } from "./town.js";
import { type Broken, createVerdict } from "./verdict.js";
import { withoutRealTime } from "./without-real-time.js";
import { createWitness } from "./witness.js";

const actions = ["hold", "hold", "joinWaitingList"] as const;
const pools = ["general", "priority"];
const move = fc.oneof(
  { weight: 4, arbitrary: holdMove({ actions, desks: 3, people: 6, senders: 3, places: 2, pools }) },
  { weight: 4, arbitrary: codeMove(["confirm", "confirm", "cancel", "extend"]) },
  { weight: 2, arbitrary: rescheduleMove },
);
const steps = script(stepOf(burst(move), [5 * minute, 20 * minute, 45 * minute]), 14);

function townOffice(id: string): TownOffice {
  const { rules } = defineOffice({
    id,
    name: id,
    timeZone: "Asia/Jakarta",
    hours: { mon: ["08:00-10:00"] },
    slotMinutes: 60,
    capacity: 1,
    rules: { holdMinutes: 20, longestHoldMinutes: 40, opensDaysBefore: 1, coolingMinutes: [0, 10] },
  });
  const zone = { name: "Asia/Jakarta", offset: "+07:00", hours: 7 };
  const hours = { opensAt: 8, hoursOpen: 2, slotMinutes: 60 };
  return { id, zone, ...hours, rules, general: 1, priority: 1, opensMinutesBefore: 90, closures: new Map() };
}

/** Whatever is decided and read comes when the scheduler lets it: decisions late, and what is read is old by then. */
function scheduled(store: Store, scheduler: fc.Scheduler): Store {
  return {
    ...store,
    async transact(scope, decide) {
      await scheduler.schedule(Promise.resolve(), "decide");
      return store.transact(scope, decide);
    },
    read: (scope) => scheduler.schedule(store.read(scope), "read"),
    find: (query) => scheduler.schedule(store.find(query), "find"),
  };
}

/** Decides on what it read a while ago, and saves that. */
function unisolated(store: Store, scheduler: fc.Scheduler): Store {
  return {
    ...store,
    async transact<T>(scope: Scope, decide: Decide<T>): Promise<T> {
      let old: Records | undefined = (await store.read(scope)).records;
      await scheduler.schedule(Promise.resolve(), "save");
      return store.transact(scope, (records, wide) => {
        const seen = old ?? records;
        old = undefined;
        return decide(seen, wide);
      });
    },
  };
}

async function playInterleaved(
  steps: readonly Step[],
  scheduler: fc.Scheduler,
  change: (store: Store, scheduler: fc.Scheduler) => Store,
): Promise<Broken | undefined> {
  const offices = ["north", "south"].map(townOffice);
  const cancelled = new Set<string>();
  const wasCancelled = (code: string) => cancelled.has(code);
  const known: Known = { mirror: createMirror(), offices, verdict: createVerdict(), wasCancelled };
  const witness = createWitness(known);
  const wrap = (store: Store) => scheduled(witness.watch(change(store, scheduler)), scheduler);
  const world = await createWorldOn(openMemory)({ offices: offices.map(configOf), desks: 3, wrap });
  const desks = world.desks.map((desk, index) => {
    const { cancel, ...other } = doubledDesk(desk, world.desks[(index + 1) % 3] ?? desk, { known, witness });
    return {
      ...other,
      cancel(call: Parameters<typeof cancel>[0]) {
        cancelled.add(call.code);
        return cancel(call);
      },
    };
  });
  await scheduler.waitFor(play({ ...world, desks }, steps));
  await checkWholeStore(world.store, world.time.now, known);
  return known.verdict.broken();
}

function interleavings(change: (store: Store, scheduler: fc.Scheduler) => Store) {
  return fc.asyncProperty(steps, fc.scheduler(), async (given, scheduler) => {
    expect(await withoutRealTime(() => playInterleaved(given, scheduler, change))).toBeUndefined();
  });
}

describe("several desks on one store, and every call at two of them", () => {
  it("keep C1 to C9 however what they do is interleaved", async () => {
    await fc.assert(
      interleavings((store) => store),
      { numRuns: 100 },
    );
  });

  it("do not where the store decides on what it read before", async () => {
    const runs = { seed: 2017, numRuns: 20, endOnFailure: true };
    const { errorInstance } = await fc.check(interleavings(unisolated), runs);
    expect(String(errorInstance)).toMatch(/expected \{ rule: '[CF]\d'/);
  });
});
