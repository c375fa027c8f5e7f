/** How booking codes are read. The scheme of booking codes that the desk has fits it as it is. */
export interface CodeReader {
  readonly read: (text: string) => ReadCode;
}

const lengths = new WeakMap<CodeReader, number>();

/** How many signs a code has, as the reader itself says of an empty text. */
export function codeLengthOf(codes: CodeReader): number {
  const known = lengths.get(codes);
  if (known !== undefined) return known;
  const empty = codes.read("");
  const length = empty.kind === "wrong-length" ? empty.expected : 0;
  lengths.set(codes, length);
  return length;
}

export type ReadCode =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "wrong-length"; readonly expected: number; readonly found: number }
  | { readonly kind: "foreign-character"; readonly character: string }
  | { readonly kind: "check-failed" };
