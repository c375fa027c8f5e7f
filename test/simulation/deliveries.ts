import { checkCommitted, checkOnce, checkOrder, checkRefusal } from "./check-told.js";
import type { Journal } from "./journal.js";
import type { Known } from "./known.js";
import { createLaneOrder } from "./lane-order.js";
import type { Lot } from "./lot.js";
import type { Told } from "./messages.js";
import type { Delivery, Errand, Post } from "./post.js";
import type { Process, Processes } from "./processes.js";
import { minute } from "./town.js";
import type { Witness } from "./witness.js";

/** What is under way at the desks, until it is answered, fails or is lost with its desk; then it comes again. */
export interface Deliveries {
  readonly deliver: (errand: Errand, to?: Process) => void;
  readonly told: (told: Told) => void;
  /** Holds what was told since the last commit to the rules, while the store still is as the decision left it. */
  readonly checkTold: () => void;
  readonly restart: (process: Process) => Promise<void>;
  /** Ends a process with its machine, and nobody takes its place for now. */
  readonly lose: (process: Process) => Promise<void>;
}

interface DeliverySettings {
  readonly lot: Lot;
  readonly time: { readonly now: number };
  readonly known: Known;
  readonly witness: Witness;
  readonly post: Post;
  readonly journal: Journal;
  readonly running: Processes;
  /** What somebody does next who is told this. */
  readonly hear: (told: Told) => Errand | undefined;
}

export function createDeliveries(settings: DeliverySettings): Deliveries {
  const { lot, time, known, witness, post, journal, running, hear } = settings;
  const underWay = new Map<Delivery, Process>();
  const laneOrder = createLaneOrder(known.verdict);
  let toldNow: Told[] = [];
  let deliveries = 0;

  function answered(delivery: Delivery, result: unknown): void {
    if (!underWay.delete(delivery)) return;
    journal.note(time.now, delivery, kindOf(result));
    laneOrder.decided(delivery, witness.commits());
    delivery.errand.told?.(result, delivery);
  }

  function failed(delivery: Delivery, error: unknown): void {
    if (!underWay.delete(delivery)) return;
    const { errand } = delivery;
    journal.note(time.now, delivery, "failed");
    known.verdict.hold("error", isRetryable(error), () => `${errand.action}: ${error}`);
    post.send(errand, time.now + lot.below(2 * minute));
  }

  /** Who was waiting for an answer asks once more. */
  function sendAgain(process: Process): void {
    for (const [delivery, at] of underWay)
      if (at === process) {
        underWay.delete(delivery);
        post.send(delivery.errand, time.now + lot.below(minute));
      }
  }

  return {
    deliver(errand, process = lot.pickAny(running.all())) {
      if (process === undefined) return;
      const delivery = { errand, process: process.number, order: deliveries++ };
      underWay.set(delivery, process);
      errand.run(process.desk).then(
        (result) => answered(delivery, result),
        (error: unknown) => failed(delivery, error),
      );
    },
    told: (told) => void toldNow.push(told),
    checkTold() {
      // All of one commit, in the order in which it was decided.
      const told = toldNow.sort((a, b) => a.delivery.order - b.delivery.order);
      toldNow = [];
      const commit = witness.last();
      for (const one of told) {
        checkOnce(one, known);
        checkCommitted(one, known);
        if (commit !== undefined) checkRefusal(one, commit, known);
        const next = hear(one);
        if (next !== undefined)
          post.send(next, time.now + lot.below(lot.pick([1, 10 * minute, 45 * minute])));
      }
      if (commit !== undefined) checkOrder(told, commit, known);
    },
    async restart(process) {
      sendAgain(process);
      journal.fault("crash");
      await running.restart(process);
    },
    async lose(process) {
      if (running.all().length === 1) return;
      sendAgain(process);
      journal.fault("machine");
      await running.lose(process);
    },
  };
}

/** By its name: a library with a fault has an error class of its own. */
function isRetryable(error: unknown): boolean {
  return (
    error instanceof Error && error.name === "StoreError" && "retryable" in error && error.retryable === true
  );
}

function kindOf(result: unknown): string {
  return typeof result === "object" && result !== null && "kind" in result ? String(result.kind) : "done";
}
