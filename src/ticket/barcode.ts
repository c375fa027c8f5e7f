export { type Barcode, encodeBarcode } from "./barcode/encode-barcode.js";
export type { PictureOptions } from "./barcode/lay-out-picture.js";
export { type BarcodeImage, pngBarcode } from "./barcode/png-barcode.js";
export { type PngOptions, renderPng } from "./barcode/render-png.js";
export { renderSvg, type SvgOptions } from "./barcode/render-svg.js";
export { renderText, type TextOptions } from "./barcode/render-text.js";
export {
  pngTicket,
  type Rasterise,
  renderTicket,
  type ShownTicket,
  type TicketPictureOptions,
} from "./barcode/render-ticket.js";
export { aztec, code128, dataMatrix, pdf417, qr, type Symbology } from "./barcode/symbology.js";
