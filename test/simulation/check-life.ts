import type { Booking, Change } from "giliran";
import { isLive } from "../../src/booking/booking.js";
import { askedDaysOf } from "../../src/booking/grounds.js";
import { nextStates } from "../../src/testing/rules/c3-a-hold-ends-once.js";
import { countedOnce } from "../../src/testing/rules/c4-limits.js";
import {
  type Commit,
  endForOthers,
  erasedDays,
  happened,
  isMadeIn,
  type Pending,
  replacedIn,
} from "./commit.js";
import { type Known, officeOf } from "./known.js";
import { birthDatesOf, type Mirror } from "./mirror.js";

/** C3: a hold ends once, before its end or by lapsing; and who decides on a day leaves nothing there that is surely over. */
export function checkHolds({ changes, scope, now }: Commit, { mirror, verdict }: Known): void {
  for (const change of changes) {
    const { before, after } = change;
    if (after === undefined) continue;
    const states = happened(change).filter(isState);
    let state = before?.state;
    for (const next of states) {
      const isNext =
        state === undefined ? next !== "lapsed" : state !== next && nextStates[state].includes(next);
      verdict.hold("C3", isNext, () => `a booking went from ${state} to ${next}`);
      state = next;
    }
    verdict.hold("C3", state === after.state, () => `a booking is ${after.state}, not ${state}`);
    const [next, ...others] = states;
    if (before === undefined || !isPending(before) || next === undefined || others.length > 0) continue;
    const isRight = next === "lapsed" ? now >= before.expiresAt : now < before.expiresAt;
    verdict.hold("C3", isRight, () => `${before.state} until ${before.expiresAt}, ${next} at ${now}`);
  }
  for (const day of askedDaysOf(scope).due)
    for (const pending of mirror.pendingOn(day))
      verdict.hold(
        "C3",
        !isPending(pending) || endForOthers(pending) > now,
        () => `${pending.state} on ${day.date} beyond its end`,
      );
}

function isState(what: Change["what"]): what is Booking["state"] {
  return what in nextStates;
}

function isPending(booking: Booking): booking is Pending {
  return booking.state === "held" || booking.state === "waiting";
}

/** C4 by person key and sender, F3 by the human behind all spellings. */
export function checkLimits(commit: Commit, known: Known): void {
  const { changes, now } = commit;
  // Where two senders become one, what each had stays.
  if (changes.some((change) => happened(change).includes("handed-over"))) return;
  const count = (live: readonly Booking[]) => countedOnce(live.filter(({ end }) => end > now)).length;
  for (const { before, after } of changes) {
    if (before !== undefined || after === undefined || !isLive(after)) continue;
    // A move takes the place of what counted before.
    if (replacedIn(commit, after.code) !== undefined) continue;
    const check = (rule: "C4" | "F3", whose: string, live: readonly Booking[], limitOf: LimitOf) => {
      const limit = limitOf(after);
      // Of those made in one commit the ones at an office with a higher limit may have come later.
      const before = live.filter((one) => limitOf(one) <= limit || !isMadeIn(commit, one));
      const isWithin = count(before) <= limit;
      known.verdict.hold(rule, isWithin, () => `a ${whose} has ${count(before)} of ${limit} bookings`);
    };
    const perPerson: LimitOf = ({ officeId }) => officeOf(known, officeId).rules.bookingsPerPerson;
    const perSender: LimitOf = ({ officeId }) => officeOf(known, officeId).rules.bookingsPerSender;
    for (const { key } of after.people) check("C4", "person", known.mirror.liveOf(key), perPerson);
    if (after.sender !== undefined) check("C4", "sender", known.mirror.liveFrom(after.sender), perSender);
    for (const birthDate of birthDatesOf(after))
      check("F3", "human", known.mirror.liveOfHuman(birthDate), perPerson);
  }
}

type LimitOf = (booking: Pick<Booking, "officeId">) => number;

/** C6: a number is given once, and later ones of a window are larger. */
export function createNumberCheck(): (commit: Commit, known: Known) => void {
  const last = new Map<string, number>();
  const labels = new Set<string>();
  return ({ changes, decision }, { verdict }) => {
    for (const { officeId, date } of erasedDays(decision)) forgetDay(last, labels, `${officeId} ${date} `);
    const given = changes.flatMap(({ before, after }) =>
      after?.state === "confirmed" && before?.state !== "confirmed" ? [after] : [],
    );
    for (const { officeId, date, window, sequence, queueNumber } of given.sort(
      (a, b) => a.sequence - b.sequence,
    )) {
      const [slot, label] = [`${officeId} ${date} ${window}`, `${officeId} ${date} ${queueNumber}`];
      const isNew = sequence > (last.get(slot) ?? 0) && !labels.has(label);
      verdict.hold("C6", isNew, () => `${label} after ${last.get(slot) ?? 0}`);
      last.set(slot, sequence);
      labels.add(label);
    }
  };
}

function forgetDay(last: Map<string, number>, labels: Set<string>, day: string): void {
  for (const name of last.keys()) if (name.startsWith(day)) last.delete(name);
  for (const label of labels) if (label.startsWith(day)) labels.delete(label);
}

/** C7: a place goes only where another is certain, or where somebody asked for it; and nobody keeps both. */
export function checkMoves({ changes, now }: Commit, { mirror, verdict, wasCancelled }: Known): void {
  for (const change of changes) {
    const { code, before, after } = change;
    const what = happened(change);
    if (after?.state === "cancelled" && what.includes("cancelled")) {
      const next = after.replacedBy === undefined ? undefined : mirror.booking(after.replacedBy);
      const isReplaced = next?.history.some(({ what }) => what === "held" || what === "confirmed") === true;
      const isAsked = wasCancelled(code) || what.includes("erased") || after.history.at(-1)?.by === "staff";
      verdict.hold("C7", isReplaced || isAsked, () => `a ${before?.state} place went for nothing`);
    }
    if (before?.state !== "held" || after?.state !== "confirmed" || before.replaces === undefined) continue;
    const earlier = inItsStead(before.replaces, mirror);
    const isGone = earlier === undefined || earlier.code === code || !isLive(earlier) || earlier.end <= now;
    verdict.hold("C7", isGone, () => `who moved has two places, one still ${earlier?.state}`);
  }
}

/** The booking by now, where it was moved meanwhile. */
function inItsStead(code: string, mirror: Mirror): Booking | undefined {
  const booking = mirror.booking(code);
  const next = booking?.state === "cancelled" ? booking.replacedBy : undefined;
  return next === undefined ? booking : inItsStead(next, mirror);
}
