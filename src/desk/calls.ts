import type { Actor, Details, Override } from "../booking/booking.js";

interface CallCore {
  /** Names the request for ever, `channel:message id`: the same id of a sender has its effect once. */
  readonly requestId: string;
  /** Opaque address that the request came from; staff may leave it out. */
  readonly sender?: string;
  /** Default `applicant`. */
  readonly by?: Actor;
  /** What came in under the request id where that is more than this call, such as a message's whole text. */
  readonly content?: string;
  /** Who leaves before the decision takes no place, and is rejected with the signal's reason. */
  readonly signal?: CallSignal;
  /** Epoch milliseconds by the desk's clock; who is not decided by then takes no place: a `DeadlineError`. */
  readonly deadline?: number;
}

/** An `AbortSignal`. */
export interface CallSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
  /** Calls the listener when the caller leaves. */
  addEventListener(type: "abort", listener: () => void): void;
  /** Calls it no more. */
  removeEventListener(type: "abort", listener: () => void): void;
}

interface WishCall extends CallCore {
  /** `YYYY-MM-DD` in the office's zone. */
  readonly date: string;
  /** Default `general`. */
  readonly pool?: string;
  /** The only window that will do, by its key, `08:30`; default any, as the desk's policy has it. */
  readonly window?: string;
  /** A local time, `10:00`; of the windows with room the nearest is given. */
  readonly prefer?: string;
}

export interface HoldCall extends WishCall {
  readonly officeId: string;
  /** The party, 1 to 100 people. */
  readonly people: readonly PersonCall[];
  /**
   * Rules that staff set aside, within the capacity and noted in the history: `notice` gives a window until it ends,
   * `intake-hours` takes the request at any time, `limits` whatever the person and the sender have.
   */
  readonly override?: readonly Override[];
}

export interface RescheduleCall extends WishCall {
  /** As typed or scanned; the pool is by default that of the booking. */
  readonly code: string;
  /** Another office of the booking's group; default that of the booking. */
  readonly officeId?: string;
}

export interface ChangePartyCall extends CallCore {
  /** As typed or scanned. */
  readonly code: string;
  /** All who come, 1 to 100 people: who stays, and who joins. */
  readonly people: readonly PersonCall[];
}

/** Without a `key` of the caller's own the details must have `name` and `birthDate`, `YYYY-MM-DD`, of which a key is made. */
export interface PersonCall {
  readonly key?: string;
  readonly details: Details;
}

export interface CodeCall extends CallCore {
  /** As typed or scanned; it is read by the desk's code scheme. */
  readonly code: string;
}
