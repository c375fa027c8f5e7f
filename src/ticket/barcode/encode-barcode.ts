import { checkArguments } from "../../input/check-arguments.js";
import { aList, aNumber, anObject, aText, type Shapes } from "../../input/shape.js";
import { qr, type Symbology } from "./symbology.js";

/** A barcode as plain data, measured in modules, its quiet zone included; every picture is made of this. */
export interface Barcode {
  readonly text: string;
  /** Names the picture for people who don't see it: `QR 7HXW9TB6`. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** From the top, one string a row: `1` is a dark module, `0` a light one. */
  readonly rows: readonly string[];
  /** The symbology's size for a chat, for renderers that are told no other. */
  readonly pixelsPerModule: number;
  /** The symbology's size on paper. */
  readonly millimetresPerModule: number;
}

/**
 * The barcode of a text, a QR code unless another symbology is given.
 * @throws RangeError where the text is empty, too long, or has a character that the symbology can't hold.
 * @example
 * const barcode = encodeBarcode("7HXW9TB6"); // or encodeBarcode(code, code128)
 */
export function encodeBarcode(text: string, symbology: Symbology = qr): Barcode {
  checkArguments("symbology", symbology, symbologyShapes);
  checkArguments("characters", symbology.characters, { foreign: anObject, held: aText });
  if (!(symbology.characters.foreign instanceof RegExp))
    throw new RangeError("characters: expected foreign as a regular expression");
  const { quietModules } = symbology;
  if (!Number.isInteger(quietModules) || quietModules < 0 || quietModules > 100)
    throw new RangeError(`quietModules: expected a whole number from 0 to 100, found ${quietModules}`);
  checkText(text, symbology);
  const { name, pixelsPerModule, millimetresPerModule } = symbology;
  const side = "0".repeat(quietModules);
  const symbol = symbology.draw(text).map((row) => side + row + side);
  const width = symbol[0]?.length ?? 0;
  const border = new Array<string>(quietModules).fill("0".repeat(width));
  const rows = [...border, ...symbol, ...border];
  const sizes = { width, height: rows.length, pixelsPerModule, millimetresPerModule };
  return { text, title: `${name} ${text}`, rows, ...sizes };
}

const symbologyShapes: Shapes<Symbology> = {
  name: aText,
  maxLength: aNumber,
  characters: anObject,
  quietModules: aNumber,
  pixelsPerModule: aNumber,
  millimetresPerModule: aNumber,
  draw: ["required", "function"],
};

/** @throws RangeError where it is nothing that `encodeBarcode` makes. */
export function checkBarcode(barcode: Barcode): void {
  checkArguments("barcode", barcode, {
    text: aText,
    title: aText,
    width: aNumber,
    height: aNumber,
    rows: aList,
    pixelsPerModule: aNumber,
    millimetresPerModule: aNumber,
  });
  const { rows, width, height } = barcode;
  const isWhole = rows.every((row) => typeof row === "string" && row.length === width);
  if (!isWhole || rows.length !== height || width < 1)
    throw new RangeError("barcode: expected rows as long as its width, as many as its height");
}

function checkText(text: string, { name, maxLength, characters }: Symbology): void {
  const expected = `${name}: expected 1 to ${maxLength} ${characters.held}`;
  if (typeof text !== "string") throw new RangeError(`${expected}, found ${typeof text}`);
  if (text.length < 1 || text.length > maxLength) throw new RangeError(`${expected}, found ${text.length}`);
  const index = text.search(characters.foreign);
  if (index < 0) return;
  const codePoint = (text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  throw new RangeError(`${expected}, found U+${codePoint} at index ${index}`);
}
