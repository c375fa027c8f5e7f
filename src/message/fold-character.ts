const doubleQuotes = /[\u201C-\u201F\u00AB\u00BB\u2033]/u;
const apostrophe = /[\u2018\u2019\u201B\u02BB\u02BC\u02B9\u2032\u00B4\u0060\uFF07]/u;
const dash = /[\p{Pd}\u2212\u2043]/u;
const slash = /[\u2044\u2215]/u;
const digit = /\p{Nd}/u;
const blank = /[\s\p{Cc}]/u;
const picture = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
/** U+20E3 is the frame of a keycap emoji: `1️⃣` is a 1. */
const invisible = /\p{Cf}|\p{Default_Ignorable_Code_Point}|\u20E3/u;

/** Some code points are whole sentences (U+FDFA has 18 letters); as what they are no text grows by more than this. */
const longestForm = 4;

/**
 * The form in which one code point is compared: lower case, compatibility forms, digits of every script as 0–9,
 * one kind of dash, quote and apostrophe. Blanks, controls and pictures are `" "`, invisible marks are `""`.
 */
export function foldCharacter(character: string): string {
  if (character > " " && character <= "~") return character === "`" ? "'" : character.toLowerCase();
  if (blank.test(character) || picture.test(character)) return " ";
  if (invisible.test(character)) return "";
  if (apostrophe.test(character)) return "'";
  let folded = "";
  const signs = character.normalize("NFKC");
  if (signs.length > longestForm) return character;
  for (const sign of signs) folded += foldSign(sign);
  return folded.toLowerCase();
}

function foldSign(sign: string): string {
  if (sign > " " && sign <= "~") return sign;
  if (blank.test(sign)) return " ";
  if (digit.test(sign)) return String(digitValue(sign));
  if (dash.test(sign)) return "-";
  if (slash.test(sign)) return "/";
  if (doubleQuotes.test(sign)) return '"';
  return sign;
}

/** Unicode's runs of ten digits begin at a code point that ends in 0 or in 6 (hexadecimal). */
function digitValue(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  const row = codePoint & ~0xf;
  return digit.test(String.fromCodePoint(row)) ? codePoint - row : codePoint - row - 6;
}
