import { isDeepStrictEqual } from "node:util";
import type { Booking } from "giliran";
import { actions, type Outcome } from "../../src/booking/actions/actions.js";
import { slotName } from "../../src/testing/snapshot.js";
import { takenAt } from "./check-places.js";
import { type Commit, freedIn } from "./commit.js";
import { type Known, officeOf } from "./known.js";
import type { Message, Told } from "./messages.js";
import { minute, placesOf, poolNow, startOf, windowsOf } from "./town.js";

function isEffect({ message, outcome }: Told): boolean {
  return outcome.kind === actions[message.action].effect && "booking" in outcome;
}

function bookingIn(outcome: Outcome): Booking | undefined {
  return "booking" in outcome ? outcome.booking : undefined;
}

/** C5: once there was an effect, everybody is told that one. */
export function checkOnce(told: Told, { mirror, verdict }: Known): void {
  const { message, outcome } = told;
  const { thread, call } = message;
  const { effect } = thread;
  if (effect === undefined) {
    if (isEffect(told)) thread.effect = { call, outcome };
    return;
  }
  const booking = bookingIn(effect.outcome);
  const kept = booking && mirror.booking(booking.code);
  const isForgotten = kept === undefined || kept.history.some(({ what }) => what === "erased");
  const isConflict = outcome.kind === "request-id-conflict";
  const isRight = isDeepStrictEqual(effect.call, call)
    ? isDeepStrictEqual(known(outcome, mirror), known(effect.outcome, mirror)) || (isConflict && isForgotten)
    : isConflict;
  verdict.hold("C5", isRight, () => `${message.action} told ${outcome.kind} after ${effect.outcome.kind}`);
}

/** How the party of a booking that was left was known goes with that booking. */
function known(outcome: Outcome, mirror: Known["mirror"]): unknown {
  const replaced = "replaced" in outcome ? outcome.replaced : undefined;
  if (replaced === undefined || mirror.booking(replaced.code) !== undefined) return plain(outcome);
  const people = replaced.people.map(({ key }) => key).sort();
  return plain({ ...outcome, replaced: { ...replaced, people } });
}

function plain(outcome: object): unknown {
  return JSON.parse(JSON.stringify(outcome));
}

/** C8: what somebody is told was committed before. */
export function checkCommitted(told: Told, { mirror, verdict }: Known): void {
  const booking = isEffect(told) ? bookingIn(told.outcome) : undefined;
  if (booking === undefined) return;
  const kept = mirror.booking(booking.code);
  if (kept === undefined && told.message.thread.effect?.outcome !== told.outcome) return; // told again, long after
  const history = kept?.history.slice(0, booking.history.length);
  const isThere = isDeepStrictEqual(plainHistory(history), plainHistory(booking.history));
  verdict.hold("C8", isThere, () => `a ${booking.state} booking was told and is not there`);
}

function plainHistory(history: Booking["history"] | undefined): unknown {
  return history?.map(({ what, at, by }) => [what, at, by]);
}

const fullKinds: ReadonlySet<Outcome["kind"]> = new Set(["day-full", "pool-full", "window-full"]);

/** C2: nobody is refused, or has to wait, while a place is free for them. */
export function checkRefusal(told: Told, commit: Commit, known: Known): void {
  const wish = wishOf(told.message, known);
  const { outcome } = told;
  const hasToWait =
    told.message.action === "joinWaitingList" && outcome.kind === "waiting" && isNew(commit, outcome.booking);
  if (wish === undefined || !(fullKinds.has(outcome.kind) || hasToWait)) return;
  const office = officeOf(known, wish.officeId);
  const freed = freedIn(commit);
  for (const window of windowsOf(office)) {
    if (wish.window !== undefined && wish.window !== window) continue;
    const start = startOf(office, wish.date, window);
    const end = start + office.slotMinutes * minute;
    const until = start - commit.now;
    if (until - office.rules.noticeMinutes * minute <= 0) continue;
    const isOpened = wish.pool === "general" && until <= office.opensMinutesBefore * minute;
    for (const pool of isOpened ? ["general", "priority"] : [poolNow(office, wish.pool)]) {
      const taken = takenAt(known, { ...wish, pool, start, end }, freed);
      const free = placesOf(office, wish.date, window, pool) - taken;
      known.verdict.hold(
        "C2",
        free < wish.places,
        () => `${outcome.kind} with ${free} free of ${slotName({ ...wish, window, pool })}`,
      );
    }
  }
}

/** What was asked for; of a booking that moves what its mover leaves open is as it was. */
function wishOf({ action, call }: Message, { mirror }: Known) {
  if (action === "hold" || action === "joinWaitingList") {
    const { officeId, date, pool = "general", window, people } = call;
    return { officeId, date, pool, window, places: people.length };
  }
  if (action !== "reschedule") return undefined;
  const booking = mirror.booking(call.code);
  if (booking === undefined) return undefined;
  const { officeId, places, askedPool, pool: ownPool } = booking;
  return { officeId, date: call.date, pool: call.pool ?? askedPool ?? ownPool, window: call.window, places };
}

function isNew({ changes }: Commit, { code }: Booking): boolean {
  return changes.some((change) => change.code === code && change.before === undefined);
}

/** F1: of two who ask one desk for the same, neither is worse off for having come first. */
export function checkOrder(all: readonly Told[], commit: Commit, { verdict }: Known): void {
  const freed = freedIn(commit).map(slotName);
  const holds = all
    .filter(({ outcome, message }) => isPlainHold(message) && isPlainAnswer(outcome, commit))
    // What is delivered twice has the place of its first arrival.
    .filter(
      ({ message }, index, held) => held.findIndex((one) => one.message.thread === message.thread) === index,
    );
  for (const later of holds)
    for (const earlier of holds)
      if (
        earlier.delivery.process === later.delivery.process &&
        earlier.delivery.order < later.delivery.order &&
        sameWish(earlier.message) === sameWish(later.message) &&
        !freed.some((slot) => slot.startsWith(dayOf(later.message)))
      )
        verdict.hold(
          "F1",
          rank(earlier.outcome) <= rank(later.outcome),
          () => "who came later has a better place",
        );
}

function isPlainHold({ action, call }: Message): boolean {
  return action === "hold" && call.window === undefined && call.prefer === undefined;
}

function isPlainAnswer(outcome: Outcome, commit: Commit): boolean {
  if (outcome.kind === "held") return outcome.replaced === undefined && isNew(commit, outcome.booking);
  return outcome.kind === "day-full" || outcome.kind === "pool-full";
}

function dayOf({ call }: Message): string {
  return "officeId" in call ? `${call.officeId} ${call.date} ` : "";
}

function sameWish(message: Message): string {
  const { call } = message;
  return "people" in call ? `${dayOf(message)}${call.pool} ${call.people.length}` : "";
}

function rank(outcome: Outcome): number {
  return outcome.kind === "held" ? outcome.booking.start : Number.POSITIVE_INFINITY;
}
