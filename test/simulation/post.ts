import type { Desk } from "giliran";
import type { Lot } from "./lot.js";

/** Something to be done at a desk, and again where that failed. */
export interface Errand {
  readonly action: string;
  readonly run: (desk: Desk) => Promise<unknown>;
  /** Called with what came of it, each time. */
  readonly told?: (result: unknown, delivery: Delivery) => void;
  /** The office in whose lane it takes its place at once. */
  readonly lane?: string;
}

/** One arrival of an errand at a desk. */
export interface Delivery {
  readonly errand: Errand;
  readonly process: number;
  /** Counts the deliveries of the simulation. */
  readonly order: number;
}

/** Errands under way to the desks: late, twice, and in another order. */
export interface Post {
  readonly send: (errand: Errand, at: number) => void;
  /** Takes out what has arrived by now, the earliest first. */
  readonly arrived: (now: number) => readonly Errand[];
  readonly underWay: () => number;
}

export function createPost(): Post {
  let underWay: { readonly errand: Errand; readonly at: number }[] = [];
  return {
    send: (errand, at) => void underWay.push({ errand, at }),
    arrived(now) {
      const there = underWay.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      if (there.length > 0) underWay = underWay.filter(({ at }) => at > now);
      return there.map(({ errand }) => errand);
    },
    underWay: () => underWay.length,
  };
}

const second = 1000;
const day = 86_400 * second;

/** When a message arrives: mostly at once, now and then so late that others overtake it, some twice. */
export function arrivals(lot: Lot, now: number): readonly number[] {
  const first = lot.happens(0.2) ? now + lot.below(90 * second) : now;
  if (lot.happens(0.02)) return [first, now + day + lot.below(5 * day)];
  return lot.happens(0.12) ? [first, now + lot.below(60 * second)] : [first];
}
