import type { Desk } from "giliran";
import {
  createBenchDesk,
  dates,
  hold,
  hotDate,
  officeIds,
  type Place,
  placeOf,
} from "../stores/bench-desk.js";
import { drive, quantile } from "../stores/sides.js";
import { usedHeap } from "../stores/used-heap.js";
import type { Build } from "./build.js";
import type { Storage, Weight } from "./storages.js";

/** The build of this checkout and another one. */
export type Pair = readonly [ours: Build, other: Build];

const rounds = 9;
const callers = 512;
const days = 7;

interface Work {
  readonly title: string;
  readonly calls: number;
  readonly callers: number;
  readonly place: (call: number) => Partial<Place>;
  /** Offices whose days are laid out before. */
  readonly offices: readonly string[];
}

/** What a run of a piece of work took. */
interface Run {
  readonly perSecond: number;
  /** Of this process, milliseconds: what others do on the machine shows less in it. */
  readonly cpuMs: number;
}

/** Runs the same work on both builds in turn, each time on an empty database, and prints how they compare. */
export async function compareSpeed(pair: Pair, storage: Storage): Promise<void> {
  const { hotDay, manyDays, oneCaller } = storage.calls;
  const hot = { place: () => ({}), offices: officeIds.slice(0, 1) };
  const works: readonly Work[] = [
    { title: "one hot day, 512 callers", calls: hotDay, callers, ...hot },
    { title: "26 offices, 512 callers", calls: manyDays, callers, place: placeOfCall, offices: officeIds },
    { title: "one hot day, one caller", calls: oneCaller, callers: 1, ...hot },
  ];
  for (const work of works) {
    const runs: (readonly [ours: Run, other: Run])[] = [];
    // A first round is not counted: programs and connections live long, and are not measured while they warm up.
    for (let round = 0; round <= rounds; round++) {
      const ours = await runOf(pair[0], storage, work);
      const other = await runOf(pair[1], storage, work);
      if (round > 0) runs.push([ours, other]);
    }
    const [own, others] = [runs.map(([ours]) => ours), runs.map(([, other]) => other)];
    const speeds = [own, others].map((side) => `${Math.round(quantile(side.map(speedOf), 0.5))}/s`);
    const least = [own, others].map((side) => Math.min(...side.map(timeOf)));
    const speed = spreadOf(runs.map(([ours, other]) => speedOf(ours) / speedOf(other)));
    const time = spreadOf(runs.map(([ours, other]) => timeOf(ours) / timeOf(other)));
    console.log(
      `  ${work.title.padEnd(26)}${speeds.map((each) => each.padStart(9)).join(" beside")}` +
        `   speed ${speed}   processor time ${time}, of the best runs ${ratioOf(least)}`,
    );
  }
}

const speedOf = ({ perSecond }: Run) => perSecond;
const timeOf = ({ cpuMs }: Run) => cpuMs;
const ratioOf = ([ours = 0, other = 0]: readonly number[]) => (ours / other).toFixed(2);

/** The median, and the least and the most. */
function spreadOf(ratios: readonly number[]): string {
  const [least, median, most] = [0, 0.5, 1].map((part) => quantile(ratios, part).toFixed(2));
  return `${median} (${least} to ${most})`;
}

async function runOf(build: Build, storage: Storage, work: Work): Promise<Run> {
  const opened = await storage.open(build);
  try {
    const desk = createBenchDesk(opened.store, undefined, build);
    await hold(desk, 9_999_999); // makes the tables
    await Promise.all(
      work.offices.flatMap((officeId, index) => [
        hold(desk, 9_999_000 + index, { officeId }),
        desk.availability({ officeId, from: hotDate, days }),
      ]),
    );
    usedHeap(); // what others left is not collected while this is measured
    const before = process.cpuUsage();
    const { perSecond } = await drive(work.callers, work, async (call) => {
      const kind = await hold(desk, call, work.place(call));
      if (kind !== "held") throw new Error(`Expected a hold, got ${kind}.`);
    });
    const { user, system } = process.cpuUsage(before);
    return { perSecond, cpuMs: (user + system) / 1000 };
  } finally {
    await opened.close();
  }
}

/** Fewer days than elsewhere, so that they are laid out soon. */
function placeOfCall(call: number): Place {
  return { ...placeOf(call), date: dates[(call * 6271) % days] ?? "" };
}

/** Prints what a booking takes in the store when it is held, and when it is confirmed. */
export async function compareWeight([ours, other]: Pair, storage: Storage): Promise<void> {
  const [own, others] = [await weightsOf(ours, storage), await weightsOf(other, storage)];
  for (const state of ["held", "confirmed"] as const) {
    const [a, b] = [own[state], others[state]];
    const rows =
      a.rows === undefined || b.rows === undefined
        ? ""
        : `${a.rows.toFixed(2)} rows beside ${b.rows.toFixed(2)} (${ratioOf([a.rows, b.rows])}), `;
    const bytes = `${a.bytes.toFixed(0)} bytes beside ${b.bytes.toFixed(0)} (${ratioOf([a.bytes, b.bytes])})`;
    console.log(`  a booking that is ${state.padEnd(10)}${rows}${bytes}`);
  }
}

type Weights = Readonly<Record<"held" | "confirmed", Weight>>;

async function weightsOf(build: Build, storage: Storage): Promise<Weights> {
  const calls = storage.weighed;
  const opened = await storage.open(build);
  try {
    const desk = createBenchDesk(opened.store, undefined, build);
    await Promise.all(officeIds.map((officeId) => desk.availability({ officeId, from: hotDate, days: 1 })));
    const before = await opened.weigh();
    const perBooking = async (): Promise<Weight> => {
      const { rows, bytes } = await opened.weigh();
      return {
        bytes: (bytes - before.bytes) / calls,
        ...(rows !== undefined && { rows: (rows - (before.rows ?? 0)) / calls }),
      };
    };
    await drive(callers, { calls }, (call) =>
      hold(desk, call, { officeId: officeIds[call % officeIds.length] ?? "" }),
    );
    const held = await perBooking();
    for (const officeId of officeIds) await confirmAll(desk, officeId);
    return { held, confirmed: await perBooking() };
  } finally {
    await opened.close();
  }
}

async function confirmAll(desk: Desk, officeId: string): Promise<void> {
  const bookings = await desk.find({ officeId, date: hotDate });
  await Promise.all(
    bookings.map(({ code, sender = "" }) => desk.confirm({ requestId: `confirm ${code}`, sender, code })),
  );
}
