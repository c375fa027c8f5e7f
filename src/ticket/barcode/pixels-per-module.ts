import type { Barcode } from "./encode-barcode.js";

/** The longest side of a picture, in pixels: more than any messenger keeps, and a bound on memory. */
const maxSidePixels = 4096;

/**
 * The pixels of one module: those asked for, else the barcode's own.
 * @throws RangeError where they are no whole number from 1, or make the picture too large.
 */
export function pixelsPerModuleOf(barcode: Barcode, asked: number | undefined): number {
  const pixels = asked ?? barcode.pixelsPerModule;
  const most = Math.floor(maxSidePixels / Math.max(barcode.width, barcode.height));
  if (Number.isInteger(pixels) && pixels >= 1 && pixels <= most) return pixels;
  throw new RangeError(`pixelsPerModule: expected a whole number from 1 to ${most}, found ${pixels}`);
}
