import {
  type Decision,
  joinWants,
  type Records,
  recordsOf,
  type Scope,
  scopeAt,
  type TimedScope,
} from "../store/scope.js";
import type { Action, LaneEntry } from "./action.js";
import { askedDaysOf, type DeskRules, daysAhead, type Grounds } from "./grounds.js";
import { answerAgain, codesOf, hadEffect, keepOutcome } from "./kept-outcome.js";
import { answerKind, dayKind, senderKind } from "./kinds.js";
import { needAnswer, needCodes, needWaiting } from "./needs.js";
import { type DayKey, dayName } from "./records.js";
import type { RequestCore } from "./requests.js";
import type { Rulebook } from "./rulebook.js";
import { boundTimes } from "./rules/ahead.js";
import { createChance } from "./rules/chance.js";
import { lapseOverdue } from "./rules/due.js";
import { retime } from "./rules/recount.js";
import { senderOf } from "./rules/sender-record.js";
import { daysAtOneTime, firstWaiters } from "./rules/waiting.js";

/** What decisions are made with, besides the records and the requests. */
export interface DecideContext extends DeskRules {
  readonly rulebook: Rulebook;
  /** 16 bytes, drawn before the decision. */
  readonly seed: Uint8Array;
}

/** What became of one request or task; an error concerns that one alone. */
export type Decided = { readonly outcome: unknown } | { readonly error: unknown };

/** What requests and tasks need of the store; by its clock where `now` is left out. */
export function scopeOf(entries: readonly LaneEntry[], now?: number): Scope {
  const wants = [needWaiting(firstWaiters)];
  for (const entry of entries)
    if ("task" in entry) wants.push(...entry.task.needs(entry.input));
    else wants.push(...entry.action.needs(entry.request), needAnswer(entry.request.key));
  return scopeAt(now, joinWants(wants));
}

/** Decides the entries of one lane in their order; pure, and run again where the scope was too narrow. */
export function decide(
  entries: readonly LaneEntry[],
  records: Records,
  scope: TimedScope,
  context: DecideContext,
): Decision<readonly Decided[]> | { readonly widen: Scope } {
  const { createGrounds, settleDue, serveWaiters } = context.rulebook;
  const on = createGrounds(records, scope, context, createChance(context.seed));
  const serveFreed = () => {
    for (const freed of on.bookings.takeFreed())
      for (const day of daysAtOneTime(on, freed)) serveWaiters(on, day);
  };
  retime(on, recordsOf(records, dayKind));
  const ahead = daysAhead(records, on.now, on.clockToleranceMs);
  boundTimes(on, ahead);
  const opened = settleDue(on);
  // A ledger that is to be compared first gives nothing before that.
  const compared = on.asked.whole.length > 0 ? askedDaysOf(scopeOf(entries)).whole : [];
  const isCompared = (day: DayKey) => compared.some((other) => dayName(other) === dayName(day));
  for (const day of [...on.asked.due, ...ahead, ...opened, ...on.bookings.takeFreed()])
    if (!isCompared(day)) serveWaiters(on, day);
  const decided = entries.map((entry) => {
    const result =
      "task" in entry
        ? attempt(() => entry.task.decide(entry.input, on))
        : decideRequest(entry.action, entry.request, on, serveFreed);
    // Before whoever asks next: a freed place belongs to those who wait.
    serveFreed();
    return result;
  });
  for (const day of compared) serveWaiters(on, day);
  const widen = on.wanted.missing();
  if (widen !== undefined) return { widen };
  const days = on.book.of(dayKind);
  for (const day of on.ledgers.changed()) days.put(day);
  return on.book.decision(decided);
}

function decideRequest(
  action: Action<RequestCore, { readonly kind: string }>,
  request: RequestCore,
  on: Grounds,
  serveFreed: () => void,
): Decided {
  const { bookings, book, wanted, now } = on;
  const { key, fingerprint } = request;
  const known = book.of(answerKind).find(key);
  if (known !== undefined) {
    const codes = codesOf(known).filter((code) => bookings.find(code) === undefined);
    if (codes.length > 0) wanted.need(needCodes(codes));
    return { outcome: answerAgain(known, request, bookings.find) };
  }
  lapseOverdue(on, bookings.liveFrom(request.sender));
  serveFreed();
  return attempt(() => {
    const outcome = action.decide(request, on);
    if (hadEffect(action, outcome)) {
      const kept = keepOutcome(outcome);
      book.of(answerKind).put({ key, fingerprint, action: action.name, at: now, ...kept });
      dropDraft(on, request);
    }
    return outcome;
  });
}

/** What a conversation was about is done; a draft of it that stayed would be done again. */
function dropDraft({ book }: Pick<Grounds, "book">, { sender, by }: RequestCore): void {
  if (sender === undefined || by !== "applicant") return;
  const { draft, ...rest } = senderOf(book, sender);
  if (draft !== undefined) book.of(senderKind).put(rest);
}

function attempt(work: () => unknown): Decided {
  try {
    return { outcome: work() };
  } catch (error) {
    return { error };
  }
}
