import { checkArguments } from "../../input/check-arguments.js";
import { type Barcode, checkBarcode } from "./encode-barcode.js";
import { escapeXml } from "./escape-xml.js";
import { type Band, layOutPicture, type PictureOptions } from "./lay-out-picture.js";
import { outline } from "./outline.js";

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
