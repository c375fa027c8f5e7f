/** Characters that people and screens take for one another; from `\u0370` on Greek and Cyrillic capitals. */
const groups: readonly string[] = [
  "0ODQ\u039F\u041E",
  "1IL7\u0399\u0406",
  "2Z\u0396",
  "3E\u0395\u0415\u0417",
  "4A\u0391\u0410",
  "5S\u0405",
  "6G",
  "8B\u0392\u0412",
  "UV",
  "C\u0421",
  "H\u0397\u041D",
  "J\u0408",
  "K\u039A\u041A",
  "M\u039C\u041C",
  "N\u039D",
  "P\u03A1\u0420",
  "T\u03A4\u0422",
  "X\u03A7\u0425",
  "Y\u03A5\u0423",
];

const groupOf = (character: string) => groups.find((group) => group.includes(character));

/** The characters of `alphabet` that an upper-case one may have been meant for, in the alphabet's order. */
export function listLookAlikes(character: string, alphabet: string): readonly string[] {
  const group = groupOf(character) ?? character;
  return [...alphabet].filter((candidate) => group.includes(candidate));
}

/** The text with one character for all that look alike: `B00B` and `BOOB` become the same. */
export function foldLookAlikes(text: string): string {
  return Array.from(text, (character) => groupOf(character)?.charAt(0) ?? character).join("");
}
