import {
  announce,
  type DrawBundle,
  type DrawCapacity,
  type DrawEntry,
  type DrawPlan,
  makeBundle,
  testBeacon,
} from "giliran/draw";
import vectors from "../cases/draw-vectors.json" with { type: "json" };

/** The entries and places of the vectors, drawn by a beacon for tests. */
export const entries: readonly DrawEntry[] = vectors["draw-1"].entries;
export const capacity: DrawCapacity = vectors["draw-1"].announcement.capacity;
export const beacon: ReturnType<typeof testBeacon> = testBeacon("sample");

const at = 1_502_500_000;
export const plan: DrawPlan & Required<Pick<DrawPlan, "freeze">> = {
  draw: "sample",
  entries,
  capacity,
  freeze: { at, margin: 600 },
  beacon: { chain: beacon.chain, round: at + 600 },
};

export function sampleBundle(own: Partial<typeof plan> = {}): DrawBundle {
  const { announcement, list } = announce({ ...plan, ...own });
  return makeBundle(announcement, list, beacon.recordOf(announcement.beacon.round));
}

/** The draw of the vectors, by the round of drand that they name. */
export function vectorBundle(own: Partial<typeof plan> = {}): DrawBundle {
  const { announcement: announced } = vectors["draw-1"];
  const { chain, rounds } = vectors["drand-quicknet"];
  const round = rounds.find((one) => one.round === announced.beacon.round);
  if (round === undefined) throw new Error("The vectors have the round of their draw.");
  // Round 1000 came out 2,997 seconds after the first.
  const freeze = { at: 1_692_803_367 + 2_997 - 600, margin: 600 };
  const { announcement, list } = announce({
    ...plan,
    draw: announced.draw,
    beacon: announced.beacon,
    freeze,
    ...own,
  });
  return makeBundle(announcement, list, { chain, ...round });
}
