import type { Office } from "../../office/office.js";
import type { Book, Sheet } from "../book.js";
import type { Booking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { senderKind } from "../kinds.js";
import type { CodeRefusal } from "../outcomes.js";
import type { Sender } from "../records.js";
import type { CodeRequest, RescheduleRequest } from "../requests.js";
import { lapseOverdue, type Settling } from "./due.js";

type Found = { readonly kind: "found"; readonly booking: Booking; readonly office: Office };

/**
 * A code alone does nothing: it must come from the sender that it was given to, or from staff. Whoever tries codes
 * is slowed down, whether they are right or wrong.
 */
export function findOwn(
  on: Settling & Pick<Grounds, "book">,
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
  if (guesser !== undefined && !isRight) noteGuess(book.of(senderKind), senderOf(book, guesser), now);
  return { kind: isKnown ? "other-sender" : "unknown-code" };
}

/** What is remembered of a sender; nothing of one who is new. */
export function senderOf(book: Book, sender: string): Sender {
  return book.of(senderKind).find(sender) ?? { sender, lastMessageAt: 0 };
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
