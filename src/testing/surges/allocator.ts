/** A window of the day that a surge is about, and how many places it has. */
export interface SurgeWindow {
  readonly window: string;
  readonly places: number;
}

/** Who asks for places; every request has an id of its own, and every person asks once. */
export interface SurgeRequest {
  readonly requestId: string;
  readonly sender: string;
  readonly person: string;
  readonly places: number;
}

export interface GivenPlace {
  readonly window: string;
  /** What is called at the counter. */
  readonly number: string;
  readonly giveBack: () => Promise<void>;
}

/** What a surge needs to know of a booking system, ours or yours: one day of it, empty. */
export interface Allocator {
  readonly windows: readonly SurgeWindow[];
  /** Windows from the best liked on, where all people like the same ones; without it a place is a place. */
  readonly preference?: readonly string[];
  /** The place that was given, or `undefined` where the day is full. Who calls first came first. */
  readonly ask: (request: SurgeRequest) => Promise<GivenPlace | undefined>;
  /** Ends what was opened for it. */
  readonly close?: () => Promise<void> | void;
}

/** Makes an empty day, again and again. */
export type CreateAllocator = () => Allocator | Promise<Allocator>;
