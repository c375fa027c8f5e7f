/** Where a text may stand: pixels, and whole lines. */
export interface TextBox {
  readonly width: number;
  readonly mostLines: number;
  readonly fontSize: number;
  /** What does not fit even at this size is cut off. */
  readonly smallestFontSize: number;
}

export interface FittedText {
  readonly lines: readonly string[];
  readonly fontSize: number;
}

/** Chinese, Japanese and Korean may be broken anywhere. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/u;
const pieces = new RegExp(`\\s*(?:${wide.source}|(?:(?!${wide.source})\\S)+)`, "gu");
const capital = /\p{Lu}/u;
const widest = /[MWmw@%\p{Extended_Pictographic}]/u;
const narrow = /[iljrt.,:;'|!()[\] -]/u;
const weightless = /[\p{M}\p{Cf}]/u;
const shrinking = 0.92;

/** Breaks a text into lines and makes it smaller until it fits; what is cut off ends in `…`. */
export function fitText(text: string, box: TextBox): FittedText {
  const words = text.normalize("NFC").match(pieces) ?? [];
  for (let fontSize = box.fontSize; ; fontSize *= shrinking) {
    const width = box.width / fontSize;
    const lines = breakLines(words, width);
    if (lines.length <= box.mostLines && lines.every((line) => widthOf(line) <= width))
      return { lines, fontSize };
    if (fontSize * shrinking < box.smallestFontSize)
      return { lines: cut(breakLines(words.flatMap(characters), width), width, box.mostLines), fontSize };
  }
}

function breakLines(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = (line + word).trimStart();
    if (line === "" || widthOf(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word.trimStart();
    }
  }
  return [...lines, line];
}

function cut(lines: readonly string[], width: number, mostLines: number): readonly string[] {
  if (lines.length <= mostLines) return lines;
  const kept = lines.slice(0, mostLines);
  const last = characters(kept.at(-1) ?? "");
  while (last.length > 0 && widthOf(`${last.join("")}…`) > width) last.pop();
  return [...kept.slice(0, -1), `${last.join("")}…`];
}

/** What a reader takes for one, with the marks that belong to it. */
function characters(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

/** In ems, a little too wide for most fonts in bold: nothing of the system's fonts is known here. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

function widthOfCharacter(character: string): number {
  if (weightless.test(character)) return 0;
  if (wide.test(character) || widest.test(character)) return 1.12;
  if (capital.test(character)) return 0.78;
  return narrow.test(character) ? 0.42 : 0.66;
}
