import type { Reply } from "giliran";
import { encodeBarcode, renderText } from "giliran/barcode";

const widest = 62;
const screen = 78;

/** A message of the person, at the right edge. */
export function drawMessage(text: string, time: string): string {
  const box = drawBox(wrap(text), time);
  return box.map((line) => line.padStart(screen)).join("\n");
}

/** A reply, at the left edge: the picture of the code, the text, and the buttons below. */
export function drawReply(reply: Reply, time: string): string {
  const picture = reply.image === undefined ? [] : [...drawCode(reply.image.name), ""];
  const buttons = (reply.choices ?? []).map(({ label }) => `[ ${label} ]`).join(" ");
  const box = drawBox([...picture, ...wrap(reply.text)], time);
  return [...box, ...(buttons === "" ? [] : [` ${buttons}`])].join("\n");
}

/** The terminal draws the code itself; the picture's name is the code. */
function drawCode(imageName: string): readonly string[] {
  return renderText(encodeBarcode(imageName.replace(/\.png$/, ""))).split("\n");
}

function drawBox(lines: readonly string[], time: string): readonly string[] {
  const width = Math.max(time.length + 2, ...lines.map((line) => line.length));
  return [
    `╭${"─".repeat(width + 2)}╮`,
    ...lines.map((line) => `│ ${line.padEnd(width)} │`),
    `╰${"─".repeat(width - time.length - 1)} ${time} ─╯`,
  ];
}

function wrap(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const wrapped: string[] = [];
    let current = "";
    for (const word of line.split(" ").flatMap(breakWord)) {
      if (current !== "" && current.length + 1 + word.length > widest) {
        wrapped.push(current);
        current = word;
      } else current = current === "" ? word : `${current} ${word}`;
    }
    return [...wrapped, current];
  });
}

function breakWord(word: string): readonly string[] {
  return word.match(new RegExp(`.{1,${widest}}`, "gsu")) ?? [""];
}
