import { dayKind } from "../../booking/kinds.js";
import { needDays } from "../../booking/needs.js";
import type { WrongClock } from "../../desk/clock-watch.js";
import type { Desk } from "../../desk/desk.js";
import { day, minute } from "../../input/instant.js";
import { recordsOf, saved } from "../../store/scope.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { createDesk, defineOffice } from "../library.js";
import { noLimits, smallOffices } from "../offices.js";
import type { OpenStore } from "../open-store.js";
import { dates } from "../world.js";
import { type ConformanceTest, onStore, onStores } from "./conformance-test.js";
import { hall } from "./hall.js";
import { floorValue, north, visitOf } from "./sample-hall.js";
import { among, nothing, now, save, scopeOf, want } from "./store-calls.js";

const toleranceMs = 2000;
const holdMinutes = 30;

interface DeskWithClock extends Desk {
  readonly store: Store;
  readonly clock: { now: number };
  readonly told: readonly WrongClock[];
}

interface TwoDesks {
  /** Of each of the two windows. */
  readonly capacity?: number;
  readonly clockToleranceMs?: number;
}

/** Two desks, each with a connection and a clock of its own. */
function atTwoDesks(
  open: OpenStore,
  { capacity = 1, clockToleranceMs = toleranceMs }: TwoDesks,
  work: (first: DeskWithClock, second: DeskWithClock) => Promise<void>,
): Promise<void> {
  return onStores(open, 2, async (stores) => {
    const [first, second] = stores.map((store) => {
      const clock = { now };
      const told: WrongClock[] = [];
      const desk = createDesk({
        offices: smallOffices(capacity, { ...noLimits, holdMinutes }).map(defineOffice),
        store,
        secret: "the secret of the clocks",
        now: () => clock.now,
        clockToleranceMs,
        onWrongClock: (found) => void told.push(found),
      });
      return { ...desk, store, clock, told };
    });
    if (first !== undefined && second !== undefined) await work(first, second);
  });
}

const hold = (desk: Desk, name: string) =>
  desk.hold({
    requestId: `hold ${name}`,
    sender: `sender ${name}`,
    officeId: "north",
    date: dates[0] ?? "",
    people: [{ key: `person ${name}`, details: {} }],
  });

async function codeOfHold(desk: Desk, name: string): Promise<string> {
  const outcome = await hold(desk, name);
  return outcome.kind === "held" ? outcome.booking.code : outcome.kind;
}

/** Minutes and a year ahead, a day behind. */
const wrongMs = [5 * minute, 365 * day, -day];

/** What a wrong clock has written refuses nothing to a right one, and is told once. */
async function goesOnAfterWrongClocks(open: OpenStore): Promise<void> {
  for (const ms of wrongMs)
    await atTwoDesks(open, { capacity: 4 }, async (right, wrong) => {
      const code = await codeOfHold(right, "a");
      wrong.clock.now = now + ms;
      await hold(wrong, "b");
      await wrong.sweep();
      await wrong.confirm({ requestId: "confirm a", sender: "sender a", code });
      for (const name of ["c", "d"]) {
        right.clock.now++;
        const held = await hold(right, name);
        expect(held.kind, `a hold beside a clock that is ${ms} ms ahead`).toBe("held");
        if (held.kind === "held") expect(held.booking.history[0]?.at, "its time").toBe(right.clock.now);
        const { records } = await right.store.read(
          scopeOf(needDays([{ officeId: "north", date: dates[0] ?? "" }])),
        );
        const [{ decidedAt } = { decidedAt: 0 }] = recordsOf(records, dayKind);
        expect(decidedAt, "the time of the day").toBe(right.clock.now);
      }
      await wrong.sweep();
      await hold(wrong, "e");
      expect([right, wrong].map(({ told }) => told.length > 1)).toEqual([false, false]);
      expect(right.told.length + wrong.told.length, "the desks that told of it").toBe(1);
    });
}

/** The last place, held until `told`, and two clocks that differ by nearly the tolerance. */
async function keepsWhatWasTold(open: OpenStore): Promise<void> {
  await atTwoDesks(open, {}, async (slow, fast) => {
    const code = await codeOfHold(slow, "a");
    const confirm = { requestId: "confirm", sender: "sender a", code };
    await codeOfHold(slow, "b");
    const told = now + holdMinutes * minute;
    fast.clock.now = told + toleranceMs - 1;
    slow.clock.now = told - 1;
    await fast.sweep();
    expect((await hold(fast, "c")).kind, "a hold of a place that may be confirmed still").toBe("day-full");
    const [shown] = await fast.availability({ officeId: "north", from: dates[0] ?? "", days: 1 });
    const left = shown?.kind === "open" ? shown.slots.map(({ placesLeft }) => placesLeft.general) : [];
    expect(left, "places left").toEqual([0, 0]);
    expect((await slow.confirm(confirm)).kind, "a confirm in time").toBe("confirmed");
    fast.clock.now = told + toleranceMs;
    expect((await hold(fast, "d")).kind, "a hold of a place that nobody can confirm").toBe("held");
  });
  await atTwoDesks(open, {}, async (slow, fast) => {
    const code = await codeOfHold(slow, "a");
    slow.clock.now = now + holdMinutes * minute;
    const late = await slow.confirm({ requestId: "confirm", sender: "sender a", code });
    expect(late.kind, "a confirm at the end").toBe("hold-lapsed");
    expect((await hold(fast, "b")).kind).toBe("held");
  });
}

/** The last place is still held by one clock and free by the other: it is confirmed, or given to somebody else. */
export async function endsOnceByTwoClocks(open: OpenStore): Promise<void> {
  for (let round = 0; round < 4; round++)
    await atTwoDesks(open, { clockToleranceMs: 0 }, async (first, second) => {
      const confirm = (name: string, code: string) =>
        first.confirm({ requestId: `confirm ${name}`, sender: `sender ${name}`, code });
      await confirm("a", await codeOfHold(first, "a"));
      const code = await codeOfHold(first, "b");
      second.clock.now = now + holdMinutes * minute;
      first.clock.now = second.clock.now - 1;
      const calls = [() => confirm("b", code), () => hold(second, "c")];
      const outcomes = await Promise.all((round % 2 === 0 ? calls : calls.reverse()).map((call) => call()));
      const kinds = outcomes.map(({ kind }) => kind).sort();
      expect(kinds, "a confirm and a hold of one place").toEqual(
        kinds.includes("confirmed") ? ["confirmed", "day-full"] : ["held", "hold-lapsed"],
      );
    });
}

export const clocks: readonly ConformanceTest[] = [
  {
    title: "decides at once what follows a clock that was minutes or a year ahead, or a day behind",
    run: goesOnAfterWrongClocks,
  },
  {
    title:
      "keeps a hold until its person was told at every desk, and for others as long as clocks may differ",
    run: keepsWhatWasTold,
  },
];

const { visit } = hall;

export const ownTime: readonly ConformanceTest[] = [
  {
    title: "gives a time of its own where the scope has none, and finds by it",
    run: (open) =>
      onStore(open, async (store) => {
        const scope = { wants: [want(visit.lookUps.due, floorValue(north))] };
        const { now: first } = await store.read(scope);
        expect(first > now).toBe(true);
        const codes = ["A", "B"];
        const times = codes.map((code, index) => visitOf(code, { dueAt: first - index }));
        await save(store, saved(visit, times));
        const found = await store.transact(scope, (records, { now: later }) =>
          nothing({ isLater: later >= first, codes: among(records, visit.byKey, codes) }),
        );
        expect(found).toEqual({ isLater: true, codes: "A B" });
        expect((await store.read(scope)).now >= first).toBe(true);
      }),
  },
];
