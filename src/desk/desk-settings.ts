import { earliestFirst, type Policy } from "../allocation/policies.js";
import type { ActionName } from "../booking/actions/actions.js";
import type { Rulebook } from "../booking/rulebook.js";
import { InvalidConfigError } from "../errors.js";
import { checkMethods, checkSettings } from "../input/check-settings.js";
import { found } from "../input/found.js";
import { isInstant } from "../input/instant.js";
import type { Shapes } from "../input/shape.js";
import { type Calendar, createCalendar, listFoldDates } from "../office/calendar.js";
import { isOffice } from "../office/define-office.js";
import { addDays } from "../office/local-date.js";
import type { Office } from "../office/office.js";
import type { Store } from "../store/store.js";
import { bookingCodes, type CodeScheme } from "../ticket/booking-code.js";
import { checkQueueNumbers, type QueueNumberLabel, queueNumber } from "../ticket/queue-number.js";
import type { PersonCall } from "./calls.js";
import type { OnWrongClock } from "./clock-watch.js";
import { createKeyedHash, type KeyedHash } from "./keyed-hash.js";
import type { Observe } from "./observe.js";
import type { DetailsSeal } from "./seal-details.js";
import { underSecret } from "./under-secret.js";

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
  /** How far the clocks of desks on one store may be apart; default 2000. */
  readonly clockToleranceMs?: number;
  /** Told where clocks differ by more; default a `console.warn`, for it is somebody's machine that is to be set right. */
  readonly onWrongClock?: OnWrongClock;
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

/** Asked for applicants alone; where it rejects or throws, so does the call. */
export type IsBlocked = (query: BlockedQuery) => boolean | Promise<boolean>;

export interface BlockedQuery {
  readonly action: ActionName;
  readonly sender: string;
  /** As they were given to the call; none where a code is used. */
  readonly people: readonly PersonCall[];
}

/** Settings with their defaults, and what is computed from them once. */
export interface DeskContext {
  readonly rulebook: Rulebook;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly store: Store;
  readonly hash: KeyedHash;
  readonly policy: Policy;
  readonly codes: CodeScheme;
  readonly queueNumber: QueueNumberLabel;
  readonly isBlocked: IsBlocked | undefined;
  readonly seal: DetailsSeal | undefined;
  /** The caller's clock; without it the store's gives the time. */
  readonly now: (() => number) | undefined;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly clockToleranceMs: number;
  readonly onWrongClock: OnWrongClock | undefined;
  readonly observe: Observe | undefined;
  readonly keepChanges: boolean;
  readonly mostWaitingPerOffice: number;
  readonly mostWaiting: number;
}

const shortestSecret = 16;
const someMonday = "2024-01-01";
const daysTried = 1100;

const shapes: Shapes<DeskSettings> = {
  offices: ["required", "list"],
  store: ["required", "object"],
  secret: ["string"],
  policy: ["function"],
  codes: ["object"],
  queueNumber: ["function"],
  isBlocked: ["function"],
  seal: ["object"],
  now: ["function"],
  randomBytes: ["function"],
  clockToleranceMs: ["number"],
  onWrongClock: ["function"],
  observe: ["function"],
  keepChanges: ["boolean"],
  mostWaitingPerOffice: ["number"],
  mostWaiting: ["number"],
};

/** @throws InvalidConfigError with the path of what is wrong. */
export function checkDeskSettings(settings: DeskSettings, rulebook: Rulebook): DeskContext {
  checkSettings(settings, shapes);
  const { offices, store, codes, seal, now, clockToleranceMs = 2000 } = settings;
  const { mostWaitingPerOffice = 10_000, mostWaiting = 50_000 } = settings;
  if (offices.length === 0)
    throw new InvalidConfigError("offices", "expected at least one office, made by defineOffice");
  const calendars = new Map<string, Calendar>();
  for (const [index, office] of offices.entries()) {
    if (!isOffice(office))
      throw new InvalidConfigError(`offices[${index}]`, "expected an office made by defineOffice");
    if (calendars.has(office.id))
      throw new InvalidConfigError(`offices[${index}].id`, `expected another id, found "${office.id}" twice`);
    calendars.set(office.id, createCalendar(office));
  }
  checkMethods("store", store, ["transact", "read", "find"], "a store, such as memoryStore()");
  checkCount("store.width", store.width);
  checkCount("mostWaitingPerOffice", mostWaitingPerOffice);
  checkCount("mostWaiting", mostWaiting);
  if (codes !== undefined)
    checkMethods("codes", codes, ["draw", "read", "format"], "a code scheme, made by defineCodeScheme");
  if (seal !== undefined) checkMethods("seal", seal, ["seal", "unseal"], "a seal, made by sealDetails");
  if (!Number.isFinite(clockToleranceMs) || clockToleranceMs < 0)
    throw new InvalidConfigError(
      "clockToleranceMs",
      `expected milliseconds from 0 up, found ${clockToleranceMs}`,
    );
  if (settings.queueNumber !== undefined) checkOwnLabel(settings, calendars);
  const hash = createKeyedHash(checkSecret(settings));
  return {
    rulebook,
    calendars,
    store: settings.secret === undefined ? store : underSecret(store, hash),
    clockToleranceMs,
    hash,
    policy: settings.policy ?? earliestFirst,
    codes: codes ?? bookingCodes,
    queueNumber: settings.queueNumber ?? queueNumber,
    isBlocked: settings.isBlocked,
    seal,
    now: now && checkedClock(now),
    onWrongClock: settings.onWrongClock,
    observe: settings.observe,
    keepChanges: settings.keepChanges ?? false,
    mostWaitingPerOffice,
    mostWaiting,
    randomBytes: settings.randomBytes ?? pooledRandomBytes(),
  };
}

/** @throws InvalidConfigError where a number of things is none. */
function checkCount(path: string, count: number | undefined): void {
  if (count !== undefined && !(Number.isInteger(count) && count > 0))
    throw new InvalidConfigError(path, `expected a whole number from 1 up, found ${found(count)}`);
}

/** @throws RangeError where the clock shows no time; what is written under it could never be found again. */
function checkedClock(now: () => number): () => number {
  return () => {
    const at = now();
    if (!isInstant(at))
      throw new RangeError(`now: expected a function that gives epoch milliseconds, found ${found(at)}.`);
    return at;
  };
}

/** On a week, on every exceptional day, and where clocks go back in the coming years. */
function checkOwnLabel(
  { queueNumber: label = queueNumber, now = Date.now }: DeskSettings,
  calendars: ReadonlyMap<string, Calendar>,
): void {
  const week = Array.from({ length: 7 }, (_, day) => addDays(someMonday, day));
  for (const [officeId, calendar] of calendars)
    for (const date of [
      ...week,
      ...Object.keys(calendar.office.days),
      ...listFoldDates(calendar, now(), daysTried),
    ]) {
      const opening = calendar.day(date);
      const windows = opening.kind === "open" ? opening.slots.map(({ window }) => window) : [];
      checkQueueNumbers(label, { officeId, date, windows });
    }
}

/** Keys that outlive the process must be made under a secret, or anyone could try names against them. */
function checkSecret({ secret, store }: DeskSettings): string {
  if (secret === undefined && store.volatile === true) return "kept in memory only";
  if (typeof secret === "string" && secret.length >= shortestSecret) return secret;
  throw new InvalidConfigError(
    "secret",
    `expected a secret text of at least ${shortestSecret} characters for this store`,
  );
}

/**
 * The platform's cryptographic source, asked for many bytes at once: a call of it costs far more than the bytes that
 * a code takes. No byte is given twice.
 */
function pooledRandomBytes(): (length: number) => Uint8Array {
  let pool = new Uint8Array(0);
  let used = 0;
  return (length) => {
    if (used + length > pool.length) {
      pool = crypto.getRandomValues(new Uint8Array(Math.max(length, 4096)));
      used = 0;
    }
    used += length;
    return pool.slice(used - length, used);
  };
}
