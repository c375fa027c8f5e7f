import { readFileSync, writeFileSync } from "node:fs";
import { aztec, code128, dataMatrix, pdf417, pngBarcode, qr, type Symbology } from "giliran/barcode";
import sharp, { type Sharp } from "sharp";
import { bookingCodes } from "../../src/ticket/booking-code.js";
import { seededBytes } from "../rules/seeded-bytes.js";
import { scan, scanWithZbar } from "./barcode-reader.js";

/** Which barcodes are still read after what messengers and people do to pictures: the table of this page. */
const page = "docs/barcodes.md";
const table = /(?<=<!-- grid -->\n).*(?=<!-- \/grid -->)/s;
const textsOfCell = 6;

type Picture = Uint8Array;
type Reader = (picture: Picture) => Promise<readonly string[]>;

interface Subject {
  readonly symbology: Symbology;
  readonly readers: Readonly<Record<string, Reader>>;
  /** Down to this width, in pixels, zxing must read all. */
  readonly promised: number;
}

const zxing = { zxing: scan };
const both = { ...zxing, zbar: scanWithZbar };
const subjects: readonly Subject[] = [
  { symbology: qr, readers: both, promised: 160 },
  { symbology: code128, readers: both, promised: 320 },
  { symbology: dataMatrix, readers: zxing, promised: Infinity },
  { symbology: aztec, readers: zxing, promised: Infinity },
  { symbology: pdf417, readers: zxing, promised: Infinity },
];

/** The widest is as it is sent. */
const widths: readonly number[] = [Infinity, 320, 240, 160];

const jpeg = (picture: Sharp, quality: number): Promise<Picture> => picture.jpeg({ quality }).toBuffer();
const onDark = (picture: Sharp): Sharp =>
  picture.extend({ top: 40, bottom: 40, left: 40, right: 40, background: "#0b141a" });

const damages: Readonly<Record<string, (picture: Picture) => Promise<Picture>>> = {
  "JPEG 80": (picture) => jpeg(sharp(picture), 80),
  "JPEG 65": (picture) => jpeg(sharp(picture), 65),
  "JPEG 50": (picture) => jpeg(sharp(picture), 50),
  "blur 0.5 px": (picture) => jpeg(sharp(picture).blur(0.5), 50),
  "blur 1 px": (picture) => jpeg(sharp(picture).blur(1), 50),
  "turned 5°": (picture) => jpeg(sharp(picture).rotate(5, { background: "#fff" }), 50),
  "turned 90°": (picture) => jpeg(sharp(picture).rotate(90), 50),
  "dark ground": (picture) => jpeg(onDark(sharp(picture)), 50),
  async screenshot(picture) {
    const shown = await onDark(sharp(await jpeg(sharp(picture), 60)))
      .png()
      .toBuffer();
    const { width = 0 } = await sharp(shown).metadata();
    return jpeg(sharp(shown).resize({ width: Math.round(width * 0.87) }), 70);
  },
};

const randomBytes = seededBytes(2017);
const texts = Array.from({ length: textsOfCell }, () => bookingCodes.draw(randomBytes));

async function drawPictures(symbology: Symbology, width: number): Promise<readonly Picture[]> {
  const images = await Promise.all(texts.map((text) => pngBarcode(text, symbology)));
  const pictures = images.map(({ data }) => data);
  if (width === Infinity) return pictures;
  return Promise.all(pictures.map((picture) => sharp(picture).resize({ width }).png().toBuffer()));
}

async function countRead(pictures: readonly Picture[], reader: Reader): Promise<number> {
  const found = await Promise.all(pictures.map(reader));
  return texts.filter((text, index) => found[index]?.some((line) => line.endsWith(` ${text}`))).length;
}

async function drawRows({ symbology, readers, promised }: Subject, width: number): Promise<string> {
  const pictures = await drawPictures(symbology, width);
  const damaged = await Promise.all(
    Object.values(damages).map((damage) => Promise.all(pictures.map(damage))),
  );
  let rows = "";
  for (const [name, reader] of Object.entries(readers)) {
    const cells = await Promise.all(damaged.map((cell) => countRead(cell, reader)));
    if (name === "zxing" && width >= promised && cells.some((count) => count < texts.length))
      throw new Error(`${symbology.name} is not read by zxing at ${width} pixels: ${cells.join(" ")}`);
    const shown = width === Infinity ? "as sent" : `${width} px`;
    rows += `| ${symbology.name} | ${name} | ${shown} | ${cells.join(" | ")} |\n`;
  }
  return rows;
}

async function drawTable(): Promise<string> {
  const heads = ["barcode", "reader", "width", ...Object.keys(damages)];
  let drawn = `| ${heads.join(" | ")} |\n|${"---|".repeat(heads.length)}\n`;
  for (const subject of subjects) for (const width of widths) drawn += await drawRows(subject, width);
  return drawn;
}

const text = readFileSync(page, "utf8");
const drawn = text.replace(table, await drawTable());
if (process.argv.includes("--write")) writeFileSync(page, drawn);
else if (drawn !== text) {
  console.error(`${page} differs from this run; see what changed with: npm run check:barcodes -- --write`);
  process.exitCode = 1;
}
