/** Each glyph is seven rows of five dots; a row is a digit to the base of 32. */
const glyphs: Readonly<Record<string, string>> = {
  0: "ehjlphe",
  1: "4c4444e",
  2: "eh1248v",
  3: "v2421he",
  4: "26aiv22",
  5: "vgu11he",
  6: "68guhhe",
  7: "v124888",
  8: "ehhehhe",
  9: "ehhf12c",
  A: "ehhhvhh",
  B: "uhhuhhu",
  C: "ehggghe",
  D: "sihhhis",
  E: "vgguggv",
  F: "vgguggg",
  G: "ehgnhhf",
  H: "hhhvhhh",
  I: "e44444e",
  J: "72222ic",
  K: "hikokih",
  L: "ggggggv",
  M: "hrllhhh",
  N: "hhpljhh",
  O: "ehhhhhe",
  P: "uhhuggg",
  Q: "ehhhlid",
  R: "uhhukih",
  S: "fgge11u",
  T: "v444444",
  U: "hhhhhhe",
  V: "hhhhha4",
  W: "hhhllla",
  X: "hha4ahh",
  Y: "hhha444",
  Z: "v1248gv",
  "-": "000v000",
  ".": "00000cc",
  "/": "01248g0",
  ":": "0cc0cc0",
  " ": "0000000",
};

const rowsOfGlyph = 7;
const foreign = /[^0-9A-Z\-./: ]/u;

/** A caption as rows of `1` and `0`, seven of them, six columns a character but the last, which has five. */
export function drawCaption(caption: string): readonly string[] {
  if (caption === "" || foreign.test(caption))
    throw new RangeError("caption: expected characters of A-Z, 0-9, blank and - . / :");
  return Array.from({ length: rowsOfGlyph }, (_, row) =>
    Array.from(caption, (character) => dots(glyphs[character]?.charAt(row))).join("0"),
  );
}

function dots(digit = "0"): string {
  return Number.parseInt(digit, 32).toString(2).padStart(5, "0");
}
