import { checkArguments } from "../../input/check-arguments.js";
import { type Barcode, checkBarcode } from "./encode-barcode.js";
import { type Band, layOutPicture, type PictureOptions } from "./lay-out-picture.js";

export interface SvgOptions extends PictureOptions {
  /** What a screen reader says; the barcode's own title unless given. */
  readonly title?: string;
  /** For print: the picture is so large on paper, whatever its pixels. `barcode.millimetresPerModule` is a good size. */
  readonly millimetresPerModule?: number;
}

const smallestModule = 0.1;
const largestModule = 10;

/**
 * A whole SVG document on a white ground, to be written to a file or put into a page.
 * @throws RangeError where a size is impossible or the caption can't be drawn.
 * @example
 * const svg = renderSvg(encodeBarcode("7HXW9TB6"), { caption: "7HXW-9TB6" });
 */
export function renderSvg(barcode: Barcode, options: SvgOptions = {}): string {
  checkBarcode(barcode);
  checkArguments("options", options, {
    pixelsPerModule: ["number"],
    caption: ["string"],
    title: ["string"],
    millimetresPerModule: ["number"],
  });
  const pixels = options.pixelsPerModule ?? barcode.pixelsPerModule;
  const picture = layOutPicture(barcode, options);
  const width = picture.width / pixels;
  const height = picture.height / pixels;
  const length = lengthOf(options.millimetresPerModule, pixels);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${length(width)}" height="${length(height)}"`,
    ` viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges" role="img">`,
    `<title>${escapeXml(options.title ?? barcode.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...picture.bands.map((band) => `<path${placed(band, pixels)} d="${outline(band.rows)}"/>`),
    "</svg>",
  ].join("");
}

function lengthOf(millimetres: number | undefined, pixels: number): (modules: number) => string {
  if (millimetres === undefined) return (modules) => String(modules * pixels);
  if (!(millimetres >= smallestModule && millimetres <= largestModule))
    throw new RangeError(
      `millimetresPerModule: expected ${smallestModule} to ${largestModule}, found ${millimetres}`,
    );
  return (modules) => `${rounded(modules * millimetres)}mm`;
}

function placed({ left, top, scale }: Band, pixels: number): string {
  if (left === 0 && top === 0 && scale === pixels) return "";
  return ` transform="translate(${rounded(left / pixels)} ${rounded(top / pixels)}) scale(${rounded(scale / pixels)})"`;
}

function rounded(number: number): number {
  return Number(number.toFixed(4));
}

/** XML 1.0 has no place for most control characters and lone surrogates, not even as references. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Surrogate}\p{Control}\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * The dark modules as an SVG path in units of a module: one rectangle for each run; rows that are alike share theirs,
 * as all rows of Code 128 do.
 */
export function outline(rows: readonly string[]): string {
  let path = "";
  for (let y = 0, next = 0; y < rows.length; y = next) {
    const row = rows[y] ?? "";
    for (next = y + 1; rows[next] === row; ) next++;
    for (const { 0: run, index } of row.matchAll(/1+/g))
      path += `M${index} ${y}h${run.length}v${next - y}h-${run.length}z`;
  }
  return path;
}
