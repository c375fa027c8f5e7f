import { encodeBarcode } from "./encode-barcode.js";
import { type PngOptions, renderPng } from "./render-png.js";
import { qr, type Symbology } from "./symbology.js";

/** A picture that a bot can attach to a message. */
export interface BarcodeImage {
  readonly data: Uint8Array;
  readonly mediaType: "image/png";
  /** A file name: `7HXW9TB6.png`. */
  readonly name: string;
  /** What the picture shows, for people who don't see it: `QR 7HXW9TB6`. */
  readonly alt: string;
}

/**
 * The picture of a booking code, for `createChat({ barcode: pngBarcode })`; the same code gives the same bytes.
 * @throws RangeError where the symbology can't hold the code or the options are impossible.
 * @example
 * const chat = createChat({ desk, format, words: indonesian, barcode: pngBarcode });
 */
export async function pngBarcode(
  code: string,
  symbology: Symbology = qr,
  options: PngOptions = {},
): Promise<BarcodeImage> {
  const barcode = encodeBarcode(code, symbology);
  return {
    data: await renderPng(barcode, options),
    mediaType: "image/png",
    name: `${fileStem(code)}.png`,
    alt: barcode.title,
  };
}

/** Letters, digits and hyphens are safe in every file system and header; 64 of them fit everywhere. */
function fileStem(code: string): string {
  return code.replace(/[^A-Za-z0-9]+/g, "-").slice(0, 64);
}
