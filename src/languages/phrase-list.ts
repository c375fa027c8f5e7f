/** Phrases in one text, divided by commas: shorter to read and to load than a list of texts. */
export function listPhrases(text: string): readonly string[] {
  return text.split(", ");
}

/** Each beginning with each end: "anak sakit", "anak saya sakit". */
export function combine(beginnings: string, ends: string): readonly string[] {
  return listPhrases(beginnings).flatMap((one) => listPhrases(ends).map((other) => `${one} ${other}`));
}
