import { code128, encodeBarcode, pngTicket, renderTicket, type ShownTicket } from "giliran/barcode";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { scan, scanWithZbar } from "./barcode-reader.js";
import { sampleTicket } from "./sample-ticket.js";

const barcode = encodeBarcode("7HXW9TB6");
const words = { language: "id", heading: "Nomor antrian", code: "7HXW-9TB6", note: "Datang pukul 08.00" };
const rasterise = (svg: string) => sharp(Buffer.from(svg)).png().toBuffer();
const { address: _, ...withoutAddress } = sampleTicket;

const tickets: readonly (readonly [string, ShownTicket])[] = [
  ["short", { ...sampleTicket, officeName: "A", queueNumber: "1", address: "B" }],
  ["usual", sampleTicket],
  ["without address", withoutAddress],
  [
    "long",
    {
      ...sampleTicket,
      officeName: "Kantor Imigrasi Kelas I Khusus ".repeat(6),
      address: "Jalan ".repeat(80),
    },
  ],
  ["one word", { ...withoutAddress, officeName: "W".repeat(200), queueNumber: "PRIORITAS-0830+1-117" }],
  [
    "Arabic",
    {
      ...sampleTicket,
      officeName: "إدارة الجوازات والهجرة المركزية بالعاصمة المقدسة فرع رقم ١٢",
      places: 20,
    },
  ],
  ["Chinese", { ...sampleTicket, officeName: "雅加达中央区第一级特别移民局".repeat(8) }],
];

/** Whether every pixel of the picture's left and right 20 columns has its row's first colour. */
async function hasCleanSides(png: Uint8Array): Promise<boolean> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const columns = [...Array(20).keys()].flatMap((x) => [x, info.width - 1 - x]);
  for (let y = 0; y < info.height; y++) {
    const row = data.subarray(y * info.width * 3, (y + 1) * info.width * 3);
    for (const x of columns) if (row[x * 3] !== row[0] || row[x * 3 + 2] !== row[2]) return false;
  }
  return true;
}

describe("the picture of a ticket", () => {
  it.each(tickets)("keeps to its margins and can be scanned, %s", async (_, ticket) => {
    const png = await rasterise(renderTicket(ticket, barcode, words));
    expect(await sharp(png).metadata()).toMatchObject({ width: 720, height: 1015 });
    expect(await hasCleanSides(png)).toBe(true);
    expect(await scan(png)).toEqual(["QRCode 7HXW9TB6"]);
    expect(
      await scanWithZbar(await sharp(png).resize({ width: 320 }).jpeg({ quality: 50 }).toBuffer()),
    ).toEqual(["QRCODE 7HXW9TB6"]);
  });

  it("holds a wide barcode too", async () => {
    const png = await rasterise(renderTicket(sampleTicket, encodeBarcode("7HXW9TB6", code128), words));
    expect(await hasCleanSides(png)).toBe(true);
    expect(await scan(png)).toEqual(["Code128 7HXW9TB6"]);
  });

  it("says office, number, date, window and party", () => {
    const svg = renderTicket({ ...sampleTicket, places: 3 }, barcode, words);
    const said = [...svg.matchAll(/<text [^>]+>([^<]*)</g)].map(([, text]) => text);
    expect(said).toEqual([
      "Kantor Imigrasi",
      "Jakarta Pusat",
      "Jl. Merpati Blok B12 No. 3, Kemayoran;",
      "Jakarta",
      "Nomor antrian",
      "0830-03",
      "Senin, 7 Agustus 2017",
      "08:30–09:00 · 3 ×",
      "7HXW-9TB6",
      "Datang pukul 08.00",
    ]);
  });

  it("writes a name from right to left, and the number beside it from left to right", () => {
    const svg = renderTicket({ ...withoutAddress, officeName: "إدارة الجوازات" }, barcode, {
      language: "ar",
    });
    expect(svg).toMatch(/direction="rtl"[^>]*><text [^>]*>إدارة الجوازات</);
    expect(svg).toMatch(/direction="ltr"[^>]*><text [^>]*>0830-03</);
  });

  it("cuts off what does not fit", () => {
    const svg = renderTicket({ ...withoutAddress, officeName: "W".repeat(200) }, barcode, words);
    expect(svg).toMatch(/>W+…</);
  });

  it("lets no name become markup", () => {
    const officeName = '</text><script>"&\u0000\uD800';
    const svg = renderTicket({ ...withoutAddress, officeName }, barcode, words);
    expect(svg).toContain("&#60;/text&#62;&#60;script&#62;&#34;&#38;\uFFFD\uFFFD");
  });

  it("is as large on paper as is asked", () => {
    expect(renderTicket(sampleTicket, barcode, { ...words, millimetresWide: 105 })).toContain(
      'width="105mm" height="148mm"',
    );
  });

  it.each([
    [{ millimetresWide: 0 }, "millimetresWide: expected 50 to 1000, found 0"],
    [{ millimetresWide: Number.NaN }, "millimetresWide: expected 50 to 1000, found NaN"],
    [{ colour: 'red" onload="' }, 'colour: expected one such as #1d4e89, found red" onload="'],
    [
      { language: "no language" },
      'Expected a BCP 47 language and a date such as 2017-08-10, found "no language" and "2017-08-07".',
    ],
  ])("refuses %o", (wrong, message) => {
    expect(() => renderTicket(sampleTicket, barcode, { ...words, ...wrong })).toThrow(
      new RangeError(message),
    );
  });

  it("becomes a PNG by the rasteriser that is passed in", async () => {
    const { data, ...said } = await pngTicket(sampleTicket, barcode, { ...words, rasterise });
    expect(said).toEqual({
      mediaType: "image/png",
      name: "2017-08-07-0830-03.png",
      alt: "0830-03 Kantor Imigrasi Jakarta Pusat",
    });
    expect(await scan(data)).toEqual(["QRCode 7HXW9TB6"]);
  });
});
