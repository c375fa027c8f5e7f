/**
 * What messengers put around a message: `1/11/17, 7:02 PM - Budi: `, `[12/11/17 08.30] Budi: `, a mention of the bot, a note
 * that it was edited. Lengths are bounded, so that no text makes them slow.
 */
const additions: readonly RegExp[] = [
  /^[ \t\u200E\u200F]*\[[\d:.,/ \u00A0\u202Fapm-]{6,30}\] ?(?:\+[\d ()-]{6,20}|[^:#*\n\d]{1,40}):/gimu,
  /^[ \t\u200E\u200F]*\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[.:]\d{2}[\d:. \u00A0\u202Fapm]{0,12}[-–] (?:\+[\d ()-]{6,20}|[^:#*\n\d]{1,40}):/gimu,
  /(?:^|(?<=\s))@(?!\d{1,2}\b|\d{1,2}[.ap])[\p{L}\p{N}_.]{3,40}(?=\s|$)/gu,
  /(?<=^\s{0,9}\/[\p{L}]{2,20})@[\p{L}\p{N}_]{3,40}/gu,
  /<?\(?\b(?:this message was edited|pesan ini diedit|edited|diedit|telah diedit)\b\)?>?[ \t\u200E\u200F]*$/giu,
];

/** A text with blanks in the place of what a messenger added, so that everything else keeps its place. */
export function withoutMessenger(text: string): string {
  if (!/[@:<(]/u.test(text)) return text;
  let own = text;
  for (const addition of additions) own = own.replace(addition, (found) => " ".repeat(found.length));
  return own;
}
