import type { Desk } from "../../desk/desk.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { createDesk, defineOffice } from "../library.js";
import { noLimits, smallOffices } from "../offices.js";
import type { OpenedStore, OpenStore } from "../open-store.js";
import { dates } from "../world.js";
import { type ConformanceTest, onOpened } from "./conformance-test.js";
import { now } from "./store-calls.js";

interface SlowStore {
  readonly store: Store;
  readonly arm: () => void;
  /** Resolves when the first decision since then is about to be saved, and waits. */
  readonly reached: Promise<void>;
  readonly letGo: () => void;
}

/** The first that is sent after a decision waits until it is let go. */
async function connectSlow({ connectSlowly }: OpenedStore): Promise<SlowStore> {
  if (connectSlowly === undefined)
    throw new Error("Expected connectSlowly beside connect, or why there is none in `without.slowClient`.");
  let stage: "idle" | "loads" | "decided" | "saves" = "idle";
  let reach = (): void => undefined;
  let letGo = (): void => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const inner = await connectSlowly(async () => {
    if (stage !== "decided") return;
    stage = "saves";
    reach();
    await released;
  });
  const store: Store = {
    ...inner,
    transact: (scope, decide) =>
      inner.transact(scope, (records, wide) => {
        const decision = decide(records, wide);
        if (stage === "loads" && !("widen" in decision)) stage = "decided";
        return decision;
      }),
  };
  const arm = () => {
    stage = "loads";
  };
  return { store, arm, reached, letGo };
}

function openDesk(store: Store): Desk {
  const offices = smallOffices(1, noLimits).map(defineOffice);
  return createDesk({ offices, store, secret: "the secret of slow clients", now: () => now });
}

function hold(desk: Desk, name: string, officeId: string, window = "08:00") {
  return desk.hold({
    requestId: `hold ${name}`,
    sender: `sender ${name}`,
    officeId,
    date: dates[1] ?? "",
    window,
    people: [{ key: `person ${name}`, details: {} }],
  });
}

/** While a hold of the first at north is about to be saved. */
function whileSaving(
  open: OpenStore,
  work: (slow: Desk, opened: OpenedStore) => Promise<void>,
  then: (kind: string, slow: Desk) => Promise<void>,
): Promise<void> {
  return onOpened(open, async (opened) => {
    const { store, arm, reached, letGo } = await connectSlow(opened);
    const slow = openDesk(store);
    await hold(slow, "first", "south", "09:00"); // makes what is made once
    arm();
    const holding = hold(slow, "slow", "north");
    await Promise.race([reached, holding]);
    await work(slow, opened);
    expect(await Promise.race([holding, "still waits"]), "the slow client").toBe("still waits");
    letGo();
    await then((await holding).kind, slow);
  });
}

export const slowClients: readonly ConformanceTest[] = [
  {
    title: "lets a slow client hold up nobody, and tells it what is true when it comes",
    needs: "slowClient",
    run: (open) =>
      whileSaving(
        open,
        async (_, { connect }) => {
          expect((await hold(openDesk(await connect()), "other", "north")).kind).toBe("held");
        },
        async (kind, slow) => {
          expect(kind, "the slow client's answer").toBe("window-full");
          expect(await slow.find({ officeId: "north", date: dates[1] ?? "" })).toHaveLength(1);
        },
      ),
  },
  {
    title: "lets an office that stalls hold up no other at its desk",
    needs: "slowClient",
    run: (open) =>
      whileSaving(
        open,
        async (slow) => {
          expect((await hold(slow, "other", "south")).kind).toBe("held");
        },
        async (kind) => expect(kind, "the answer of the office that stalled").toBe("held"),
      ),
  },
];
