import { readFileSync, writeFileSync } from "node:fs";
import { aztec, code128, dataMatrix, pdf417, pngBarcode, qr, type Symbology } from "giliran/barcode";
import sharp, { type Sharp } from "sharp";
import { seededBytes } from "../../src/testing/seeded-bytes.js";
import { bookingCodes } from "../../src/ticket/booking-code.js";
import { createTicketSigner } from "../../src/ticket/signature/ticket-signer.js";
import { scan, scanWithZbar } from "./barcode-reader.js";
import { sampleTicket } from "./sample-ticket.js";

/** Which barcodes are still read after what messengers and people do to pictures: the table of this page. */
const page = "docs/barcodes.md";
const table = /(?<=<!-- grid -->\n).*(?=<!-- \/grid -->)/s;
const textsOfCell = 6;

type Picture = Uint8Array;
type Reader = (picture: Picture) => Promise<readonly string[]>;

interface Subject {
  readonly name: string;
  readonly symbology: Symbology;
  readonly texts: readonly string[];
  readonly readers: Readonly<Record<string, Reader>>;
  /** Down to this width, in pixels, zxing must read all. */
  readonly promised: number;
}

const randomBytes = seededBytes(2017);
const codes = Array.from({ length: textsOfCell }, () => bookingCodes.draw(randomBytes));
/** From RFC 8037, appendix A. */
const key = {
  kty: "OKP",
  crv: "Ed25519",
  kid: "k1",
  d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
} as const;
const { sign } = createTicketSigner({ key, now: () => sampleTicket.start });
const tokens = await Promise.all(codes.map((code) => sign({ ...sampleTicket, code })));

const zxing = { zxing: scan };
const both = { ...zxing, zbar: scanWithZbar };
const subjects: readonly Subject[] = [
  { name: "QR", symbology: qr, texts: codes, readers: both, promised: 160 },
  { name: "QR, signed ticket", symbology: qr, texts: tokens, readers: both, promised: 160 },
  { name: "Code 128", symbology: code128, texts: codes, readers: both, promised: 320 },
  { name: "Data Matrix", symbology: dataMatrix, texts: codes, readers: zxing, promised: Infinity },
  { name: "Aztec", symbology: aztec, texts: codes, readers: zxing, promised: Infinity },
  { name: "PDF417", symbology: pdf417, texts: codes, readers: zxing, promised: Infinity },
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

async function drawPictures({ symbology, texts }: Subject, width: number): Promise<readonly Picture[]> {
  const images = await Promise.all(texts.map((text) => pngBarcode(text, symbology)));
  const pictures = images.map(({ data }) => data);
  if (width === Infinity) return pictures;
  return Promise.all(pictures.map((picture) => sharp(picture).resize({ width }).png().toBuffer()));
}

async function countRead(pictures: readonly Picture[], texts: readonly string[], reader: Reader) {
  const found = await Promise.all(pictures.map(reader));
  return texts.filter((text, index) => found[index]?.some((line) => line.endsWith(` ${text}`))).length;
}

async function drawRows(subject: Subject, width: number): Promise<string> {
  const { name, texts, promised } = subject;
  const pictures = await drawPictures(subject, width);
  const damaged = await Promise.all(
    Object.values(damages).map((damage) => Promise.all(pictures.map(damage))),
  );
  let rows = "";
  for (const [readerName, reader] of Object.entries(subject.readers)) {
    const cells = await Promise.all(damaged.map((cell) => countRead(cell, texts, reader)));
    if (readerName === "zxing" && width >= promised && cells.some((count) => count < texts.length))
      throw new Error(`${name} is not read by zxing at ${width} pixels: ${cells.join(" ")}`);
    const shown = width === Infinity ? "as sent" : `${width} px`;
    rows += `| ${name} | ${readerName} | ${shown} | ${cells.join(" | ")} |\n`;
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
