// RFC 9285: two bytes become three characters of QR's alphanumeric mode. No text ends in the blank, whose value is 36:
// the last character of a group is at most 32.
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

export function encodeBase45(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 2) {
    const [first = 0, second] = bytes.subarray(index, index + 2);
    text += second === undefined ? characters(first, 2) : characters(first * 256 + second, 3);
  }
  return text;
}

/** `undefined` where the text is not what `encodeBase45` makes. */
export function decodeBase45(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index += 3) {
    const group = text.slice(index, index + 3);
    const value = groupValue(group);
    if (value === undefined || value >= (group.length === 3 ? 0x10000 : 0x100)) return undefined;
    if (group.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The least significant character comes first. */
function characters(value: number, count: number): string {
  let text = "";
  for (let rest = value; text.length < count; rest = Math.floor(rest / 45))
    text += alphabet.charAt(rest % 45);
  return text;
}

function groupValue(group: string): number | undefined {
  let value = 0;
  for (const character of Array.from(group).reverse()) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return undefined;
    value = value * 45 + digit;
  }
  return value;
}
