const digits = "0123456789abcdef";

/** Whether something is so many bytes in small hex digits. */
export function isHex(value: unknown, bytes: number): value is string {
  return typeof value === "string" && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value);
}

/** The bytes of hex digits, into those that are given. */
export function readHex(hex: string, into: Uint8Array = new Uint8Array(hex.length / 2)): Uint8Array {
  for (let index = 0; index < hex.length / 2; index++)
    into[index] = 16 * digitAt(hex, 2 * index) + digitAt(hex, 2 * index + 1);
  return into;
}

function digitAt(hex: string, index: number): number {
  const code = hex.charCodeAt(index);
  return code < 58 ? code - 48 : code - 87;
}

/** Bytes as small hex digits. */
export function hexOf(bytes: Uint8Array): string {
  const characters: number[] = [];
  for (const byte of bytes) characters.push(digits.charCodeAt(byte >> 4), digits.charCodeAt(byte & 15));
  // At once: a text that grows by characters keeps all of its steps in memory.
  return String.fromCharCode(...characters);
}
