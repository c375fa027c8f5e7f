import type { Details } from "../booking/booking.js";
import { InvalidConfigError } from "../errors.js";
import { checkArguments } from "../input/check-arguments.js";
import { checkSettings } from "../input/check-settings.js";
import { found } from "../input/found.js";
import { anObject, aText, kindOf } from "../input/shape.js";

/** Turns details into ones that only the holder of the key can read, and back. */
export interface DetailsSeal {
  /** Equal details give equal sealed ones, so that a request that comes again is seen to be the same. */
  readonly seal: (details: Details) => Promise<Details>;
  /** Details that were never sealed come back as they are. */
  readonly unseal: (details: Details) => Promise<Details>;
}

export interface SealSettings {
  /** 32 bytes for each, by a short name that is stored beside what it sealed. */
  readonly keys: Readonly<Record<string, Uint8Array>>;
  /** The key that seals from now on; the others only unseal. */
  readonly current: string;
}

type CryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

interface Key {
  readonly encryption: Promise<CryptoKey>;
  readonly nonce: Promise<CryptoKey>;
}

const keyBytes = 32;
const nonceBytes = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Seals people's details before they are stored: AES-256-GCM by WebCrypto, under a nonce that is an HMAC-SHA-256 of the
 * details. Two texts never share one, and no randomness is used up (the way of RFC 8452 and RFC 5297, "synthetic
 * initialisation vectors"). Keys are 32 bytes.
 * @throws InvalidConfigError with the path of what is wrong.
 * @example
 * const key = crypto.getRandomValues(new Uint8Array(32)); // keep it: without it details are lost
 * const desk = createDesk({ offices: [office], store, secret, seal: sealDetails({ keys: { k1: key }, current: "k1" }) });
 */
export function sealDetails(settings: SealSettings): DetailsSeal {
  checkSettings(settings, { keys: anObject, current: aText });
  const { keys, current } = settings;
  const imported = new Map<string, Key>();
  for (const [name, bytes] of Object.entries(keys)) {
    if (!/^[\w-]{1,16}$/.test(name))
      throw new InvalidConfigError(`keys.${name}`, "expected a name of 1 to 16 letters, digits, - and _");
    if (!(bytes instanceof Uint8Array) || bytes.length !== keyBytes)
      throw new InvalidConfigError(`keys.${name}`, `expected ${keyBytes} bytes`);
    imported.set(name, importKey(bytes));
  }
  const sealing = imported.get(current);
  if (sealing === undefined)
    throw new InvalidConfigError(
      "current",
      `expected one of ${[...imported.keys()].join(", ")}, found ${found(current)}`,
    );

  return {
    async seal(details) {
      checkDetails(details);
      const entries = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
      const text = encoder.encode(JSON.stringify(Object.fromEntries(entries)));
      const digest = await crypto.subtle.sign("HMAC", await sealing.nonce, text);
      const iv = new Uint8Array(digest).slice(0, nonceBytes);
      const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await sealing.encryption, text);
      return { sealed: `${current}.${toText(iv)}.${toText(new Uint8Array(sealed))}` };
    },
    async unseal(details) {
      checkArguments("details", details, {});
      if (typeof details.sealed !== "string" || Object.keys(details).length !== 1) return details;
      const [name = "", iv = "", text = ""] = details.sealed.split(".");
      const key = imported.get(name);
      if (key === undefined)
        throw new InvalidConfigError(
          "keys",
          `expected the key "${name}", by which stored details are sealed`,
        );
      try {
        const algorithm = { name: "AES-GCM", iv: toBytes(iv) };
        const unsealed = await crypto.subtle.decrypt(algorithm, await key.encryption, toBytes(text));
        return JSON.parse(decoder.decode(unsealed)) as Details; // decoded
      } catch {
        throw new InvalidConfigError(
          `keys.${name}`,
          "expected the key by which stored details are sealed, found another of that name, or the details were changed; give the old key its name back and seal by a new one under a new name",
        );
      }
    },
  };
}

/** @throws RangeError where JSON would not give the same details back. */
function checkDetails(details: Details): void {
  checkArguments("details", details, {});
  const kinds = Object.values(details).map(kindOf);
  const other = kinds.find((kind) => !["string", "number", "boolean"].includes(kind));
  if (other !== undefined)
    throw new RangeError(`details: expected texts, numbers and booleans, found ${other}`);
}

/** One key for each use, both made of the caller's (HKDF, RFC 5869). */
function importKey(bytes: Uint8Array): Key {
  const base = crypto.subtle.importKey("raw", Uint8Array.from(bytes), "HKDF", false, ["deriveKey"]);
  const from = (use: string) => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: encoder.encode(`giliran ${use}`),
  });
  const derive = async (): Promise<[CryptoKey, CryptoKey]> => {
    const key = await base;
    return Promise.all([
      crypto.subtle.deriveKey(from("details"), key, { name: "AES-GCM", length: 256 }, false, [
        "encrypt",
        "decrypt",
      ]),
      crypto.subtle.deriveKey(from("nonce"), key, { name: "HMAC", hash: "SHA-256", length: 256 }, false, [
        "sign",
      ]),
    ]);
  };
  const derived = derive();
  return { encryption: derived.then(([first]) => first), nonce: derived.then(([, second]) => second) };
}

function toText(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
