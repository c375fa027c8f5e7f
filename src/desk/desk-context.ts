import { earliestFirst, type Policy } from "../allocation/policies.js";
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
import type { OnUnknownOffice, OnWrongClock } from "./clock-watch.js";
import type { DeskSettings, IsBlocked } from "./desk-settings.js";
import { createKeyedHash, type KeyedHash } from "./keyed-hash.js";
import type { Observe } from "./observe.js";
import type { DetailsSeal } from "./seal-details.js";
import { underSecret } from "./under-secret.js";

/** Settings with their defaults, and what is computed from them once. */
export interface DeskContext {
  /** As they were given. */
  readonly settings: DeskSettings;
  readonly rulebook: Rulebook;
  /** By the offices' ids. Replaced whole where the offices change: whoever decides takes it once. */
  calendars: ReadonlyMap<string, Calendar>;
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
  readonly changesPerDay: number;
  readonly wrongCodesPerHour: number;
  readonly onWrongClock: OnWrongClock | undefined;
  readonly onUnknownOffice: OnUnknownOffice | undefined;
  readonly observe: Observe | undefined;
  readonly keepChanges: boolean;
  readonly mostWaitingPerOffice: number;
  readonly mostWaiting: number;
  readonly peopleBy: DeskSettings["peopleBy"];
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
  onUnknownOffice: ["function"],
  observe: ["function"],
  keepChanges: ["boolean"],
  mostWaitingPerOffice: ["number"],
  mostWaiting: ["number"],
  changesPerDay: ["number"],
  wrongCodesPerHour: ["number"],
  peopleBy: ["string"],
};

/** @throws InvalidConfigError with the path of what is wrong. */
export function checkDeskSettings(settings: DeskSettings, rulebook: Rulebook): DeskContext {
  checkSettings(settings, shapes);
  const { offices, store, codes, seal, now, clockToleranceMs = 2000 } = settings;
  const calendars = calendarsOf(offices);
  checkMethods("store", store, ["transact", "read", "find"], "a store, such as memoryStore()");
  checkCount("store.width", store.width);
  if (codes !== undefined)
    checkMethods("codes", codes, ["draw", "read", "format"], "a code scheme, made by defineCodeScheme");
  if (seal !== undefined) checkMethods("seal", seal, ["seal", "unseal"], "a seal, made by sealDetails");
  if (!Number.isFinite(clockToleranceMs) || clockToleranceMs < 0)
    throw new InvalidConfigError(
      "clockToleranceMs",
      `expected milliseconds from 0 up, found ${clockToleranceMs}`,
    );
  checkOwnLabel(settings, calendars);
  if (!["key", "person", undefined].includes(settings.peopleBy))
    throw new InvalidConfigError("peopleBy", `expected key or person, found ${found(settings.peopleBy)}`);
  const hash = createKeyedHash(checkSecret(settings));
  return {
    settings,
    rulebook,
    calendars,
    store: settings.secret === undefined ? store : underSecret(store, hash),
    clockToleranceMs,
    ...boundsOf(settings),
    hash,
    policy: settings.policy ?? earliestFirst,
    codes: codes ?? bookingCodes,
    queueNumber: settings.queueNumber ?? queueNumber,
    isBlocked: settings.isBlocked,
    seal,
    now: now && checkedClock(now),
    onWrongClock: settings.onWrongClock,
    onUnknownOffice: settings.onUnknownOffice,
    observe: settings.observe,
    keepChanges: settings.keepChanges ?? false,
    peopleBy: settings.peopleBy,
    randomBytes: settings.randomBytes ?? pooledRandomBytes(),
  };
}

/**
 * The calendars of changed offices of a desk; those of offices that stay the same are kept.
 * @throws InvalidConfigError with the path of what is wrong.
 */
export function changedCalendars(
  settings: DeskSettings,
  before: ReadonlyMap<string, Calendar>,
  offices: readonly Office[],
): ReadonlyMap<string, Calendar> {
  checkSettings({ ...settings, offices }, shapes);
  const calendars = calendarsOf(offices, before);
  for (const id of before.keys())
    if (!calendars.has(id))
      throw new InvalidConfigError(
        "offices",
        `expected the office "${id}" too; one that leaves is kept with closed: true`,
      );
  checkOwnLabel(settings, calendars);
  return calendars;
}

function calendarsOf(
  offices: readonly Office[],
  before?: ReadonlyMap<string, Calendar>,
): ReadonlyMap<string, Calendar> {
  if (offices.length === 0)
    throw new InvalidConfigError("offices", "expected at least one office, made by defineOffice");
  const calendars = new Map<string, Calendar>();
  for (const [index, office] of offices.entries()) {
    if (!isOffice(office))
      throw new InvalidConfigError(`offices[${index}]`, "expected an office made by defineOffice");
    if (calendars.has(office.id))
      throw new InvalidConfigError(`offices[${index}].id`, `expected another id, found "${office.id}" twice`);
    const known = before?.get(office.id);
    calendars.set(office.id, known?.office === office ? known : createCalendar(office));
  }
  return calendars;
}

type Bounds = Pick<
  DeskContext,
  "mostWaitingPerOffice" | "mostWaiting" | "changesPerDay" | "wrongCodesPerHour"
>;

const defaultBounds: Bounds = {
  mostWaitingPerOffice: 10_000,
  mostWaiting: 50_000,
  changesPerDay: 10,
  wrongCodesPerHour: 100,
};

function boundsOf(settings: DeskSettings): Bounds {
  const bounds = Object.entries(defaultBounds).map(([name, standard]) => {
    const bound = settings[name as keyof Bounds]; // its own name
    checkCount(name, bound);
    return [name, bound ?? standard];
  });
  return Object.fromEntries(bounds) as Bounds; // the same names
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
  { queueNumber: label, now = Date.now }: DeskSettings,
  calendars: ReadonlyMap<string, Calendar>,
): void {
  if (label === undefined) return;
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
