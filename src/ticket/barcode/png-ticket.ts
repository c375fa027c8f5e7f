import type { Barcode } from "./encode-barcode.js";
import type { BarcodeImage } from "./png-barcode.js";
import { renderTicket, type ShownTicket, type TicketPictureOptions } from "./render-ticket.js";

/** Draws an SVG document as the bytes of a PNG: sharp, resvg, a browser's canvas. */
export type Rasterise = (svg: string) => Promise<Uint8Array>;

/**
 * A ticket as a picture that a bot can attach; the letters are those of the rasteriser's fonts.
 * @throws RangeError where an option is impossible.
 */
export async function pngTicket(
  ticket: ShownTicket,
  barcode: Barcode,
  options: TicketPictureOptions & { readonly rasterise: Rasterise },
): Promise<BarcodeImage> {
  const svg = renderTicket(ticket, barcode, options);
  if (typeof options.rasterise !== "function")
    throw new RangeError("rasterise: expected a function that draws an SVG document as a PNG");
  return {
    data: await options.rasterise(svg),
    mediaType: "image/png",
    name: `${ticket.date}-${ticket.queueNumber.replace(/[^A-Za-z0-9]+/g, "-").slice(0, 64)}.png`,
    alt: `${ticket.queueNumber} ${ticket.officeName}`,
  };
}
