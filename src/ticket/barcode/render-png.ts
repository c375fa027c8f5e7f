import type { Barcode } from "./encode-barcode.js";
import { pixelsPerModuleOf } from "./pixels-per-module.js";
import { writePng } from "./write-png.js";

export interface PngOptions {
  readonly pixelsPerModule?: number;
}

/** https://www.w3.org/TR/png-3/#9Filter-types */
const unfiltered = 0;
const likeRowAbove = 2;

/**
 * The bytes of a PNG on a white ground, 8-bit RGB: WhatsApp's Cloud API takes no palette and no grey.
 * @throws RangeError where `pixelsPerModule` is no whole number or makes the picture too large.
 */
export async function renderPng(barcode: Barcode, options: PngOptions = {}): Promise<Uint8Array> {
  const { rows } = barcode;
  const pixels = pixelsPerModuleOf(barcode, options.pixelsPerModule);
  const width = barcode.width * pixels;
  const height = barcode.height * pixels;
  const lineLength = 1 + width * 3;
  const scanlines = new Uint8Array(lineLength * height);
  for (let y = 0; y < height; y++) {
    const line = scanlines.subarray(y * lineLength, (y + 1) * lineLength);
    const row = rows[Math.floor(y / pixels)] ?? "";
    if (row === rows[Math.floor((y - 1) / pixels)]) line[0] = likeRowAbove;
    else drawLine(line, row, pixels);
  }
  return writePng({ width, height, scanlines });
}

function drawLine(line: Uint8Array, row: string, pixels: number): void {
  line.fill(255);
  line[0] = unfiltered;
  for (const { 0: run, index } of row.matchAll(/1+/g))
    line.fill(0, 1 + index * pixels * 3, 1 + (index + run.length) * pixels * 3);
}
