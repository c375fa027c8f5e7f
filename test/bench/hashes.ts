import { createKeyedHash } from "../../src/desk/keyed-hash.js";
import { compare, type Side } from "./stores/sides.js";

const secret = "the secret of the measurements";
const encoder = new TextEncoder();
const partsOf = (call: number) => ["request", `sender ${call}`, `bench:${call}`];

const ours: Side = {
  name: "the desk's keyed hash, three in a row",
  calls: 20_000,
  async prepare() {
    const hash = createKeyedHash(secret);
    return async (call) => [hash(...partsOf(call)), hash(...partsOf(call + 1)), hash(...partsOf(call + 2))];
  },
};

const webCrypto: Side = {
  name: "WebCrypto's HMAC, three at once",
  calls: 20_000,
  async prepare() {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
    const sign = (call: number) =>
      crypto.subtle.sign("HMAC", key, encoder.encode(JSON.stringify(partsOf(call))));
    return (call) => Promise.all([sign(call), sign(call + 1), sign(call + 2)]);
  },
};

/** What a hold needs of keyed hashes: of the request id, of what was asked and of the person. */
await compare("Keyed hashes of one hold", 512, [ours, webCrypto]);
