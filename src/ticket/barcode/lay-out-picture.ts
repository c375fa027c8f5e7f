import { drawCaption } from "./caption-font.js";
import type { Barcode } from "./encode-barcode.js";

/** How a picture of a barcode looks. */
export interface PictureOptions {
  /** Side of a module; the symbology's size for a chat unless given. */
  readonly pixelsPerModule?: number;
  /** Stands below the barcode, for people: characters of A-Z, 0-9, blank and `- . / :`. */
  readonly caption?: string;
}

/** A picture in pixels, white but for its bands. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly bands: readonly Band[];
}

/** Rows of `1` (dark) and `0` (light), each of them a square of `scale` pixels. */
export interface Band {
  readonly rows: readonly string[];
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** The longest side of a picture, in pixels: more than any messenger keeps, and a bound on memory. */
const maxSidePixels = 4096;
/** White left and right of a caption and below it, in modules. */
const captionMargin = 1;
/** A caption's dot is no larger than this many modules, so that it does not outgrow a wide barcode. */
const largestDot = 2;

/** @throws RangeError where the picture would be too large, or the caption can't be drawn so small. */
export function layOutPicture(barcode: Barcode, { pixelsPerModule, caption }: PictureOptions): Picture {
  const pixels = pixelsPerModule ?? barcode.pixelsPerModule;
  const most = Math.floor(maxSidePixels / Math.max(barcode.width, barcode.height));
  if (!(Number.isInteger(pixels) && pixels >= 1 && pixels <= most))
    throw new RangeError(`pixelsPerModule: expected a whole number from 1 to ${most}, found ${pixels}`);
  const width = barcode.width * pixels;
  const height = barcode.height * pixels;
  const symbol = { rows: barcode.rows, scale: pixels, left: 0, top: 0 };
  if (caption === undefined) return { width, height, bands: [symbol] };

  const rows = drawCaption(caption);
  const dots = rows[0]?.length ?? 0;
  const scale = Math.min(Math.floor((width - 2 * captionMargin * pixels) / dots), largestDot * pixels);
  if (scale < 1)
    throw new RangeError(
      `caption: expected fewer characters or larger modules, found ${caption.length} characters`,
    );
  const text = { rows, scale, left: Math.floor((width - dots * scale) / 2), top: height };
  // Whole modules, so that the picture's size stays a number of modules.
  const textModules = Math.ceil((rows.length * scale) / pixels) + captionMargin;
  return { width, height: height + textModules * pixels, bands: [symbol, text] };
}
