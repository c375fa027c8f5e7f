import {
  azteccode as encodeAztec,
  code128 as encodeCode128,
  datamatrix as encodeDataMatrix,
  pdf417 as encodePdf417,
  qrcode as encodeQr,
} from "bwip-js/generic";
import { drawModules } from "./draw-modules.js";

/** A kind of barcode, as a value: what it may hold, how it is drawn, and how large it is in a chat. */
export interface Symbology {
  /** Short, the same in every language, for titles and errors: `QR`. */
  readonly name: string;
  /** In UTF-16 code units. */
  readonly maxLength: number;
  /** `foreign` matches a character that the symbology can't hold, `held` says in words what it can. */
  readonly characters: { readonly foreign: RegExp; readonly held: string };
  /** The light border that readers need, in modules, on all four sides. */
  readonly quietModules: number;
  /** How large a module is in a chat unless the renderer is told otherwise. */
  readonly pixelsPerModule: number;
  /** How large a module is on paper, so that any hand-held reader can read it. */
  readonly millimetresPerModule: number;
  /** Rows of `1` (dark) and `0` (light), one character a module, without the quiet zone. */
  readonly draw: (text: string) => readonly string[];
}

const printableAscii: Symbology["characters"] = { foreign: /[^ -~]/u, held: "printable ASCII characters" };

/**
 * ISO/IEC 18004 in the smallest version that fits at error correction level M, raised where it costs no larger
 * one; upper-case letters and digits go in alphanumeric mode, other scripts as UTF-8.
 */
export const qr: Symbology = {
  name: "QR",
  maxLength: 300,
  characters: { foreign: /\p{Surrogate}/u, held: "Unicode characters" },
  quietModules: 4,
  pixelsPerModule: 12,
  millimetresPerModule: 0.8,
  draw: (text) => drawModules(encodeQr, { text, eclevel: "M" }),
};

/**
 * ISO/IEC 15417. 80 characters are 935 modules, as wide as pictures in a chat get; at four pixels a module,
 * eight characters survive being shrunk to 320 pixels.
 */
export const code128: Symbology = {
  name: "Code 128",
  maxLength: 80,
  characters: printableAscii,
  quietModules: 10,
  pixelsPerModule: 4,
  millimetresPerModule: 0.4,
  draw(text) {
    const [bars = ""] = drawModules(encodeCode128, { text });
    // A reader held by hand should not leave the bars at a slant: 15 % of the width, as printed labels have it.
    const barModules = Math.max(24, Math.ceil(bars.length * 0.15));
    return new Array<string>(barModules).fill(bars);
  },
};

/** ISO/IEC 16022, ECC 200: the smallest of all, as a square. The standard asks for one module of quiet zone. */
export const dataMatrix: Symbology = {
  name: "Data Matrix",
  maxLength: 300,
  characters: printableAscii,
  quietModules: 4,
  pixelsPerModule: 16,
  millimetresPerModule: 0.8,
  draw: (text) => drawModules(encodeDataMatrix, { text }),
};

/** ISO/IEC 24778 with 23 % error correction. The standard asks for no quiet zone, a dark ground does. */
export const aztec: Symbology = {
  name: "Aztec",
  maxLength: 300,
  characters: printableAscii,
  quietModules: 4,
  pixelsPerModule: 12,
  millimetresPerModule: 0.8,
  draw: (text) => drawModules(encodeAztec, { text }),
};

/** ISO/IEC 15438: for laser readers, wide and low; each row is three modules high. */
export const pdf417: Symbology = {
  name: "PDF417",
  maxLength: 300,
  characters: printableAscii,
  quietModules: 4,
  pixelsPerModule: 5,
  millimetresPerModule: 0.4,
  draw: (text) => drawModules(encodePdf417, { text }),
};
