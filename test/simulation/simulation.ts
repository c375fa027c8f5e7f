import type { BookingStore } from "giliran";
import * as ownLibrary from "../../src/testing/library.js";
import type { Library, OpenStore } from "../../src/testing/world.js";
import { checkCommitted, checkOnce, checkOrder, checkRefusal } from "./check-told.js";
import { checkWholeStore } from "./check-whole-store.js";
import { createChores } from "./chores.js";
import { createCitizens, type Naming } from "./citizens.js";
import { createGate } from "./gate.js";
import { createJournal } from "./journal.js";
import type { Known } from "./known.js";
import { createLaneOrder } from "./lane-order.js";
import { createLot } from "./lot.js";
import type { Told } from "./messages.js";
import { createMirror } from "./mirror.js";
import { arrivals, createPost, type Delivery, type Errand } from "./post.js";
import { type Process, startProcesses } from "./processes.js";
import type { Report } from "./report.js";
import { withThreadlessHashes } from "./threadless-hashes.js";
import { configOf, dateAt, day, drawOffices, hour, minute } from "./town.js";
import { createTraffic } from "./traffic.js";
import { createVerdict } from "./verdict.js";
import { createWitness } from "./witness.js";

export interface SimulationSettings {
  readonly seed: number;
  readonly days: number;
  readonly open: OpenStore;
  /** Default 3. */
  readonly offices?: number;
  readonly library?: Library;
  /** How people and senders are called; it must not matter. */
  readonly naming?: Naming;
}

/** Monday, 00:00 in Jakarta. */
const begin = Date.parse("2017-08-07T00:00+07:00");
const processes = 2;
const rates = { refused: 1.5, failed: 1.5, lost: 2.5, conflict: 4, delayed: 4 };
const defaultNaming: Naming = { person: "Warga", sender: "sender" };

/** Plays days of a made-up town on a store, with everything going wrong that may, and holds each step to the rules. */
export function simulate(settings: SimulationSettings): Promise<Report> {
  return withThreadlessHashes(async () => {
    const { connect, close } = await settings.open();
    try {
      const stores: BookingStore[] = [];
      for (let count = 0; count <= processes; count++) stores.push(await connect());
      return await live(settings, stores);
    } finally {
      await close?.();
    }
  });
}

async function live(
  { seed, days, offices: officeCount = 3, library = ownLibrary, naming = defaultNaming }: SimulationSettings,
  [own, ...stores]: readonly BookingStore[],
): Promise<Report> {
  if (own === undefined) throw new Error("A simulation needs a connection to look by.");
  const lot = createLot(seed);
  const time = { now: begin };
  const offices = drawOffices(lot, officeCount);
  const citizens = createCitizens(officeCount * 10, naming);
  const verdict = createVerdict();
  const mirror = createMirror();
  const known: Known = { mirror, offices, verdict, wasCancelled: (code) => traffic.wasCancelled(code) };
  const witness = createWitness(known);
  const gate = createGate(lot, rates);
  const post = createPost();
  const journal = createJournal();
  const laneOrder = createLaneOrder(verdict);
  let toldNow: readonly Told[] = [];
  const traffic = createTraffic({
    lot,
    offices,
    citizens,
    mirror,
    told: (told) => void (toldNow = [...toldNow, told]),
  });
  const chores = createChores({ lot, known, traffic, citizens });
  let defined = offices.map(configOf).map(library.defineOffice);
  const underWay = new Map<Delivery, Process>();
  let deliveries = 0;
  const running = startProcesses({
    library,
    lot,
    gate,
    seed,
    secret: `the secret of ${naming.person} and ${naming.sender}`,
    now: () => time.now,
    offices: () => defined,
    stores: stores.map(witness.watch),
  });

  function deliver(errand: Errand): void {
    const process = lot.pickAny(running.all());
    if (process === undefined) return;
    const delivery = { errand, process: process.number, order: deliveries++ };
    underWay.set(delivery, process);
    errand.run(process.desk).then(
      (result) => answered(delivery, result),
      (error: unknown) => failed(delivery, error),
    );
  }

  function answered(delivery: Delivery, result: unknown): void {
    if (!underWay.delete(delivery)) return;
    journal.note(time.now, delivery, kindOf(result));
    laneOrder.decided(delivery, witness.commits());
    delivery.errand.told?.(result, delivery);
  }

  function failed(delivery: Delivery, error: unknown): void {
    if (!underWay.delete(delivery)) return;
    journal.note(time.now, delivery, "failed");
    const mayBeAgain = error instanceof Error && error.name === "StoreError" && "retryable" in error;
    verdict.hold("error", mayBeAgain && error.retryable === true, () => `${delivery.errand.action}: ${error}`);
    post.send(delivery.errand, time.now + lot.below(2 * minute));
  }

  /** What was told is checked while the store still is as the decision left it. */
  function checkTold(): void {
    // All of one commit, in the order in which it was decided.
    const told = toldNow.toSorted((a, b) => a.delivery.order - b.delivery.order);
    toldNow = [];
    const commit = witness.last();
    for (const one of told) {
      checkOnce(one, known);
      checkCommitted(one, known);
      if (commit !== undefined) checkRefusal(one, commit, known);
      const next = traffic.hear(one);
      if (next !== undefined) post.send(next, time.now + lot.below(lot.pick([1, 10 * minute, 45 * minute])));
    }
    if (commit !== undefined) checkOrder(told, commit, known);
  }

  async function restart(process: Process): Promise<void> {
    for (const [delivery, at] of underWay)
      if (at === process) {
        underWay.delete(delivery);
        post.send(delivery.errand, time.now + lot.below(minute));
      }
    journal.fault("crash");
    await running.restart(process);
  }

  /** A new config reaches all at once. */
  async function deploy(): Promise<void> {
    const office = lot.pickAny(offices);
    if (office === undefined) return;
    if (lot.happens(0.3)) office.closures.set(dateAt(office, time.now + (1 + lot.below(3)) * day), "inventory");
    else office.general = 1 + lot.below(3);
    defined = offices.map(configOf).map(library.defineOffice);
    for (const process of [...running.all()]) await restart(process);
    post.send(chores.resolveConflicts(office.id), time.now);
  }

  async function step(): Promise<void> {
    for (let writing = lot.below(3); writing > 0; writing--) {
      const errand = traffic.draw(time.now);
      for (const [copy, at] of arrivals(lot, time.now).entries()) {
        if (copy > 0) journal.fault("duplicate");
        post.send(errand, at);
      }
    }
    if (lot.happens(0.25)) post.send(chores.draw(time.now), time.now);
    for (const errand of post.arrived(time.now)) deliver(errand);
    const process = lot.pickAny(running.all());
    if (lot.happens(0.015) && process !== undefined) await restart(process);
    await gate.settle(checkTold);
  }

  /** Mostly the next moments, some exactly at the end of a hold, and from time to time much later. */
  function nextInstant(from: number): number {
    const ends = mirror.heldUntil().filter((end) => end > from && end < from + 6 * hour);
    if (lot.happens(0.12)) return lot.pickAny(ends) ?? from;
    if (lot.happens(0.6)) return from + lot.pick([0, 0, 1, 200, 1500]);
    return from + lot.below((lot.happens(0.6) ? 40 * hour : 20 * minute) / (officeCount + 1));
  }

  async function endOfDay(): Promise<void> {
    while (gate.waiting() > 0) await gate.settle(checkTold);
    await checkWholeStore(own as BookingStore, time.now, known);
    const retired = Math.min(...offices.map((office) => Date.parse(dateAt(office, time.now)))) - 2 * day;
    const visitsBefore = new Date(retired).toISOString().slice(0, 10);
    const messagesBefore = time.now - 9 * day;
    post.send({ action: "forgetBefore", run: (desk) => desk.forgetBefore({ visitsBefore, messagesBefore }) }, time.now);
    if (lot.happens(0.2)) await deploy();
  }

  for (let today = 0; today < days && verdict.broken() === undefined; today++) {
    const [opens, closes] = [5, 16].map((hours) => begin + today * day + hours * hour);
    time.now = opens ?? 0;
    while (verdict.broken() === undefined && time.now < (closes ?? 0)) {
      await step();
      time.now = nextInstant(time.now);
    }
    time.now = begin + (today + 1) * day;
    await endOfDay();
  }
  return {
    seed,
    days,
    offices: officeCount,
    actions: journal.actions(),
    commits: witness.commits(),
    outcomes: journal.outcomes,
    faults: new Map([...gate.faults, ...journal.faults]),
    broken: verdict.broken(),
    lastSteps: verdict.broken() === undefined ? [] : journal.lastSteps(),
  };
}

function kindOf(result: unknown): string {
  return typeof result === "object" && result !== null && "kind" in result ? String(result.kind) : "done";
}
