import type { Office } from "../../office/office.js";
import type { Sheet } from "../book.js";
import type { Booking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { senderKind } from "../kinds.js";
import { needSender } from "../needs.js";
import type { CodeRefusal } from "../outcomes.js";
import type { Sender } from "../records.js";
import type { CodeRequest, RescheduleRequest } from "../requests.js";
import { lapseOverdue, type Settling } from "./due.js";
import { countSince, senderOf } from "./sender-record.js";

type Found = { readonly kind: "found"; readonly booking: Booking; readonly office: Office };

/** The record of all senders. */
const everybody = "";
const hourMs = 3_600_000;

/**
 * A code alone does nothing: it must come from the sender that it was given to, or from staff. Whoever tries codes
 * is slowed down, whether they are right or wrong. Where many do, nobody is told more of a code that is not theirs.
 */
export function findOwn(
  on: Settling & Pick<Grounds, "wrongCodesPerHour">,
  { code, sender, by }: CodeRequest | RescheduleRequest,
): Found | CodeRefusal {
  const { now, bookings, book, calendars } = on;
  const guesser = by === "applicant" ? sender : undefined;
  const until = guesser === undefined ? 0 : slowedUntil(boundGuesses(on, guesser));
  if (until > now) return { kind: "slowed-down", until };
  const known = bookings.find(code);
  const office = known && calendars.get(known.officeId)?.office;
  const isKnown = known !== undefined && office !== undefined;
  if (isKnown && (by !== "applicant" || known.sender === sender)) {
    lapseOverdue(on, [known]);
    return { kind: "found", booking: bookings.find(code) ?? known, office };
  }
  // The right code of an office of other desks is no guess.
  const isRight = known !== undefined && known.sender === sender;
  if (guesser !== undefined && !isRight) {
    noteGuess(book.of(senderKind), senderOf(book, guesser), now);
    const slowed = watchAll(on);
    if (slowed !== undefined) return slowed;
  }
  return { kind: isKnown ? "other-sender" : "unknown-code" };
}

/** Counts a wrong code over all senders, up to as many as may be in an hour. */
function watchAll(
  on: Pick<Grounds, "now" | "clockToleranceMs" | "book" | "wanted" | "wrongCodesPerHour">,
): CodeRefusal | undefined {
  on.wanted.need(needSender(everybody));
  const known = senderOf(on.book, everybody);
  const { count, since } = countSince(known.wrongCodes, hourMs, on);
  if (count >= on.wrongCodesPerHour) return { kind: "slowed-down", until: since + hourMs };
  on.book.of(senderKind).put({ ...known, lastMessageAt: on.now, wrongCodes: { count: count + 1, since } });
  return undefined;
}

/** Wrong codes that anybody may send; a right one between them makes them no fewer. */
const freeGuesses = 5;
const firstPauseMs = 30_000;
const longestPauseMs = 3_600_000;
/** After so long without a guess they are forgotten. */
const memoryMs = 86_400_000;

/** Guesses that a wrong clock has noted slow nobody down for longer than those of now. */
function boundGuesses(
  { now, clockToleranceMs, book }: Pick<Grounds, "now" | "clockToleranceMs" | "book">,
  name: string,
): Sender {
  const sender = senderOf(book, name);
  const { guesses } = sender;
  if (guesses === undefined || guesses.lastAt <= now + clockToleranceMs) return sender;
  const bounded = { ...sender, guesses: { ...guesses, lastAt: now } };
  book.of(senderKind).put(bounded);
  return bounded;
}

/** From when on codes of the sender are looked at again: each further guess doubles the pause, up to an hour. */
function slowedUntil({ guesses }: Sender): number {
  if (guesses === undefined || guesses.count < freeGuesses) return 0;
  const pauseMs = firstPauseMs * 2 ** (guesses.count - freeGuesses);
  return guesses.lastAt + Math.min(pauseMs, longestPauseMs);
}

function noteGuess(senders: Sheet<Sender>, known: Sender, now: number): void {
  const { count, lastAt } = known.guesses ?? { count: 0, lastAt: 0 };
  const inRow = now - lastAt < memoryMs ? count : 0;
  senders.put({ ...known, lastMessageAt: now, guesses: { count: inRow + 1, lastAt: now } });
}
