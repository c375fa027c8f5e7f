import { InvalidConfigError } from "../../errors.js";
import { found } from "../../input/found.js";

/** An Ed25519 key as a JSON Web Key (RFC 8037) with a short id. Doors have this one. */
export interface VerifyingKey {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  /** 1 to 16 of `A-Z a-z 0-9 _ -`; it stands in every token, so two characters are best. */
  readonly kid: string;
  /** 32 bytes as base64url. */
  readonly x: string;
}

/** The secret half too: whoever has it can make tickets. */
export interface SigningKey extends VerifyingKey {
  readonly d: string;
}

const keyId = /^[\w-]{1,16}$/;
const algorithm = "Ed25519";

/**
 * A new key from the platform's randomness.
 * @throws InvalidConfigError where the id can't be one.
 * @example
 * const key = await createSigningKey("2017-a");
 * const signer = createTicketSigner({ key });
 */
export async function createSigningKey(kid: string): Promise<SigningKey> {
  checkKeyId(kid, "kid");
  const pair = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new TypeError("Expected a pair of keys from generateKey.");
  const { x = "", d = "" } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  return { kty: "OKP", crv: algorithm, kid, x, d };
}

/**
 * The half of a key that may be given to everybody.
 * @throws InvalidConfigError where it is no such key.
 * @example
 * createTicketVerifier({ officeId: "bali", keys: [verifyingKeyOf(signingKey)], claimUse: memoryUses() });
 */
export function verifyingKeyOf(key: SigningKey): VerifyingKey {
  checkKey(key, "key");
  const { kty, crv, kid, x } = key;
  return { kty, crv, kid, x };
}

/** Signs bytes; rejects with an InvalidConfigError where the halves of the key don't belong together. */
export type Sign = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** @throws InvalidConfigError where it is no such key; the key is not in the message. */
export function importSigningKey(key: SigningKey, path: string): Sign {
  checkKey(key, path);
  if (!isThirtyTwoBytes(key.d)) throw new InvalidConfigError(`${path}.d`, "expected 32 bytes as base64url");
  const verify = importVerifyingKey(verifyingKeyOf(key), path);
  const imported = once(async () => {
    const secret = await importKey(key, "sign", path);
    const sign: Sign = async (bytes) => new Uint8Array(await crypto.subtle.sign(algorithm, secret, bytes));
    const probe = Uint8Array.of(1);
    // Not every platform compares the halves; tokens of such a key would open no door.
    if (!(await verify(probe, await sign(probe)))) throw notOneKey(path);
    return sign;
  });
  return async (bytes) => (await imported())(bytes);
}

/** Whether a signature is the key's. */
export type Verify = (bytes: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) => Promise<boolean>;

/** @throws InvalidConfigError where it is no such key. */
export function importVerifyingKey(key: VerifyingKey, path: string): Verify {
  checkKey(key, path);
  if ("d" in key)
    throw new InvalidConfigError(path, "expected a key without its secret half `d`: verifyingKeyOf(key)");
  const imported = once(() => importKey(key, "verify", path));
  return async (bytes, signature) => crypto.subtle.verify(algorithm, await imported(), signature, bytes);
}

function checkKey(key: VerifyingKey, path: string): void {
  if (typeof key !== "object" || key === null || key.kty !== "OKP" || key.crv !== algorithm)
    throw new InvalidConfigError(
      path,
      'expected an Ed25519 key as JSON Web Key, with kty "OKP" and crv "Ed25519"',
    );
  checkKeyId(key.kid, `${path}.kid`);
  if (!isThirtyTwoBytes(key.x)) throw new InvalidConfigError(`${path}.x`, "expected 32 bytes as base64url");
}

/** Whether a text can be the id of a key. */
export function isKeyId(text: string): boolean {
  return keyId.test(text);
}

function checkKeyId(kid: string, path: string): void {
  if (typeof kid !== "string" || !isKeyId(kid))
    throw new InvalidConfigError(path, `expected 1 to 16 of A-Z, a-z, 0-9, _ and -, found ${found(kid)}`);
}

function isThirtyTwoBytes(text: unknown): boolean {
  return typeof text === "string" && /^[\w-]{43}$/.test(text);
}

async function importKey(key: VerifyingKey | SigningKey, usage: "sign" | "verify", path: string) {
  try {
    const { kty, crv, x } = key;
    const secret = "d" in key ? { d: key.d } : {};
    return await crypto.subtle.importKey("jwk", { kty, crv, x, ...secret }, algorithm, false, [usage]);
  } catch (error) {
    if (error instanceof Error && error.name === "NotSupportedError") throw error;
    // No `cause`: it may quote the key.
    throw notOneKey(path);
  }
}

function notOneKey(path: string): InvalidConfigError {
  return new InvalidConfigError(path, "expected halves `x` and `d` of one Ed25519 key");
}

/** Keys are imported when they are first needed, so that a fault reaches a caller who waits for it. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
