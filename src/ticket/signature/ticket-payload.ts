import { minute } from "../../input/instant.js";
import { isKeyId } from "./signing-key.js";

/** What a door can read from a token alone. It holds no personal data. */
export interface SignedTicket {
  readonly code: string;
  readonly queueNumber: string;
  readonly officeId: string;
  readonly places: number;
  /** The window's start, and when the door opens and closes for it: whole minutes, in epoch milliseconds. */
  readonly start: number;
  readonly validFrom: number;
  readonly validUntil: number;
  /** Epoch milliseconds, by the clock of who signed. */
  readonly issuedAt: number;
}

/** A ticket with the id of the key that signs it. */
export interface TicketPayload extends SignedTicket {
  readonly keyId: string;
}

const encoder = /* @__PURE__ */ new TextEncoder();
const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Texts as a length and UTF-8, numbers big-endian: 50 bytes for a usual ticket. */
export function encodePayload(ticket: TicketPayload): Uint8Array<ArrayBuffer> {
  const { start, validFrom, validUntil } = ticket;
  return Uint8Array.from([
    ...text(ticket.keyId, "keyId"),
    ...text(ticket.code, "code"),
    ...text(ticket.queueNumber, "queueNumber"),
    ...text(ticket.officeId, "officeId"),
    ...number(ticket.places, 2, "places"),
    ...number(ticket.issuedAt, 6, "issuedAt"),
    ...number(start / minute, 4, "start"),
    ...number((start - validFrom) / minute, 2, "validFrom"),
    ...number((validUntil - start) / minute, 2, "validUntil"),
  ]);
}

/** `undefined` where the bytes are not what `encodePayload` makes. */
export function decodePayload(bytes: Uint8Array): TicketPayload | undefined {
  const read = createReader(bytes);
  const [keyId, code, queueNumber, officeId] = [read.text(), read.text(), read.text(), read.text()];
  const [places, issuedAt, start] = [read.number(2), read.number(6), read.number(4) * minute];
  const [validFrom, validUntil] = [start - read.number(2) * minute, start + read.number(2) * minute];
  if (!read.isWhole() || !isKeyId(keyId)) return undefined;
  return { keyId, code, queueNumber, officeId, places, issuedAt, start, validFrom, validUntil };
}

function text(value: string, name: string): readonly number[] {
  const bytes = encoder.encode(value);
  if (bytes.length < 1 || bytes.length > 255 || /\p{Surrogate}/u.test(value))
    throw new RangeError(`${name}: expected 1 to 255 bytes of well-formed text, found ${bytes.length}`);
  return [bytes.length, ...bytes];
}

function number(value: number, bytes: number, name: string): readonly number[] {
  const limit = 256 ** bytes;
  if (!Number.isInteger(value) || value < 0 || value >= limit)
    throw new RangeError(`${name}: expected a whole number from 0 to ${limit - 1}, found ${value}`);
  return Array.from({ length: bytes }, (_, index) => Math.floor(value / 256 ** (bytes - 1 - index)) % 256);
}

/** Reads on after a fault, with empty values, and then says that it was not whole. */
function createReader(bytes: Uint8Array) {
  let offset = 0;
  let isWhole = true;

  function take(count: number): Uint8Array {
    const taken = bytes.subarray(offset, offset + count);
    offset += count;
    isWhole &&= taken.length === count;
    return taken;
  }

  return {
    number: (count: number): number => take(count).reduce((value, byte) => value * 256 + byte, 0),
    text(): string {
      const [length = 0] = take(1);
      try {
        isWhole &&= length > 0;
        return decoder.decode(take(length));
      } catch {
        isWhole = false;
        return "";
      }
    },
    isWhole: (): boolean => isWhole && offset === bytes.length,
  };
}
