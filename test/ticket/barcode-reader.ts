import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { scanRGBABuffer } from "@undecaf/zbar-wasm";
import sharp from "sharp";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

// Without its binary the reader would fetch one from the network.
const binary = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(binary).buffer } });

/** What a reader finds in a picture: `QRCode 7HXW9TB6`. */
export async function scan(picture: Uint8Array): Promise<readonly string[]> {
  const found = await readBarcodes(picture);
  return found.map(({ format, text }) => `${format} ${text}`);
}

/** What a messenger does to a picture: shrunk to `width` pixels, JPEG at quality 50. */
export function recompress(png: Uint8Array, width: number): Promise<Buffer> {
  return sharp(png).resize({ width }).jpeg({ quality: 50 }).toBuffer();
}

/** The picture's rows as modules, each read from the pixels of a whole module, which must agree. */
export async function modulesOf(picture: Uint8Array, pixelsPerModule: number): Promise<readonly string[]> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const moduleAt = (x: number, y: number): string => {
    const shades = new Set<number>();
    for (let row = 0; row < pixelsPerModule; row++) {
      const start = ((y * pixelsPerModule + row) * info.width + x * pixelsPerModule) * info.channels;
      for (const byte of data.subarray(start, start + pixelsPerModule * info.channels)) shades.add(byte);
    }
    return shades.size > 1 ? "?" : shades.has(0) ? "1" : shades.has(255) ? "0" : "?";
  };
  return Array.from({ length: info.height / pixelsPerModule }, (_, y) =>
    Array.from({ length: info.width / pixelsPerModule }, (_, x) => moduleAt(x, y)).join(""),
  );
}

/** What another reader finds, which knows fewer symbologies: `QRCODE 7HXW9TB6`. */
export async function scanWithZbar(picture: Uint8Array): Promise<readonly string[]> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = await scanRGBABuffer(Uint8Array.from(data).buffer, info.width, info.height);
  return found.map((symbol) => `${symbol.typeName.replace("ZBAR_", "")} ${symbol.decode()}`);
}
