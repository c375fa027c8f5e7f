import { checkArguments } from "../../input/check-arguments.js";
import { found } from "../../input/found.js";
import { day } from "../../input/instant.js";
import { aNumber, aText, type Shapes } from "../../input/shape.js";
import { type Barcode, checkBarcode } from "./encode-barcode.js";
import { fitText, type TextBox } from "./fit-text.js";
import type { BarcodeImage } from "./png-barcode.js";
import { escapeXml, outline } from "./render-svg.js";

/** What the picture of a ticket shows; a `Ticket` is one. */
export interface ShownTicket {
  readonly queueNumber: string;
  readonly officeName: string;
  readonly address?: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly window: string;
  readonly until: string;
  readonly places: number;
}

/** The few words of a ticket's picture, and how it looks. */
export interface TicketPictureOptions {
  /** BCP 47, such as `id`: how the date is written. */
  readonly language: string;
  /** Stands above the number: `Nomor antrian`. */
  readonly heading?: string;
  /** Stands below the barcode: the booking code as people type it. */
  readonly code?: string;
  /** Stands at the foot: `Datang pukul 08.00`. */
  readonly note?: string;
  /** Colour of the head, `#1d4e89` unless given; dark, because white stands on it. */
  readonly colour?: string;
  /** For print: 105 is A6, 148 is A5. A screen's picture is 720 pixels wide. */
  readonly millimetresWide?: number;
}

const shownShapes: Shapes<ShownTicket> = {
  queueNumber: aText,
  officeName: aText,
  address: ["string"],
  date: aText,
  window: aText,
  until: aText,
  places: aNumber,
};
const optionShapes: Shapes<TicketPictureOptions> = {
  language: aText,
  heading: ["string"],
  code: ["string"],
  note: ["string"],
  colour: ["string"],
  millimetresWide: ["number"],
};
// A6 standing, in pixels.
const width = 720;
const height = 1015;
const middle = width / 2;
const margin = 48;
const textWidth = width - 2 * margin;
const headHeight = 236;
const barcodeBox = { top: 590, width: textWidth, height: 300 };
const fonts = "system-ui,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',Arial,sans-serif";
const ink = "#16202a";
const paleInk = "#5b6875";
const rightToLeft = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const colourForm = /^#[0-9a-f]{6}$/i;

/**
 * A ticket to be shown at the door, as an SVG document of A6's proportions: office, number, date, window, barcode.
 * Names in any script are broken into lines, made smaller and at last cut off until they fit.
 * @throws RangeError where an option is impossible.
 * @example
 * const svg = renderTicket(ticket, encodeBarcode(ticket.code), { language: "id", code: "7HXW-9TB6" });
 */
export function renderTicket(ticket: ShownTicket, barcode: Barcode, options: TicketPictureOptions): string {
  checkArguments<ShownTicket>("ticket", ticket, shownShapes);
  checkBarcode(barcode);
  checkArguments("options", options, optionShapes);
  const { heading, code, note, colour = "#1d4e89" } = options;
  if (!colourForm.test(colour)) throw new RangeError(`colour: expected one such as #1d4e89, found ${colour}`);
  const number = { width: textWidth, mostLines: 1, fontSize: 158, smallestFontSize: 40 };
  const line = { width: textWidth, mostLines: 1, fontSize: 42, smallestFontSize: 24 };
  const small = { ...line, fontSize: 28, smallestFontSize: 20 };
  const party = ticket.places > 1 ? ` · ${ticket.places} ×` : "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${sizeOf(options)} viewBox="0 0 ${width} ${height}" role="img"`,
    ` font-family="${fonts}" text-anchor="middle">`,
    `<title>${escapeXml(`${ticket.queueNumber} ${ticket.officeName}`)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<rect width="${width}" height="${headHeight}" fill="${colour}"/>`,
    drawHead(ticket),
    heading === undefined ? "" : drawText(heading, small, 296, `fill="${paleInk}"`),
    drawText(ticket.queueNumber, number, 388, `fill="${ink}" font-weight="800"`),
    drawText(dateOf(ticket, options), line, 486, `fill="${ink}"`),
    drawText(`${timesOf(ticket, options)}${party}`, line, 542, `fill="${ink}" font-weight="700"`),
    drawBarcode(barcode),
    code === undefined
      ? ""
      : drawText(code, { ...line, fontSize: 34 }, 914, `fill="${ink}" letter-spacing="2"`),
    note === undefined ? "" : drawText(note, small, 968, `fill="${paleInk}"`),
    "</svg>",
  ].join("");
}

/** The name, and below it the address where there is one; together in the middle of the head. */
function drawHead({ officeName, address }: ShownTicket): string {
  const hasAddress = address !== undefined;
  const mostLines = hasAddress ? 2 : 3;
  const name = { width: textWidth, mostLines, fontSize: 50, smallestFontSize: 30 };
  const below = { width: textWidth, mostLines: 2, fontSize: 26, smallestFontSize: 20 };
  const nameMiddle = hasAddress ? 88 : headHeight / 2;
  return (
    drawText(officeName, name, nameMiddle, 'fill="#fff" font-weight="700"') +
    (hasAddress ? drawText(address, below, 188, 'fill="#fff" fill-opacity="0.86"') : "")
  );
}

/** Lines around a height; each is told its direction, since a document has none. */
function drawText(text: string, box: TextBox, centre: number, look: string): string {
  const { lines, fontSize } = fitText(text, box);
  const lineHeight = fontSize * 1.22;
  // Digits and capitals reach 0.36 em above and below the middle of their line.
  const first = centre - ((lines.length - 1) * lineHeight) / 2 + fontSize * 0.36;
  const direction = rightToLeft.test(text) ? "rtl" : "ltr";
  const drawn = lines.map(
    (line, index) =>
      `<text x="${middle}" y="${(first + index * lineHeight).toFixed(1)}">${escapeXml(line)}</text>`,
  );
  return `<g font-size="${fontSize.toFixed(1)}" direction="${direction}" ${look}>${drawn.join("")}</g>`;
}

/** In whole pixels a module, where there is room for that. */
function drawBarcode({ rows, width: modules, height: modulesHigh }: Barcode): string {
  const largest = Math.min(barcodeBox.width / modules, barcodeBox.height / modulesHigh);
  const scale = largest < 1 ? largest : Math.floor(largest);
  const left = Math.round((width - modules * scale) / 2);
  const top = barcodeBox.top + Math.round((barcodeBox.height - modulesHigh * scale) / 2);
  return `<path transform="translate(${left} ${top}) scale(${scale})" shape-rendering="crispEdges" d="${outline(rows)}"/>`;
}

/** After midnight the clock and the date of a visit are not of one day. */
function timesOf(ticket: ShownTicket, options: TicketPictureOptions): string {
  const { window, until, date } = ticket;
  if (window < "24:00" && until <= "24:00") return `${window}–${until}`;
  const clock = (time: string) =>
    time < "24:00" ? time : String(Number(time.slice(0, 2)) - 24).padStart(2, "0") + time.slice(2);
  const next = dateOf(
    { date: new Date(Date.parse(date) + day).toISOString().slice(0, 10) },
    options,
    nearDay,
  );
  return `${clock(window)}–${clock(until)} (${next})`;
}

const longDay = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
const nearDay = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" } as const;

function dateOf(
  { date }: Pick<ShownTicket, "date">,
  { language }: TicketPictureOptions,
  form: typeof longDay | typeof nearDay = longDay,
): string {
  try {
    return new Intl.DateTimeFormat(language, form).format(Date.parse(date));
  } catch {
    throw new RangeError(
      `Expected a BCP 47 language and a date such as 2017-08-10, found ${found(language)} and ${found(date)}.`,
    );
  }
}

function sizeOf({ millimetresWide }: TicketPictureOptions): string {
  if (millimetresWide === undefined) return `width="${width}" height="${height}"`;
  if (!(millimetresWide >= 50 && millimetresWide <= 1000))
    throw new RangeError(`millimetresWide: expected 50 to 1000, found ${millimetresWide}`);
  return `width="${millimetresWide}mm" height="${Math.round((millimetresWide * height) / width)}mm"`;
}

/** Draws an SVG document as the bytes of a PNG: sharp, resvg, a browser's canvas. */
export type Rasterise = (svg: string) => Promise<Uint8Array>;

/**
 * A ticket as a picture that a bot can attach; the letters are those of the rasteriser's fonts.
 * @throws RangeError where an option is impossible.
 * @example
 * import sharp from "sharp";
 * const rasterise = async (svg: string) => sharp(Buffer.from(svg)).png().toBuffer();
 * const picture = await pngTicket(ticket, encodeBarcode(ticket.code), { language: "id", rasterise });
 */
export async function pngTicket(
  ticket: ShownTicket,
  barcode: Barcode,
  options: TicketPictureOptions & { readonly rasterise: Rasterise },
): Promise<BarcodeImage> {
  const svg = renderTicket(ticket, barcode, options);
  if (typeof options.rasterise !== "function")
    throw new RangeError("rasterise: expected a function that draws an SVG document as a PNG");
  return {
    data: await options.rasterise(svg),
    mediaType: "image/png",
    name: `${ticket.date}-${ticket.queueNumber.replace(/[^A-Za-z0-9]+/g, "-").slice(0, 64)}.png`,
    alt: `${ticket.queueNumber} ${ticket.officeName}`,
  };
}
