import { bls12_381 } from "@noble/curves/bls12-381";
import { sha256 } from "@noble/hashes/sha2";
import { hexOf, isHex, readHex } from "./hex.js";
import type { Beacon } from "./randomness.js";

export type { Beacon, RoundRecord } from "./randomness.js";

const genesis = 1_692_803_367_000;
const period = 3_000;
const publicKey =
  "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a";

/**
 * The beacon `quicknet` of the League of Entropy: a round every three seconds since August 2023, signed by
 * many organisations together, so that no single one knows it before. Its signature is checked here, without a network.
 * @example
 * const { chain } = drandQuicknet;
 * const answer = await fetch(`https://api.drand.sh/${chain}/public/1000`);
 * drandQuicknet.isGenuine({ chain, ...JSON.parse(await answer.text()) }); // true
 */
export const drandQuicknet: Beacon = {
  chain: "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
  timeOf: (round) => genesis + (round - 1) * period,
  roundAfter: (at) => Math.max(1, Math.ceil((at - genesis) / period) + 1),
  isGenuine({ round, signature, randomness }) {
    if (!isHex(signature, 48) || !Number.isSafeInteger(round) || round < 1) return false;
    return randomness === hexOf(sha256(readHex(signature))) && isSigned(round, signature);
  },
};

function isSigned(round: number, signature: string): boolean {
  const message = new Uint8Array(8);
  new DataView(message.buffer).setBigUint64(0, BigInt(round));
  const { shortSignatures } = bls12_381;
  try {
    const point = shortSignatures.hash(sha256(message), "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_");
    return shortSignatures.verify(signature, point, publicKey);
  } catch {
    return false; // no point of the curve
  }
}
