export { type Barcode, encodeBarcode } from "./barcode/encode-barcode.js";
export { type BarcodeImage, pngBarcode } from "./barcode/png-barcode.js";
export { type PngOptions, renderPng } from "./barcode/render-png.js";
export { renderSvg, type SvgOptions } from "./barcode/render-svg.js";
export { renderText } from "./barcode/render-text.js";
export { code128, qr, type Symbology } from "./barcode/symbology.js";
