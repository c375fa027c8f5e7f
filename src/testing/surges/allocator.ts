/** A window of the day that a surge is about, and how many places it has. */
export interface SurgeWindow {
  readonly window: string;
  readonly capacity: number;
}

/** Who asks for places; every request has an id of its own. */
export interface SurgeRequest {
  readonly requestId: string;
  readonly sender: string;
  /** A name as it was written: case, accents, blanks and hyphens make nobody another person. */
  readonly person: string;
  readonly places: number;
  /** The only window that will do; default any. */
  readonly window?: string;
}

export interface GivenPlace {
  readonly window: string;
  /** What is called at the counter. */
  readonly number: string;
  /** Gives the place back. */
  readonly giveBack: () => Promise<void>;
}

/** There is no place, but in these windows there is one, the best first. */
export interface Refusal {
  readonly instead: readonly string[];
}

/** What a surge needs to know of a booking system, ours or yours: one day of it, empty. */
export interface Allocator {
  readonly windows: readonly SurgeWindow[];
  /** Windows from the best liked on, where all people like the same ones; without it a place is a place. */
  readonly preference?: readonly string[];
  /** The place that was given, or what there is instead; `undefined` is nothing. Who calls first came first. */
  readonly ask: (request: SurgeRequest) => Promise<GivenPlace | Refusal | undefined>;
  /** Ends what was opened for it. */
  readonly close?: () => Promise<void> | void;
}

/** Makes an empty day, again and again. */
export type CreateAllocator = () => Allocator | Promise<Allocator>;
