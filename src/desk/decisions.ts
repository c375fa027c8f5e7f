import type { LaneEntry } from "../booking/action.js";
import { type Decided, decide, scopeOf } from "../booking/decide.js";
import { needBatches, withChanges } from "../booking/feed/feed.js";
import type { Calendar } from "../office/calendar.js";
import { keep } from "../office/keep.js";
import type { Decide } from "../store/store.js";
import { createClockWatch, createOfficeWatch } from "./clock-watch.js";
import type { Crowd } from "./crowd.js";
import type { DeskContext } from "./desk-context.js";
import { watchBatch } from "./observe.js";
import { partsOf } from "./parts-of-batch.js";

/** Decides what lanes have together, in one transaction of the store. */
export type DecideTogether = (lanes: readonly (readonly LaneEntry[])[]) => Promise<readonly Decided[]>;

const seedBytes = 16;
const unused = new Uint8Array(seedBytes);

export function createDecisions(context: DeskContext, crowd: Pick<Crowd, "decided">): DecideTogether {
  const { store, now, clockToleranceMs, changesPerDay, wrongCodesPerHour, randomBytes } = context;
  const watchClock = createClockWatch(clockToleranceMs, context.onWrongClock);
  const watchOffices = createOfficeWatch(context, context.onUnknownOffice);
  const nextBatch = context.keepChanges ? batchNames() : undefined;
  const cools = keep(1, (calendars: DeskContext["calendars"]) =>
    [...calendars.values()].some(({ office }) => office.rules.coolingMinutes[1] > 0),
  );
  const atFirst = context.calendars;

  /** Where it fails for some of them alone, the others are decided without them. */
  async function decideTogether(lanes: readonly (readonly LaneEntry[])[]): Promise<readonly Decided[]> {
    const entries = lanes.flat();
    try {
      return await decideAtOnce(entries);
    } catch (error) {
      const parts = partsOf(lanes, error);
      if (parts === undefined) return entries.map(() => ({ error }));
      const decided: Decided[] = [];
      for (const part of parts) decided.push(...(await decideTogether(part)));
      return decided;
    }
  }

  async function decideAtOnce(asked: readonly LaneEntry[]): Promise<readonly Decided[]> {
    const started = performance.now();
    const { calendars, policy, queueNumber, rulebook } = context;
    const entries = calendars === atFirst ? asked : asked.map((entry) => underPresent(entry, calendars));
    const seed = cools(calendars) ? randomBytes(seedBytes) : unused;
    const mayLeave = entries.some(({ stays }) => stays !== undefined);
    const bounds = { clockToleranceMs, changesPerDay, wrongCodesPerHour };
    const watch = watchBatch(context.observe, entries);
    const known = { rulebook, calendars, policy, queueNumber, ...bounds, seed };
    const batch = nextBatch?.();
    const decideEntries: Decide<readonly Decided[]> = (records, scope) => {
      watchClock(records, scope.now);
      watchOffices(records);
      if (!mayLeave) return decide(entries, records, scope, known);
      const staying = entries.filter(({ stays }) => stays === undefined || stays());
      return forAll(entries, staying, decide(staying, records, scope, known));
    };
    const scope = scopeOf(entries, now?.());
    const result = await (batch === undefined
      ? store.transact(scope, watch.around(decideEntries))
      : store.transact(
          { ...scope, wants: [...scope.wants, needBatches([batch])] },
          watch.around(keepingChanges(decideEntries, batch)),
        ));
    watch.end();
    crowd.decided(entries.length, performance.now() - started);
    return result;
  }

  return decideTogether;
}

/** What was asked before the offices changed is decided under those of now. */
function underPresent(entry: LaneEntry, calendars: DeskContext["calendars"]): LaneEntry {
  const renewed = <T>(asked: T): T => {
    const { calendar, move } = asked as { readonly calendar?: Calendar; readonly move?: unknown };
    if (calendar !== undefined) return { ...asked, calendar: calendars.get(calendar.office.id) };
    return typeof move === "object" ? { ...asked, move: renewed(move) } : asked;
  };
  return "task" in entry
    ? { ...entry, input: renewed(entry.input) }
    : { ...entry, request: renewed(entry.request) };
}

/** What was decided of those who stayed, in the places of all: nobody hears of the others. */
function forAll(
  entries: readonly LaneEntry[],
  staying: readonly LaneEntry[],
  decision: ReturnType<typeof decide>,
): ReturnType<typeof decide> {
  if ("widen" in decision || staying.length === entries.length) return decision;
  const decided = new Map(staying.map((entry, index) => [entry, decision.result[index]]));
  return { ...decision, result: entries.map((entry) => decided.get(entry) ?? left) };
}

const left: Decided = { error: new Error("Who asked has left.") };

/** Names that no other desk gives. */
function batchNames(): () => string {
  const own = crypto.randomUUID();
  let count = 0;
  return () => `${own} ${count++}`;
}

function keepingChanges<T>(decideEntries: Decide<T>, batch: string): Decide<T> {
  return (records, scope) => {
    const decision = decideEntries(records, scope);
    return "widen" in decision ? decision : withChanges(decision, records, batch, scope.now);
  };
}
