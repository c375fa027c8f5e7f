import type { Office } from "../office/office.js";
import type { Batch } from "./batch.js";
import type { Booking } from "./booking.js";
import type { DecideContext } from "./decide-context.js";
import { noteGuess, slowedUntil } from "./guesses.js";
import type { CodeRefusal } from "./outcomes.js";
import type { CodeRequest, RescheduleRequest } from "./requests.js";

type Found = { readonly kind: "found"; readonly booking: Booking; readonly office: Office };

/**
 * A code alone does nothing: it must come from the sender that it was given to, or from staff. Whoever tries codes
 * is slowed down, whether they are right or wrong.
 */
export function findOwn(
  batch: Batch,
  { code, sender, by }: CodeRequest | RescheduleRequest,
  { calendars }: DecideContext,
): Found | CodeRefusal {
  const guesser = by === "applicant" ? sender : undefined;
  const until = guesser === undefined ? 0 : slowedUntil(batch.sender(guesser));
  if (until > batch.now) return { kind: "slowed-down", until };
  const booking = batch.booking(code);
  const office = booking && calendars.get(booking.officeId)?.office;
  const isKnown = booking !== undefined && office !== undefined;
  if (isKnown && (by !== "applicant" || booking.sender === sender)) return { kind: "found", booking, office };
  if (guesser !== undefined) noteGuess(batch, guesser);
  return { kind: isKnown ? "other-sender" : "unknown-code" };
}
