import { InvalidConfigError } from "../../errors.js";
import { checkArguments } from "../../input/check-arguments.js";
import { checkSettings } from "../../input/check-settings.js";
import { minute } from "../../input/instant.js";
import { aNumber, anObject, aText, type Shapes } from "../../input/shape.js";
import type { Ticket } from "../ticket.js";
import { encodeBase45 } from "./base45.js";
import { importSigningKey, type SigningKey } from "./signing-key.js";
import { encodePayload } from "./ticket-payload.js";

export interface TicketSignerSettings {
  /** Of several keys that doors know, the newest. */
  readonly key: SigningKey;
  /** How long before `arriveBy` the door opens, in minutes; default 60. */
  readonly earlyMinutes?: number;
  /** How long after the window's end it closes, in minutes; default at the ticket's `admittedUntil`. */
  readonly lateMinutes?: number;
  /** Epoch milliseconds; default the platform's clock. */
  readonly now?: () => number;
}

/** Makes the text of a barcode that a door can check without a network. */
export interface TicketSigner {
  /**
   * About 175 characters, all of QR's alphanumeric mode: 45 × 45 modules, 53 × 53 with the quiet zone.
   * @throws RangeError where the ticket can't be written down; InvalidConfigError where the key can't sign.
   */
  readonly sign: (ticket: Ticket) => Promise<string>;
}

/** Begins every token, and every text that is signed, so that a signature means nothing elsewhere. */
export const tokenPrefix = "GT1:";

type Signed = Omit<Ticket, "officeName" | "address" | "timeZone" | "date" | "window" | "until">;

const signedShapes: Shapes<Signed> = {
  code: aText,
  queueNumber: aText,
  officeId: aText,
  places: aNumber,
  start: aNumber,
  arriveBy: aNumber,
  end: aNumber,
  admittedUntil: aNumber,
};
const mostMinutes = 1440;

/**
 * Signs tickets as texts that a door verifies without a network.
 * @throws InvalidConfigError with the path of what is wrong.
 * @example
 * const signer = createTicketSigner({ key: signingKey });
 * const token = await signer.sign(ticket); // a text for a QR code
 */
export function createTicketSigner(settings: TicketSignerSettings): TicketSigner {
  checkSettings(settings, {
    key: anObject,
    earlyMinutes: ["number"],
    lateMinutes: ["number"],
    now: ["function"],
  });
  const { key, earlyMinutes = 60, lateMinutes, now = Date.now } = settings;
  checkMinutes("earlyMinutes", earlyMinutes);
  if (lateMinutes !== undefined) checkMinutes("lateMinutes", lateMinutes);
  const sign = importSigningKey(key, "key");
  return {
    async sign(ticket) {
      checkArguments<Signed>("ticket", ticket, signedShapes);
      const { code, queueNumber, officeId, places, start, arriveBy, end, admittedUntil } = ticket;
      const payload = encodePayload({
        keyId: key.kid,
        code,
        queueNumber,
        officeId,
        places,
        start,
        issuedAt: now(),
        validFrom: arriveBy - earlyMinutes * minute,
        validUntil: lateMinutes === undefined ? admittedUntil : end + lateMinutes * minute,
      });
      const signature = await sign(signedBytes(payload));
      return tokenPrefix + encodeBase45(Uint8Array.from([...payload, ...signature]));
    },
  };
}

/** What is signed: the prefix, then the payload. */
export function signedBytes(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...new TextEncoder().encode(tokenPrefix), ...payload]);
}

function checkMinutes(path: string, minutes: number): void {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > mostMinutes)
    throw new InvalidConfigError(path, `expected a whole number from 0 to ${mostMinutes}, found ${minutes}`);
}
