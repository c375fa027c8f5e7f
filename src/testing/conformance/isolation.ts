import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import type { OpenStore } from "../open-store.js";
import { snapshot } from "../snapshot.js";
import { createWorldOn, dates, type World } from "../world.js";
import { endsOnceByTwoClocks } from "./clocks.js";
import type { ConformanceTest } from "./conformance-test.js";
import { keepsLimitsAtDesks } from "./limits-at-desks.js";
import { raceDesks } from "./racing-desks.js";

const desks = 8;
const rounds = 4;

/** Eight desks at offices with five places in a window, more than once. */
async function inRounds(open: OpenStore, run: (world: World) => Promise<void>): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const world = await createWorldOn(open)({ offices: smallOffices(5, noLimits), desks });
    try {
      await run(world);
    } finally {
      await world.close();
    }
  }
}

function callOf(name: string | number) {
  return {
    requestId: `request ${name}`,
    sender: `sender ${name}`,
    officeId: "north",
    date: dates[0] ?? "",
    people: [{ key: `person ${name}`, details: {} }],
  };
}

/** 40 callers, when the last window of a date has five places. */
async function fillsFivePlaces(world: World): Promise<void> {
  world.time.now = Date.parse(`${dates[0]}T08:30+07:00`);
  const holds = Array.from({ length: 40 }, (_, caller) => world.desks[caller % desks]?.hold(callOf(caller)));
  const kinds = (await Promise.all(holds)).map((outcome) => outcome?.kind);
  expect(kinds.filter((kind) => kind === "held")).toHaveLength(5);
  expect(kinds.filter((kind) => kind === "day-full")).toHaveLength(35);
}

async function answersOnce(world: World): Promise<void> {
  const outcomes = await Promise.all(world.desks.map((desk) => desk.hold(callOf("everywhere"))));
  const [booking, ...others] = await snapshot(world);
  expect(others).toEqual([]);
  for (const outcome of outcomes) expect<unknown>(outcome).toEqual({ kind: "held", booking });
}

export const isolation: readonly ConformanceTest[] = [
  {
    title: "isolates a day: forty callers for five places get five, and what may happen once does",
    needs: "connections",
    async run(open) {
      await inRounds(open, fillsFivePlaces);
      await endsOnceByTwoClocks(open);
      await raceDesks(open);
    },
  },
  {
    title: "isolates people and senders over all offices",
    needs: "connections",
    run: keepsLimitsAtDesks,
  },
  {
    title: "isolates a request: one that arrives everywhere at once has one effect and one answer",
    needs: "connections",
    run: (open) => inRounds(open, answersOnce),
  },
];
