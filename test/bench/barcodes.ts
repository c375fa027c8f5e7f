import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import {
  aztec,
  code128,
  dataMatrix,
  encodeBarcode,
  pdf417,
  qr,
  renderPng,
  renderSvg,
  type Symbology,
} from "giliran/barcode";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import { bookingCodes } from "../../src/ticket/booking-code.js";

/** The first call in a new process, then each picture, then what the built entry weighs. */
const images = 200;
const rounds = 5;

const firstCall = `
  const started = performance.now();
  const { pngBarcode } = await import(${JSON.stringify(pathToFileURL("dist/barcode.js").href)});
  const loaded = performance.now();
  await pngBarcode("7HXW9TB6");
  console.log((loaded - started).toFixed(0), (performance.now() - loaded).toFixed(0));`;

function measureFirstCall(): string {
  const [load, call] = execFileSync(process.execPath, ["--input-type=module", "--eval", firstCall], {
    encoding: "utf8",
  }).split(/\s/);
  return `first call in a new process: ${load} ms to load the built entry, ${call} ms for a QR code as PNG`;
}

async function medianMicroseconds(draw: (code: string) => unknown): Promise<number> {
  const randomBytes = seededBytes(1);
  const codes = Array.from({ length: images }, () => bookingCodes.draw(randomBytes));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    for (const code of codes) await draw(code);
    times.push(((performance.now() - started) * 1000) / images);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

async function measureImages(symbology: Symbology): Promise<string> {
  const encode = await medianMicroseconds((code) => encodeBarcode(code, symbology));
  const svg = await medianMicroseconds((code) => renderSvg(encodeBarcode(code, symbology)));
  const png = await medianMicroseconds((code) => renderPng(encodeBarcode(code, symbology)));
  const cells = [encode, svg, png].map((time) => `${time.toFixed(0)} µs`.padStart(10));
  return symbology.name.padEnd(12) + cells.join("");
}

/** What a bundler keeps of the built entry where a program imports these names. */
async function weigh(names: string): Promise<string> {
  const contents = `export ${names} from "./dist/barcode.js"`;
  const stdin = { contents, resolveDir: "." };
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: "esm", write: false });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return `${(bytes.length / 1000).toFixed(1)} kB minified, ${(gzipSync(bytes).length / 1000).toFixed(1)} kB gzipped`;
}

console.log(measureFirstCall());
console.log(
  `${"each image".padEnd(12)}${["modules", "as SVG", "as PNG"].map((name) => name.padStart(10)).join("")}`,
);
for (const symbology of [qr, code128, dataMatrix, aztec, pdf417]) console.log(await measureImages(symbology));
console.log(`giliran/barcode: ${await weigh("*")}`);
console.log(`a program that draws QR codes as SVG: ${await weigh("{ encodeBarcode, renderSvg }")}`);
