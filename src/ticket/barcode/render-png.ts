import { checkArguments } from "../../input/check-arguments.js";
import { type Barcode, checkBarcode } from "./encode-barcode.js";
import { layOutPicture, type PictureOptions } from "./lay-out-picture.js";
import { writePng } from "./write-png.js";

export interface PngOptions extends PictureOptions {
  /** For print: noted in the file, and modules are as many pixels as the symbology's size on paper needs, unless given. */
  readonly dotsPerInch?: number;
}

/** https://www.w3.org/TR/png-3/#9Filter-types */
const unfiltered = 0;
const likeRowAbove = 2;
const millimetresPerInch = 25.4;
const mostDotsPerInch = 2400;

/**
 * The bytes of a PNG on a white ground, 8-bit RGB: WhatsApp's Cloud API takes no palette and no grey.
 * @throws RangeError where a size is impossible or the caption can't be drawn.
 * @example
 * const bytes = await renderPng(encodeBarcode("7HXW9TB6"), { pixelsPerModule: 8, caption: "7HXW-9TB6" });
 */
export async function renderPng(barcode: Barcode, options: PngOptions = {}): Promise<Uint8Array> {
  checkBarcode(barcode);
  checkArguments("options", options, {
    pixelsPerModule: ["number"],
    caption: ["string"],
    dotsPerInch: ["number"],
  });
  const { width, height, bands } = layOutPicture(barcode, sizedForPrint(barcode, options));
  const lineLength = 1 + width * 3;
  const scanlines = new Uint8Array(lineLength * height).fill(255);
  const lineAt = (y: number) => scanlines.subarray(y * lineLength, (y + 1) * lineLength);
  for (let y = 0; y < height; y++) lineAt(y)[0] = unfiltered;
  for (const { rows, scale, left, top } of bands)
    for (let y = 0; y < rows.length * scale; y++) {
      const row = Math.floor(y / scale);
      const isLikeAbove = y > 0 && rows[row] === rows[Math.floor((y - 1) / scale)];
      if (isLikeAbove)
        lineAt(top + y)
          .fill(0)
          .set([likeRowAbove]);
      else drawRow(lineAt(top + y), rows[row] ?? "", scale, left);
    }
  return writePng({ width, height, scanlines, ...printSize(options) });
}

function drawRow(line: Uint8Array, row: string, scale: number, left: number): void {
  for (const { 0: run, index } of row.matchAll(/1+/g)) {
    const start = 1 + (left + index * scale) * 3;
    line.fill(0, start, start + run.length * scale * 3);
  }
}

function sizedForPrint(barcode: Barcode, options: PngOptions): PictureOptions {
  const { dotsPerInch, pixelsPerModule } = options;
  if (dotsPerInch === undefined) return options;
  if (!(dotsPerInch >= 1 && dotsPerInch <= mostDotsPerInch))
    throw new RangeError(`dotsPerInch: expected 1 to ${mostDotsPerInch}, found ${dotsPerInch}`);
  const pixels = Math.max(1, Math.round((barcode.millimetresPerModule * dotsPerInch) / millimetresPerInch));
  return { ...options, pixelsPerModule: pixelsPerModule ?? pixels };
}

function printSize({ dotsPerInch }: PngOptions): { readonly pixelsPerMetre?: number } {
  return dotsPerInch === undefined
    ? {}
    : { pixelsPerMetre: Math.round((dotsPerInch * 1000) / millimetresPerInch) };
}
