export { InvalidConfigError } from "../errors.js";
export {
  bookingCodes,
  type CodeReading,
  type CodeScheme,
  type CodeSchemeSettings,
  codeAlphabet,
  defineCodeScheme,
  numericCodes,
} from "./booking-code.js";
export { type CalendarFileOptions, renderCalendarFile } from "./calendar-file.js";
export { type CodeStrength, type CodeStrengthQuery, codeStrength } from "./code-strength.js";
export { type QueueNumber, type QueueNumberLabel, queueNumber } from "./queue-number.js";
export { listRevocations, type RevocableBooking, type Revocation } from "./signature/revocations.js";
export {
  createSigningKey,
  type SigningKey,
  type VerifyingKey,
  verifyingKeyOf,
} from "./signature/signing-key.js";
export type { SignedTicket } from "./signature/ticket-payload.js";
export {
  createTicketSigner,
  type TicketSigner,
  type TicketSignerSettings,
} from "./signature/ticket-signer.js";
export {
  createTicketVerifier,
  type TicketVerifier,
  type TicketVerifierSettings,
  type TokenVerdict,
} from "./signature/ticket-verifier.js";
export { type ClaimUse, memoryUses, type TicketUse, type UseClaim } from "./signature/use-register.js";
export { createTicket, type Ticket, type TicketSource } from "./ticket.js";
