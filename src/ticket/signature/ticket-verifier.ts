import { InvalidConfigError } from "../../errors.js";
import { checkSettings } from "../../input/check-settings.js";
import { aList, aText } from "../../input/shape.js";
import { decodeBase45 } from "./base45.js";
import { importVerifyingKey, type Verify, type VerifyingKey } from "./signing-key.js";
import { decodePayload, type SignedTicket, type TicketPayload } from "./ticket-payload.js";
import { signedBytes, tokenPrefix } from "./ticket-signer.js";
import { type ClaimUse, memoryUses } from "./use-register.js";

export interface TicketVerifierSettings {
  /** The office whose door this is. */
  readonly officeId: string;
  /** The key that signs now, and those of tickets that are still out. */
  readonly keys: readonly VerifyingKey[];
  /** Since when a code is void, epoch milliseconds: `(code) => list.get(code)`; default none is. */
  readonly revokedAt?: (code: string) => number | undefined;
  /** Where uses are noted; default in memory, for one door. Several doors need one that they share. */
  readonly claimUse?: ClaimUse;
  /** Epoch milliseconds; default the platform's clock. */
  readonly now?: () => number;
}

/** Checks tokens at a door without a network. */
export interface TicketVerifier {
  /** Any text may come; only `claimUse`, and a platform without Ed25519, make this reject. */
  readonly verify: (token: string) => Promise<TokenVerdict>;
}

/** The first that applies, in this order. */
export type TokenVerdict =
  /** No token at all, or half of one. */
  | { readonly kind: "not-a-token" }
  /** Signed by a key that this door does not have; what has the id of no key is no token. */
  | { readonly kind: "unknown-key"; readonly keyId: string }
  /** Changed, or signed by somebody else. Nothing in it can be believed. */
  | { readonly kind: "forged" }
  | { readonly kind: "other-office"; readonly ticket: SignedTicket }
  /** Cancelled or moved: a code that is void stays so, whenever the token says that it was issued. */
  | { readonly kind: "revoked"; readonly ticket: SignedTicket; readonly revokedAt: number }
  /** Before `ticket.validFrom`. */
  | { readonly kind: "too-early"; readonly ticket: SignedTicket }
  /** At or after `ticket.validUntil`. */
  | { readonly kind: "expired"; readonly ticket: SignedTicket }
  | { readonly kind: "already-used"; readonly ticket: SignedTicket; readonly usedAt: number }
  /** Let them in; from now on it is used. */
  | { readonly kind: "valid"; readonly ticket: SignedTicket };

const signatureLength = 64;
const longestToken = 1000;

/**
 * Verifies signed tickets at the door of one office: whose they are, for when, and that each is used once.
 * @throws InvalidConfigError with the path of what is wrong.
 * @example
 * const verifier = createTicketVerifier({ officeId: "bali", keys, claimUse: memoryUses() });
 * const verdict = await verifier.verify(token);
 * if (verdict.kind === "valid") console.log(verdict.ticket.queueNumber);
 */
export function createTicketVerifier(settings: TicketVerifierSettings): TicketVerifier {
  checkSettings(settings, {
    officeId: aText,
    keys: aList,
    revokedAt: ["function"],
    claimUse: ["function"],
    now: ["function"],
  });
  const { officeId, revokedAt = () => undefined, claimUse = memoryUses(), now = Date.now } = settings;
  const keys = importKeys(settings.keys);

  async function judge(ticket: SignedTicket): Promise<TokenVerdict> {
    if (ticket.officeId !== officeId) return { kind: "other-office", ticket };
    const revoked = revokedAt(ticket.code);
    if (revoked !== undefined) return { kind: "revoked", ticket, revokedAt: revoked };
    const at = now();
    if (at < ticket.validFrom) return { kind: "too-early", ticket };
    if (at >= ticket.validUntil) return { kind: "expired", ticket };
    const { code, start, validUntil: until } = ticket;
    const claim = await claimUse({ officeId, code, start, at, until });
    switch (claim.kind) {
      case "first":
        return { kind: "valid", ticket };
      case "already-used":
        return { kind: "already-used", ticket, usedAt: claim.at };
      case "void":
        return { kind: "revoked", ticket, revokedAt: claim.at ?? at };
      default:
        return claim satisfies never;
    }
  }

  return {
    async verify(token) {
      const parts = readToken(token);
      if (parts === undefined) return { kind: "not-a-token" };
      const { keyId, ...ticket } = parts.payload;
      const verify = keys.get(keyId);
      if (verify === undefined) return { kind: "unknown-key", keyId };
      return (await verify(parts.signed, parts.signature)) ? judge(ticket) : { kind: "forged" };
    },
  };
}

function importKeys(keys: readonly VerifyingKey[]): ReadonlyMap<string, Verify> {
  if (keys.length === 0)
    throw new InvalidConfigError("keys", "expected at least one key, made by verifyingKeyOf");
  const imported = new Map<string, Verify>();
  for (const [index, key] of keys.entries()) {
    const verify = importVerifyingKey(key, `keys[${index}]`);
    if (imported.has(key.kid))
      throw new InvalidConfigError(`keys[${index}].kid`, `expected another id, found "${key.kid}" twice`);
    imported.set(key.kid, verify);
  }
  return imported;
}

interface TokenParts {
  readonly payload: TicketPayload;
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

function readToken(token: string): TokenParts | undefined {
  if (typeof token !== "string" || token.length > longestToken || !token.startsWith(tokenPrefix))
    return undefined;
  const bytes = decodeBase45(token.slice(tokenPrefix.length));
  if (bytes === undefined) return undefined;
  const payloadBytes = bytes.slice(0, -signatureLength);
  const payload = decodePayload(payloadBytes);
  return payload && { payload, signed: signedBytes(payloadBytes), signature: bytes.slice(-signatureLength) };
}
