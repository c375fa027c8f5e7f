import type { Barcode } from "./encode-barcode.js";
import { pixelsPerModuleOf } from "./pixels-per-module.js";

export interface SvgOptions {
  readonly pixelsPerModule?: number;
  /** What a screen reader says; the barcode's own title unless given. */
  readonly title?: string;
}

/**
 * A whole SVG document on a white ground, to be written to a file or put into a page.
 * @throws RangeError where `pixelsPerModule` is no whole number or makes the picture too large.
 */
export function renderSvg(barcode: Barcode, options: SvgOptions = {}): string {
  const { width, height } = barcode;
  const pixels = pixelsPerModuleOf(barcode, options.pixelsPerModule);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * pixels}" height="${height * pixels}"`,
    ` viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges" role="img">`,
    `<title>${escapeXml(options.title ?? barcode.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/><path d="${outline(barcode.rows)}"/></svg>`,
  ].join("");
}

/** One rectangle for each run of dark modules; rows that are alike share theirs, as all rows of Code 128 do. */
function outline(rows: readonly string[]): string {
  let path = "";
  for (let y = 0, next = 0; y < rows.length; y = next) {
    const row = rows[y] ?? "";
    for (next = y + 1; rows[next] === row; ) next++;
    for (const { 0: run, index } of row.matchAll(/1+/g))
      path += `M${index} ${y}h${run.length}v${next - y}h-${run.length}z`;
  }
  return path;
}

/** XML 1.0 has no place for most control characters and lone surrogates, not even as references. */
function escapeXml(text: string): string {
  return text
    .replace(/[\p{Surrogate}\p{Control}\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
