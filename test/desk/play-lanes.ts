import fc from "fast-check";
import type { createLanes, Settled } from "../../src/desk/lanes.js";

/** What happens at lanes, one after the other. */
export type LaneStep =
  /** Somebody comes, prepared at once or some time later, or fails then. */
  | { readonly kind: "enter"; readonly lane: number; readonly prepared: "now" | "later" | "never" }
  /** The oldest preparation ends. */
  | { readonly kind: "prepare" }
  /** One of the runs that are under way ends. */
  | { readonly kind: "end"; readonly run: number };

export interface LanesScript {
  readonly width: number;
  readonly steps: readonly LaneStep[];
}

export const lanesScripts: fc.Arbitrary<LanesScript> = fc.record({
  width: fc.integer({ min: 1, max: 3 }),
  steps: fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant("enter" as const),
          lane: fc.integer({ min: 0, max: 5 }),
          prepared: fc.constantFrom("now" as const, "now" as const, "later" as const, "never" as const),
        }),
      },
      { weight: 1, arbitrary: fc.constant({ kind: "prepare" as const }) },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant("end" as const), run: fc.integer({ min: 0, max: 2 }) }),
      },
    ),
    { maxLength: 60 },
  ),
});

interface Entry {
  readonly lane: number;
  readonly number: number;
}

interface Run {
  readonly entries: readonly (readonly Entry[])[];
  readonly end: () => void;
}

/** Plays a script and says what of the promises of lanes was broken; nothing where all were kept. */
export async function playLanes(
  create: typeof createLanes,
  { width, steps }: LanesScript,
): Promise<readonly string[]> {
  const broken: string[] = [];
  const running: Run[] = [];
  const preparing: (() => void)[] = [];
  const last = new Map<number, number>();
  const settled = new Map<number, string>();
  const expected = new Map<number, string>();
  const unprepared = new Set<number>();
  let numbers = 0;

  function lookAt(lane: number, own: readonly Entry[]): void {
    if (own.some((other) => other.lane !== lane)) broken.push("two lanes were given as one");
    if (running.some((run) => run.entries.some(([first]) => first?.lane === lane)))
      broken.push("a lane was in two runs");
    for (const { number } of own) {
      if (number < (last.get(lane) ?? 0)) broken.push("who came first to a lane was run later");
      last.set(lane, number);
    }
  }

  const lanes = create<Entry, number>(
    (entries) =>
      new Promise((resolve) => {
        for (const own of entries) lookAt(own[0]?.lane ?? -1, own);
        const results = entries.flat().map(({ number }): Settled<number> => ({ outcome: number }));
        running.push({ entries, end: () => resolve(results) });
        if (running.length > width) broken.push("more ran at a time than the width");
      }),
    { width },
  );

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 12; turn++) await undefined;
    const busy = new Set(running.flatMap(({ entries }) => entries.map(([first]) => first?.lane)));
    const waiting = [...expected.keys()].filter((number) => !settled.has(number));
    // The first of a lane that is in no run starts as soon as there is room.
    const idle = waiting.filter((number) => {
      const lane = Number(expected.get(number));
      const isFirst = !waiting.some((other) => other < number && Number(expected.get(other)) === lane);
      return isFirst && !unprepared.has(number) && !busy.has(lane);
    });
    if (running.length < width && idle.length > 0) broken.push("a lane waited though there was room");
  }

  async function take(step: LaneStep): Promise<void> {
    if (step.kind === "prepare") return preparing.shift()?.();
    if (step.kind === "end") return running.splice(step.run, 1)[0]?.end();
    const number = numbers++;
    const entry = { lane: step.lane, number };
    expected.set(number, `${step.lane}`);
    if (step.prepared !== "now") unprepared.add(number);
    const prepared =
      step.prepared === "now"
        ? entry
        : new Promise<Entry>((resolve, reject) => {
            preparing.push(() => {
              unprepared.delete(number);
              if (step.prepared === "later") resolve(entry);
              else reject(new Error("It can't be prepared."));
            });
          });
    lanes.enter(`${step.lane}`, number, prepared).then(
      (result) => {
        settled.set(number, result === number ? "run" : "other");
        if (result !== number || step.prepared === "never")
          broken.push("somebody was told another's outcome");
      },
      () => {
        settled.set(number, "failed");
        if (step.prepared !== "never") broken.push("somebody failed though it was prepared");
      },
    );
  }

  for (const step of steps) {
    await take(step);
    await settle();
  }
  while (preparing.length > 0 || running.length > 0) {
    preparing.shift()?.();
    running.shift()?.end();
    await settle();
  }
  if (settled.size < numbers) broken.push("somebody was never answered");
  return broken;
}
