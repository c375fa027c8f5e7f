import type { Store } from "giliran";
import * as ownLibrary from "../../src/testing/library.js";
import type { OpenStore } from "../../src/testing/open-store.js";
import type { Library } from "../../src/testing/world.js";
import { checkWholeStore } from "./check-whole-store.js";
import { createChores } from "./chores.js";
import { createCitizens, type Naming } from "./citizens.js";
import { createDeliveries } from "./deliveries.js";
import { createGate } from "./gate.js";
import { createJournal } from "./journal.js";
import type { Known } from "./known.js";
import { createLot } from "./lot.js";
import type { Told } from "./messages.js";
import { createMirror } from "./mirror.js";
import { arrivals, createPost } from "./post.js";
import { startProcesses } from "./processes.js";
import type { Report } from "./report.js";
import { change, configOf, dateAt, day, drawOffices, hour, minute } from "./town.js";
import { createTraffic } from "./traffic.js";
import { type Broken, createVerdict } from "./verdict.js";
import { withoutRealTime } from "./without-real-time.js";
import { createWitness } from "./witness.js";

export interface SimulationSettings {
  readonly seed: number;
  readonly days: number;
  readonly open: OpenStore;
  /** Default 3. */
  readonly offices?: number;
  readonly library?: Library;
  /** Clocks may be minutes, days or a year off: rules that are about time are not held to then. */
  readonly wrongClocks?: boolean;
  /** How people and senders are called; it must not matter. */
  readonly naming?: Naming;
}

/** Monday, 00:00 in Jakarta. */
const begin = Date.parse("2017-08-07T00:00+07:00");
/** Of the day, within which people write. */
const [firstHour, lastHour] = [5, 16];
const rates = { refused: 1.5, failed: 1.5, lost: 2.5, conflict: 4, delayed: 4 };
/** Rules that only hold while clocks differ by no more than the tolerance. */
const ofTime: readonly Broken["rule"][] = ["C2", "C3", "F1", "F4", "notices", "use"];
const defaultNaming: Naming = { person: "Warga", sender: "sender" };

/** Plays days of a made-up town on a store, with everything going wrong that may, and holds each step to the rules. */
export function simulate(settings: SimulationSettings): Promise<Report> {
  return withoutRealTime(async () => {
    const { connect, close } = await settings.open();
    try {
      const stores = [await connect(), await connect()];
      return await live(settings, stores, await connect());
    } finally {
      await close?.();
    }
  });
}

async function live(
  {
    seed,
    days,
    offices: officeCount = 3,
    library = ownLibrary,
    naming = defaultNaming,
    wrongClocks = false,
  }: SimulationSettings,
  stores: readonly Store[],
  own: Store,
): Promise<Report> {
  const lot = createLot(seed);
  const time = { now: begin };
  const offices = drawOffices(lot, officeCount);
  const citizens = createCitizens(officeCount * 10, naming);
  const verdict = createVerdict(wrongClocks ? ofTime : []);
  const mirror = createMirror();
  const known: Known = { mirror, offices, verdict, wasCancelled: (code) => traffic.wasCancelled(code) };
  const witness = createWitness(known);
  const gate = createGate(lot, rates);
  const post = createPost();
  const journal = createJournal();
  const told = (one: Told) => deliveries.told(one);
  const traffic = createTraffic({ lot, offices, citizens, mirror, told });
  const chores = createChores({ lot, known, traffic, citizens });
  let defined = offices.map(configOf).map(library.defineOffice);
  const running = startProcesses({
    library,
    lot,
    gate,
    seed,
    secret: `the secret of ${naming.person} and ${naming.sender}`,
    now: () => time.now,
    offices: () => defined,
    stores: stores.map(witness.watch),
    wrongClocks,
  });
  const deliveries = createDeliveries({
    lot,
    time,
    known,
    witness,
    post,
    journal,
    running,
    hear: traffic.hear,
  });

  /** A new config reaches all at once, while they run or as they are started anew. */
  async function deploy(): Promise<void> {
    const office = lot.pickAny(offices);
    if (office === undefined) return;
    change(lot, office, time.now);
    const changed = library.defineOffice(configOf(office));
    defined = defined.map((before) => (before.id === office.id ? changed : before));
    const atRunTime = lot.happens(0.6);
    for (const process of [...running.all()])
      if (atRunTime)
        deliveries.deliver({ action: "changeOffices", run: (desk) => desk.changeOffices(defined) }, process);
      else await deliveries.restart(process);
    post.send(chores.resolveConflicts(office.id), time.now);
  }

  /** What happens to processes, their machines and their clocks. */
  async function disturb(): Promise<void> {
    const process = lot.pickAny(running.all());
    if (lot.happens(0.015) && process !== undefined) await deliveries.restart(process);
    const other = lot.pickAny(running.all());
    if (lot.happens(0.01) && other !== undefined) {
      journal.fault("clock");
      running.moveClock(other);
    }
    if (lot.happens(0.004) && other !== undefined) await deliveries.lose(other);
    if (lot.happens(0.03)) running.replaceLost();
  }

  async function step(): Promise<void> {
    for (let writing = lot.below(2 + Math.ceil(officeCount / 2)); writing > 0; writing--) {
      const errand = traffic.draw(time.now);
      for (const [copy, at] of arrivals(lot, time.now).entries()) {
        if (copy > 0) journal.fault("duplicate");
        post.send(errand, at);
      }
    }
    if (lot.happens(0.25)) post.send(chores.draw(time.now), time.now);
    for (const errand of post.arrived(time.now)) deliveries.deliver(errand);
    await disturb();
    await gate.settle(deliveries.checkTold);
  }

  /** Mostly the next moments, some exactly at the end of a hold, and from time to time much later. */
  function nextInstant(from: number): number {
    const ends = mirror.heldUntil().filter((end) => end > from && end < from + 6 * hour);
    if (lot.happens(0.12)) return lot.pickAny(ends) ?? from;
    if (lot.happens(0.6)) return from + lot.pick([0, 0, 1, 200, 1500]);
    return from + lot.below((lot.happens(0.6) ? 40 * hour : 20 * minute) / (officeCount + 1));
  }

  async function endOfDay(): Promise<void> {
    while (gate.waiting() > 0) await gate.settle(deliveries.checkTold);
    await checkWholeStore(own, time.now, known);
    const retired = Math.min(...offices.map((office) => Date.parse(dateAt(office, time.now)))) - 2 * day;
    const visitsBefore = new Date(retired).toISOString().slice(0, 10);
    const messagesBefore = time.now - 9 * day;
    post.send(
      { action: "forgetBefore", run: (desk) => desk.forgetBefore({ visitsBefore, messagesBefore }) },
      time.now,
    );
    if (lot.happens(0.2)) await deploy();
  }

  for (let today = 0; today < days && verdict.broken() === undefined; today++) {
    const midnight = begin + today * day;
    time.now = midnight + firstHour * hour;
    while (verdict.broken() === undefined && time.now < midnight + lastHour * hour) {
      await step();
      time.now = nextInstant(time.now);
    }
    time.now = midnight + day;
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
