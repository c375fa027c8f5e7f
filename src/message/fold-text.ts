const plain = /^[\x20-\x7e]*$/;
const apostrophes = /[\u2018\u2019\u201B\u02BB\u02BC\u02B9\u2032\u00B4\u0060\uFF07]/gu;
const doubleQuotes = /[\u201C-\u201F\u00AB\u00BB\u2033]/u;
const dash = /[\p{Pd}\u2212\u2043]/u;
const slash = /[\u2044\u2215]/u;
const digit = /\p{Nd}/u;
const blank = /[\s\p{Cc}]/u;
const picture = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/u;
/** U+20E3 is the frame of a keycap emoji: `1️⃣` is a 1. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u20E3]/u;

/**
 * The form in which words and digits are compared: lower case, compatibility forms, digits of every script as
 * 0–9, one kind of dash, quote and blank; pictures are blanks, invisible marks are gone.
 */
export function foldText(text: string): string {
  if (plain.test(text)) return text.toLowerCase().replaceAll("`", "'");
  let folded = "";
  for (const character of text.replace(apostrophes, "'").normalize("NFKC"))
    folded += foldCharacter(character);
  return folded.toLowerCase();
}

/** Folded, without the apostrophes inside words (`jum'at`), other marks as one blank: what word lists hold. */
export function foldWords(text: string): string {
  return foldText(text)
    .replaceAll("'", "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

function foldCharacter(character: string): string {
  if (character >= " " && character <= "~") return character;
  if (blank.test(character) || picture.test(character)) return " ";
  if (invisible.test(character)) return "";
  if (digit.test(character)) return String(digitValue(character));
  if (dash.test(character)) return "-";
  if (slash.test(character)) return "/";
  if (doubleQuotes.test(character)) return '"';
  return character;
}

/** Unicode's runs of ten digits begin at a code point that ends in 0 or in 6 (hexadecimal). */
function digitValue(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  const row = codePoint & ~0xf;
  return digit.test(String.fromCodePoint(row)) ? codePoint - row : codePoint - row - 6;
}
