import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bookingCodes } from "giliran";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

// Without its binary the reader would fetch one from the network.
const binary = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(binary).buffer } });

const largestPicture = 10_000_000;

/** The booking code whose barcode a picture shows; `undefined` where there is none, or more than one. */
export async function readCode(picture: Uint8Array): Promise<string | undefined> {
  if (picture.length > largestPicture) return undefined;
  const found = await readBarcodes(picture).catch(() => []);
  const readings = found.map(({ text }) => bookingCodes.read(text));
  const codes = new Set(readings.flatMap((reading) => (reading.kind === "code" ? [reading.code] : [])));
  return codes.size === 1 ? [...codes][0] : undefined;
}
