import { checkArguments } from "../../input/check-arguments.js";
import { type Barcode, checkBarcode } from "./encode-barcode.js";

export interface TextOptions {
  /** Stands below the barcode, for people. */
  readonly caption?: string;
}

/**
 * Lines of half blocks for a terminal, two rows of modules a line, one column a module, no line break at the end.
 * The light modules are the drawn ones: right on a dark terminal, inverted on a light one, where most readers
 * still read a QR code.
 * @throws RangeError where it is no barcode.
 * @example
 * console.log(renderText(encodeBarcode("7HXW9TB6")));
 */
export function renderText(barcode: Barcode, options: TextOptions = {}): string {
  checkBarcode(barcode);
  checkArguments("options", options, { caption: ["string"] });
  const { rows, width } = barcode;
  const lines: string[] = [];
  for (let y = 0; y < rows.length; y += 2) {
    const upper = rows[y] ?? "";
    // Below an odd last row the quiet zone goes on.
    const lower = rows[y + 1] ?? "0".repeat(width);
    lines.push(Array.from(upper, (module, x) => halfBlock(module === "0", lower[x] === "0")).join(""));
  }
  if (options.caption !== undefined) lines.push(centred(options.caption, width));
  return lines.join("\n");
}

function centred(text: string, width: number): string {
  return " ".repeat(Math.max(0, Math.floor((width - text.length) / 2))) + text;
}

function halfBlock(upperLight: boolean, lowerLight: boolean): string {
  if (upperLight) return lowerLight ? "█" : "▀";
  return lowerLight ? "▄" : " ";
}
