/** How booking codes are read. The scheme of booking codes that the desk has fits it as it is. */
export interface CodeReader {
  readonly read: (text: string) => CodeReading;
}

export type CodeReading =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "wrong-length"; readonly expected: number; readonly found: number }
  | { readonly kind: "foreign-character"; readonly character: string }
  | { readonly kind: "check-failed" };
