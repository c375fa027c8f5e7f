import { SHA256, sha256 } from "@noble/hashes/sha2";

/** HMAC-SHA-256 (RFC 2104) of a text; the 32 bytes are overwritten when the next is asked. */
export type Hmac = (text: string) => DataView;

type State = readonly [number, number, number, number, number, number, number, number];

const encoder = new TextEncoder();
const blockBytes = 64;
const hashBytes = 32;
/** How every message ends: with a one, and the length of all in bits. */
const paddingBytes = 9;
const utf8BytesOfUnit = 3;

/**
 * The library's compression of whole blocks alone: its `update` and `digest` make some twenty small objects a hash,
 * which cost more than to compress the few blocks of a short text (`npm run bench -- hashes`).
 */
class Compression extends SHA256 {
  readonly initial: State = this.get();

  run(state: State, blocks: DataView, bytes = blockBytes): State {
    this.set(...state);
    for (let at = 0; at < bytes; at += blockBytes) this.process(blocks, at);
    return this.get();
  }
}

export function createHmacSha256(secret: string): Hmac {
  const compression = new Compression();
  const key = keyBlock(encoder.encode(secret));
  const afterKey = (mask: number) =>
    compression.run(compression.initial, viewOf(key.map((byte) => byte ^ mask)));
  const [inner, outer] = [afterKey(0x36), afterKey(0x5c)];
  const outerMessage = viewOf(new Uint8Array(blockBytes));
  pad(outerMessage, hashBytes);
  const result = viewOf(new Uint8Array(hashBytes));
  let bytes = new Uint8Array(4096);
  let message = viewOf(bytes);
  return (text) => {
    const most = text.length * utf8BytesOfUnit + paddingBytes + blockBytes;
    if (most > bytes.length) {
      bytes = new Uint8Array(most);
      message = viewOf(bytes);
    }
    const end = pad(message, encoder.encodeInto(text, bytes).written);
    write(outerMessage, compression.run(inner, message, end));
    write(result, compression.run(outer, outerMessage));
    return result;
  };
}

function keyBlock(secret: Uint8Array): Uint8Array {
  const key = new Uint8Array(blockBytes);
  key.set(secret.length > blockBytes ? sha256(secret) : secret);
  return key;
}

/** Ends a message of so many bytes behind the block of the key; gives the end of its last block. */
function pad(message: DataView, bytes: number): number {
  const end = Math.ceil((bytes + paddingBytes) / blockBytes) * blockBytes;
  message.setUint8(bytes, 0x80);
  for (let at = bytes + 1; at < end - 4; at++) message.setUint8(at, 0);
  message.setUint32(end - 4, (blockBytes + bytes) * 8);
  return end;
}

function write(to: DataView, state: State): void {
  for (let word = 0; word < state.length; word++) to.setUint32(word * 4, state[word] ?? 0);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer);
}
