import { type Desk, type Store, StoreError } from "giliran";
import { expect } from "vitest";
import { nextTurn } from "../../src/testing/next-turn.js";
import { expectTrueLedger } from "../../src/testing/rules/c9-ledger.js";
import { day, deskFor, holdOf, monday } from "./five-places.js";

/** More than any test asks for. */
export const places = 10_000;

/** Every hold that was acknowledged, by the code that was told. */
export type Acknowledged = Map<string, string>;

/** A caller makes one hold after the other until it is told to end, and whatever fails again with its request id. */
function keepHolding(desk: Desk, callers: number) {
  const acknowledged: Acknowledged = new Map();
  const awaited: { readonly count: number; readonly resolve: () => void }[] = [];
  let next = 0;
  let isEnded = false;

  async function holdUntilAcknowledged(name: string): Promise<void> {
    for (;;) {
      // A store in this process answers without letting anything else be read.
      await nextTurn();
      try {
        const outcome = await desk.hold(holdOf(name));
        acknowledged.set(name, outcome.kind === "held" ? outcome.booking.code : outcome.kind);
        return;
      } catch (error) {
        if (!(error instanceof StoreError && error.retryable)) throw error;
      }
    }
  }

  async function caller(): Promise<void> {
    while (!isEnded) {
      await holdUntilAcknowledged(`${next++}`);
      for (const { resolve } of awaited.filter(({ count }) => acknowledged.size >= count)) resolve();
    }
  }

  const all = Promise.all(Array.from({ length: callers }, caller));
  return {
    acknowledged,
    /** Resolves when so many more are acknowledged; rejects where a caller failed for good. */
    more: (holds: number) =>
      Promise.race([
        all,
        new Promise<void>((resolve) => awaited.push({ count: acknowledged.size + holds, resolve })),
      ]),
    end: async () => {
      isEnded = true;
      await all;
    },
  };
}

/**
 * Eight callers at a desk, to which the fault happens while they wait for answers. They go on by themselves, and
 * nothing is lost or counted twice, of what was acknowledged to `others` neither.
 */
export async function expectToSurvive(
  store: Store,
  fault: () => Promise<void>,
  others: Acknowledged = new Map(),
): Promise<void> {
  const holding = keepHolding(deskFor(store, places), 8);
  await holding.more(40);
  await fault();
  await holding.more(40);
  await holding.end();
  await expectKept(store, new Map([...holding.acknowledged, ...others]));
}

/** Twenty ask at once, of whom the store refuses to write the eighth: that one fails for good, and alone. */
export async function expectNineteenOfTwenty(desk: Desk): Promise<void> {
  const holds = Array.from({ length: 20 }, (_, caller) => desk.hold(holdOf(`${caller}`)));
  const settled = await Promise.allSettled(holds);
  const failures = settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(failures).toEqual([expect.any(StoreError)]);
  expect(failures[0]).toMatchObject({ retryable: false, recordsRefused: true });
  expect(settled[7]?.status).toBe("rejected");
  expect(await desk.find(day)).toHaveLength(19);
}

/** The day has these bookings and no other, each once; its ledger says the same, and there is nothing to mend. */
export async function expectKept(store: Store, acknowledged: Acknowledged): Promise<void> {
  const desk = deskFor(store, places);
  const bookings = await desk.find(day);
  const kept = bookings.map(({ sender, code }) => [sender?.replace("sender ", ""), code].join(" ")).sort();
  expect(kept).toEqual([...acknowledged].map((hold) => hold.join(" ")).sort());
  await expectTrueLedger(store, day, monday);
  expect(await desk.reconcile(day)).toEqual({ kind: "sound" });
}
