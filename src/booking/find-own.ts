import type { Office } from "../office/office.js";
import type { Batch } from "./batch.js";
import type { Booking } from "./booking.js";
import type { CodeRefusal } from "./outcomes.js";
import type { CodeRequest } from "./requests.js";

type Found = { readonly kind: "found"; readonly booking: Booking; readonly office: Office };

/** A code alone does nothing: it must come from the sender that it was given to, or from staff. */
export function findOwn(batch: Batch, { code, sender, by, calendars }: CodeRequest): Found | CodeRefusal {
  const booking = batch.booking(code);
  const office = booking && calendars.get(booking.officeId)?.office;
  if (booking === undefined || office === undefined) return { kind: "unknown-code" };
  if (by === "applicant" && booking.sender !== sender) return { kind: "other-sender" };
  return { kind: "found", booking, office };
}
