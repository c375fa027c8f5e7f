// Reads the barcodes of pictures that it is sent, and answers each with their texts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

// Without its binary the reader would fetch one from the network.
const binary = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(binary).buffer } });

parentPort?.on("message", async (picture) => {
  const found = await readBarcodes(picture).catch(() => []);
  parentPort?.postMessage(found.map(({ text }) => text));
});
