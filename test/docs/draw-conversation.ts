import type { Reply } from "giliran";
import { encodeBarcode, renderSvg } from "giliran/barcode";

/** One message of a conversation, sent or received. */
export type Message = { readonly text: string } | { readonly reply: Reply };

const screenWidth = 460;
const lineHeight = 19;
const padding = 12;
const pictureSize = 168;
const charactersOfLine = 46;

/** A conversation as a phone would show it, as an SVG document. */
export function drawConversation(messages: readonly Message[]): string {
  let y = 16;
  const drawn = messages.map((message) => {
    const bubble = "reply" in message ? drawReply(message.reply, y) : drawText(message.text, y);
    y += bubble.height + 12;
    return bubble.svg;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${screenWidth}" height="${y + 4}" viewBox="0 0 ${screenWidth} ${y + 4}" role="img" font-family="Helvetica, Arial, sans-serif" font-size="13.5">`,
    "<title>A request, a booking code with its barcode, the code sent back, a queue number</title>",
    `<rect width="${screenWidth}" height="${y + 4}" rx="14" fill="#efeae2"/>`,
    ...drawn,
    "</svg>\n",
  ].join("\n");
}

interface Bubble {
  readonly svg: string;
  readonly height: number;
}

function drawText(text: string, y: number): Bubble {
  const lines = wrap(text);
  const width = widthOf(lines);
  const height = lines.length * lineHeight + 2 * padding;
  const x = screenWidth - 16 - width;
  return { height, svg: box(x, y, width, height, "#d9fdd3") + drawLines(lines, x + padding, y + padding) };
}

function drawReply(reply: Reply, y: number): Bubble {
  const lines = wrap(reply.text);
  const picture = reply.image === undefined ? 0 : pictureSize + padding;
  const width = Math.max(widthOf(lines), picture + padding);
  const height = lines.length * lineHeight + 2 * padding + picture;
  const buttons = (reply.choices ?? []).map(({ label }, index) =>
    drawButton(label, 16, y + height + 6 + index * 38, width),
  );
  const svg = [
    box(16, y, width, height, "#ffffff"),
    reply.image === undefined ? "" : drawCode(reply.image.name, 16 + padding, y + padding),
    drawLines(lines, 16 + padding, y + padding + picture),
    ...buttons,
  ].join("\n");
  return { svg, height: height + buttons.length * 38 };
}

function drawCode(imageName: string, x: number, y: number): string {
  const svg = renderSvg(encodeBarcode(imageName.replace(/\.png$/, "")));
  return svg.replace(
    /^<svg xmlns="[^"]+" width="\d+" height="\d+"/,
    `<svg x="${x}" y="${y}" width="${pictureSize}" height="${pictureSize}"`,
  );
}

function drawButton(label: string, x: number, y: number, width: number): string {
  const text = `<text x="${x + width / 2}" y="${y + 21}" text-anchor="middle" fill="#027eb5" font-weight="bold">${escapeXml(label)}</text>`;
  return box(x, y, width, 32, "#ffffff") + text;
}

function box(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="${fill}"/>`;
}

function drawLines(lines: readonly string[], x: number, y: number): string {
  return lines
    .map(
      (line, index) =>
        `<text x="${x}" y="${y + 14 + index * lineHeight}" fill="#111b21">${escapeXml(line)}</text>`,
    )
    .join("\n");
}

/** Wide enough for the common fonts; capitals, digits and signs are the wide ones. */
function widthOf(lines: readonly string[]): number {
  const width = (line: string) =>
    [...line].reduce((sum, character) => sum + (/[A-Z0-9#]/.test(character) ? 9.4 : 7), 0);
  return Math.ceil(Math.max(...lines.map(width))) + 2 * padding;
}

function wrap(text: string): string[] {
  return text.split("\n").flatMap((line) => {
    const wrapped: string[] = [];
    let current = "";
    for (const word of line.split(" ")) {
      const longer = current === "" ? word : `${current} ${word}`;
      if (longer.length > charactersOfLine && current !== "") wrapped.push(current);
      current = longer.length > charactersOfLine ? word : longer;
    }
    return [...wrapped, current];
  });
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
