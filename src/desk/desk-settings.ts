import type { Policy } from "../allocation/policies.js";
import type { ActionName } from "../booking/actions/actions.js";
import type { Office } from "../office/office.js";
import type { Store } from "../store/store.js";
import type { CodeScheme } from "../ticket/booking-code.js";
import type { QueueNumberLabel } from "../ticket/queue-number.js";
import type { PersonCall } from "./calls.js";
import type { OnUnknownOffice, OnWrongClock } from "./clock-watch.js";
import type { Observe } from "./observe.js";
import type { DetailsSeal } from "./seal-details.js";

export interface DeskSettings {
  readonly offices: readonly Office[];
  readonly store: Store;
  /**
   * Key of all hashes; the same for every desk on a store, and for ever: a desk with another one is refused at its first
   * call. At least 16 characters.
   */
  readonly secret?: string | undefined;
  /** Order of preference of an office's slots; default `earliestFirst`. */
  readonly policy?: Policy;
  /** How booking codes are made and read; default `bookingCodes`. */
  readonly codes?: CodeScheme;
  /** What is called at the office, tried on days of every office; default `queueNumber`, `0830-03`. */
  readonly queueNumber?: QueueNumberLabel;
  /** Whether somebody may not book or use codes at all; default nobody is. It is asked before anything is decided. */
  readonly isBlocked?: IsBlocked;
  /** Keeps people's details from whoever reads the store, made by `sealDetails`; default they are stored as they are. */
  readonly seal?: DetailsSeal;
  /**
   * Epoch milliseconds. Left out, everything is decided by the store's clock: the server's of PostgreSQL and Redis, else
   * the machine's.
   */
  readonly now?: () => number;
  /** A cryptographic source; default the platform's. */
  readonly randomBytes?: (length: number) => Uint8Array;
  /** How many calls may wait at one office; more are answered `busy`. Default 10,000. */
  readonly mostWaitingPerOffice?: number;
  /** How many calls may wait at the desk; more are answered `busy`. Default 50,000. */
  readonly mostWaiting?: number;
  /**
   * How many bookings one sender may give up, have replaced or let lapse in a day, over all offices; then nothing more is
   * given to them for the rest of it. Cancelling and confirming are never refused. Default 10.
   */
  readonly changesPerDay?: number;
  /**
   * From how many wrong codes of all senders in an hour on a code that is not the sender's is answered `slowed-down`; their own
   * are read as ever. Default 100.
   */
  readonly wrongCodesPerHour?: number;
  /**
   * How people are known: by a `key` of the caller's, or as a `person` by name and birth date. Calls of the other kind are
   * `malformed`. Where desks of a store are given now one and now the other, nobody is known to be the same human.
   */
  readonly peopleBy?: "key" | "person";
  /** How far the clocks of desks on one store may be apart; default 2000. */
  readonly clockToleranceMs?: number;
  /** Told where clocks differ by more; default a `console.warn`, for it is somebody's machine that is to be set right. */
  readonly onWrongClock?: OnWrongClock;
  /**
   * Told once of each office that the desk does not have and meets bookings of; default a `console.warn`. Where other desks
   * have it, give a function that does nothing.
   */
  readonly onUnknownOffice?: OnUnknownOffice;
  /**
   * Whether what becomes of bookings is kept for `desk.changes`, in the same transaction; the same for every desk on a store.
   * Default false.
   */
  readonly keepChanges?: boolean;
  /**
   * Told of each batch, outcome, error and notice, without personal data; it is called in the middle of the work, so that it
   * should only count or note. What it throws harms nobody.
   */
  readonly observe?: Observe;
}

/** Asked for applicants alone; anything but `false` or `undefined` blocks, and where it rejects or throws, so does the call. */
export type IsBlocked = (query: BlockedQuery) => boolean | Promise<boolean>;

export interface BlockedQuery {
  readonly action: ActionName;
  readonly sender: string;
  /** As they were given to the call; none where a code is used. */
  readonly people: readonly PersonCall[];
}
