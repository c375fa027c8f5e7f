import type { Booking, DayKey } from "giliran";
import { dayKind } from "../../src/booking/kinds.js";
import { dayName } from "../../src/booking/records.js";
import { savedOf } from "../../src/store/scope.js";
import { slotName, takesPlaces } from "../../src/testing/snapshot.js";
import { type BookingChange, type Commit, erasedDays, happened, isGiven, replacedIn } from "./commit.js";
import { type Known, officeOf } from "./known.js";
import { minute, placesOf, poolNow } from "./town.js";

/** C1: what was given fits, and is of a pool that was open to it. */
export function checkCapacity({ changes, now }: Commit, known: Known): void {
  for (const { before, after } of changes.filter(isGiven)) {
    if (after === undefined) continue;
    const office = officeOf(known, after.officeId);
    const taken = takenAt(known, after);
    const places = placesOf(office, after.date, after.window, after.pool);
    // What was too much since the config changed may be handed on, and not become more.
    const isMore = addedIn({ changes }, after, known) > 0;
    known.verdict.hold(
      "C1",
      taken <= places || !isMore,
      () => `${taken} of ${places} places of ${slotName(after)}`,
    );
    const isOfOther = (after.askedPool ?? after.pool) !== after.pool && before?.pool !== after.pool;
    const isOpen = after.start - now <= office.opensMinutesBefore * minute;
    known.verdict.hold("C1", !isOfOther || isOpen, () => `${slotName(after)} was not open to others yet`);
  }
}

/** Places that bookings take in a pool at a time, by the present config; with those that were `freed`. */
export function takenAt(known: Known, slot: PoolAt, freed: readonly Booking[] = []): number {
  return known.mirror
    .takingAt(slot, slot.start, slot.end)
    .concat(freed)
    .reduce((sum, booking) => sum + placesIn(known, slot, booking), 0);
}

/** A pool of a day at a time. */
type PoolAt = DayKey & { readonly pool: string; readonly start: number; readonly end: number };

function placesIn(known: Known, { officeId, date, pool, start, end }: PoolAt, booking: Booking): number {
  const isThere =
    booking.officeId === officeId && booking.date === date && booking.start < end && start < booking.end;
  return isThere && poolNow(officeOf(known, officeId), booking.pool) === pool ? booking.places : 0;
}

/** How many more places are taken there since a commit. */
function addedIn({ changes }: Pick<Commit, "changes">, slot: PoolAt, known: Known): number {
  const places = (booking: Booking | undefined) =>
    booking !== undefined && takesPlaces(booking) ? placesIn(known, slot, booking) : 0;
  return changes.reduce((sum, { before, after }) => sum + places(after) - places(before), 0);
}

/** C9: the ledgers that are written say what the bookings say. */
export function createLedgerCheck(): (commit: Commit, known: Known) => void {
  const written = new Map<string, number>();
  return ({ changes, decision }, { mirror, verdict }) => {
    const ledgers = savedOf(decision, dayKind);
    for (const { officeId, date, counts } of ledgers)
      for (const { window, pool } of counts) {
        const own = counts.filter((count) => count.window === window && count.pool === pool);
        const taken = own.reduce((sum, count) => sum + count.taken, 0);
        written.set(slotName({ officeId, date, window, pool }), taken);
      }
    const touched = changes.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
    const days = ledgers.flatMap((day) => day.counts.map((count) => ({ ...day, ...count })));
    const gone = new Set(erasedDays(decision).map(dayName));
    for (const slot of [...touched, ...days]) {
      if (gone.has(dayName(slot))) continue;
      const [ledger, bookings] = [written.get(slotName(slot)) ?? 0, mirror.taken(slotName(slot))];
      verdict.hold("C9", ledger === bookings, () => `${slotName(slot)} has ${bookings} taken, not ${ledger}`);
    }
  };
}

/** F4: a freed place comes back within its time to cool, and not before. */
export function checkCooling(commit: Commit, known: Known): void {
  for (const change of commit.changes) {
    const { before, after } = change;
    if (before === undefined || after === undefined || !takesPlaces(before)) continue;
    const what = happened(change);
    if ("coolsUntil" in before && before.coolsUntil !== undefined && what.includes("cooled"))
      known.verdict.hold(
        "F4",
        commit.now >= before.coolsUntil,
        () => `${slotName(after)} came back too soon`,
      );
    if ((before.state === "held" || before.state === "confirmed") && isEnded(after) && isSimple(what))
      known.verdict.hold("F4", coolsRightly(commit, before, after, known), () =>
        coolingOf(before, after, commit),
      );
  }
}

type Ended = Booking & { readonly state: "cancelled" | "lapsed" };

function isEnded(booking: Booking): booking is Ended {
  return booking.state === "cancelled" || booking.state === "lapsed";
}

/** More than one thing in one commit is looked at elsewhere. */
function isSimple(what: ReturnType<typeof happened>): boolean {
  return what.filter((one) => one !== "erased" && one !== "handed-over").length === 1;
}

function coolsRightly(commit: Commit, before: Booking, after: Ended, known: Known): boolean {
  const [least, most] = officeOf(known, after.officeId).rules.coolingMinutes;
  const { coolsUntil } = after;
  const freedAt = after.state === "lapsed" && "expiresAt" in before ? before.expiresAt : commit.now;
  const mayBeFree = most === 0 || after.start <= commit.now || freedAt + least * minute <= commit.now;
  if (coolsUntil === undefined)
    return mayBeFree || isHandedOn(commit, { code: after.code, before, after }, known);
  return coolsUntil >= freedAt + least * minute && coolsUntil <= freedAt + most * minute && most > 0;
}

/** Whether the place, or what counts there now, went to the booking that replaces this one. */
function isHandedOn({ changes }: Commit, { after }: BookingChange, known: Known): boolean {
  if (after?.state !== "cancelled") return false;
  const next = changes.find(({ code }) => code === after.replacedBy)?.after;
  return next !== undefined && placesIn(known, next, after) > 0;
}

function coolingOf(before: Booking, after: Ended, { now }: Commit): string {
  return `${slotName(before)}, ${after.state} at ${now}, cools until ${after.coolsUntil}`;
}

/** F4: who waits goes before who asks later, and before who waits behind them, where both would fit. */
export function checkTurns(commit: Commit, known: Known): void {
  const { mirror, verdict } = known;
  for (const change of commit.changes.filter(isGiven)) {
    const given = change.after;
    if (given === undefined) continue;
    const replaced = replacedIn(commit, given.code);
    if (replaced !== undefined && isHandedOn(commit, replaced, known)) continue;
    const turn = change.before?.state === "waiting" ? change.before.turn : Number.POSITIVE_INFINITY;
    for (const waiting of mirror.pendingOn(given)) {
      if (waiting.state !== "waiting" || waiting.turn >= turn || isPassed(waiting, given, commit, known))
        continue;
      const fits =
        waiting.pool === given.pool &&
        waiting.places <= given.places &&
        (waiting.onlyWindow ?? given.window) === given.window;
      verdict.hold("F4", !fits, () => `${slotName(given)} went past turn ${waiting.turn}`);
    }
  }
}

/** Who joined in the same commit, has another visit at that time, or waits on top of one that they may not move any more. */
function isPassed(waiting: Booking, given: Booking, { now, changes }: Commit, known: Known): boolean {
  const { mirror } = known;
  if (joined({ changes }, waiting.code)) return true;
  // As it may have been before some of the commit.
  const before = changes.flatMap((change) => change.before ?? []);
  const all = [...waiting.people.flatMap(({ key }) => mirror.liveOf(key)), ...before];
  const isOwn = (other: Booking) =>
    other.people.some(({ key }) => waiting.people.some((one) => one.key === key));
  const isBusy = all.some(
    (other) =>
      isOwn(other) &&
      (other.state === "held" || other.state === "confirmed") &&
      other.code !== waiting.replaces &&
      other.start < given.end &&
      given.start < other.end,
  );
  const earlier = waiting.replaces === undefined ? undefined : mirror.booking(waiting.replaces);
  if (earlier?.state !== "confirmed") return isBusy;
  const { reschedules, rescheduleNoticeMinutes } = officeOf(known, earlier.officeId).rules;
  const isLate = earlier.start - rescheduleNoticeMinutes * minute <= now || earlier.usedAt !== undefined;
  return isBusy || isLate || (earlier.reschedules ?? 0) >= reschedules;
}

function joined({ changes }: Pick<Commit, "changes">, code: string): boolean {
  return changes.some((change) => change.code === code && change.before === undefined);
}
