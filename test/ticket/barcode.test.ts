import fc from "fast-check";
import {
  aztec,
  code128,
  dataMatrix,
  encodeBarcode,
  pdf417,
  pngBarcode,
  qr,
  renderPng,
  renderSvg,
  renderText,
  type Symbology,
} from "giliran/barcode";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { bookingCodes } from "../../src/ticket/booking-code.js";
import { modulesOf, recompress, scan } from "./barcode-reader.js";

const symbologies: readonly (readonly [format: string, symbology: Symbology, widths: readonly number[]])[] = [
  ["QRCode", qr, [320, 160]],
  ["Code128", code128, [320, 280]],
  ["DataMatrix", dataMatrix, [320]],
  ["Aztec", aztec, [320]],
  ["PDF417", pdf417, [320]],
];

const codes: fc.Arbitrary<string> = fc
  .infiniteStream(fc.nat({ max: 255 }))
  .map((bytes) => bookingCodes.draw((length) => Uint8Array.from(bytes.take(length))));

const printable: fc.Arbitrary<string> = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 40 });

describe.each(symbologies)("%s", (format, symbology, widths) => {
  const svgPixels = (text: string) => Buffer.from(renderSvg(encodeBarcode(text, symbology)));

  it("is read from the PNG of any booking code", async () => {
    await fc.assert(
      fc.asyncProperty(codes, async (code) => {
        expect(await scan(await renderPng(encodeBarcode(code, symbology)))).toEqual([`${format} ${code}`]);
      }),
      { numRuns: 8 },
    );
  });

  it("is read from the SVG of any booking code", async () => {
    await fc.assert(
      fc.asyncProperty(codes, async (code) => {
        expect(await scan(await sharp(svgPixels(code)).png().toBuffer())).toEqual([`${format} ${code}`]);
      }),
      { numRuns: 8 },
    );
  });

  // Three of each: check:barcodes reads many more, and in worse shape.
  it.each(widths)("is read after JPEG of quality 50 at %d pixels", async (width) => {
    await fc.assert(
      fc.asyncProperty(codes, async (code) => {
        const { data } = await pngBarcode(code, symbology);
        expect(await scan(await recompress(data, width))).toEqual([`${format} ${code}`]);
      }),
      { numRuns: 3 },
    );
  });

  it("is read on a dark ground", async () => {
    const { data } = await pngBarcode("7HXW9TB6", symbology);
    const dark = { top: 40, bottom: 40, left: 40, right: 40, background: "#0b141a" };
    expect(await scan(await sharp(data).extend(dark).png().toBuffer())).toEqual([`${format} 7HXW9TB6`]);
  });

  it("carries any printable ASCII as it is, carets and percent signs too", async () => {
    await fc.assert(
      fc.asyncProperty(printable, async (text) => {
        expect(await scan(await renderPng(encodeBarcode(text, symbology)))).toEqual([`${format} ${text}`]);
      }),
      { numRuns: 15, examples: [["^065"], ["^FNC1"], ["%41 \\d"], ["<&>\"'"], ["  7 "]] },
    );
  });

  it("shows the same modules as PNG, as SVG and as text", async () => {
    await fc.assert(
      fc.asyncProperty(codes, fc.integer({ min: 1, max: 4 }), async (code, pixelsPerModule) => {
        const barcode = encodeBarcode(code, symbology);
        const png = await renderPng(barcode, { pixelsPerModule });
        const svg = Buffer.from(renderSvg(barcode, { pixelsPerModule }));
        expect(await modulesOf(png, pixelsPerModule)).toEqual(barcode.rows);
        expect(await modulesOf(svg, pixelsPerModule)).toEqual(barcode.rows);
        expect(modulesOfText(renderText(barcode)).slice(0, barcode.height)).toEqual(barcode.rows);
      }),
      { numRuns: 10 },
    );
  });

  it("has white pixels alone in its quiet zone", async () => {
    const { rows, width, height } = encodeBarcode("7HXW9TB6", symbology);
    const pixels = await modulesOf((await pngBarcode("7HXW9TB6", symbology)).data, symbology.pixelsPerModule);
    const quiet = symbology.quietModules;
    expect([width, height]).toEqual([pixels[0]?.length, pixels.length]);
    expect(pixels.slice(0, quiet).join("") + pixels.slice(-quiet).join("")).toMatch(/^0+$/);
    for (const row of pixels) expect(row.slice(0, quiet) + row.slice(-quiet)).toMatch(/^0+$/);
    const touched = rows.slice(quiet, -quiet);
    expect(
      touched.some((row) => row[quiet] === "1") && touched.some((row) => row.at(-quiet - 1) === "1"),
    ).toBe(true);
  });

  it("carries a caption below, and is read as without", async () => {
    const barcode = encodeBarcode("7HXW9TB6", symbology);
    const png = await renderPng(barcode, { caption: "7HXW-9TB6" });
    const svg = Buffer.from(renderSvg(barcode, { caption: "7HXW-9TB6" }));
    const { width, height } = await sharp(png).metadata();
    expect(await sharp(svg).metadata()).toMatchObject({ width, height });
    expect(height).toBeGreaterThan(barcode.height * barcode.pixelsPerModule);
    expect(await scan(png)).toEqual([`${format} 7HXW9TB6`]);
    expect(await scan(await sharp(svg).png().toBuffer())).toEqual([`${format} 7HXW9TB6`]);
  });

  it("gives the same bytes for the same code", async () => {
    const [first, second] = await Promise.all([
      pngBarcode("K7M4QXPK", symbology),
      pngBarcode("K7M4QXPK", symbology),
    ]);
    const other = await pngBarcode("2345678S", symbology);
    expect(second).toEqual(first);
    expect(other.data).not.toEqual(first.data);
    expect(svgPixels("K7M4QXPK")).toEqual(svgPixels("K7M4QXPK"));
  });
});

describe("encodeBarcode", () => {
  it("fits twenty upper-case letters and digits into the smallest QR code, in alphanumeric mode", () => {
    expect(encodeBarcode("7HXW9TB67HXW9TB67HXW").width).toBe(4 + 21 + 4);
    expect(encodeBarcode("7hxw9tb67hxw9tb67hxw").width).toBe(4 + 25 + 4);
  });

  it("keeps error correction level M where a lower one would fit a smaller QR code", () => {
    expect(encodeBarcode("7HXW9TB67HXW9TB67HXW9").width).toBe(4 + 25 + 4);
  });

  it("gives Code 128 of eight characters 11 modules each, with start, check and stop", () => {
    const { width, height, title } = encodeBarcode("7HXW9TB6", code128);
    expect(width).toBe(10 + 11 * 10 + 13 + 10);
    expect(height).toBe(10 + 24 + 10);
    expect(title).toBe("Code 128 7HXW9TB6");
  });

  it("makes the bars of a long Code 128 higher", () => {
    expect(encodeBarcode("A".repeat(80), code128).height).toBe(10 + 138 + 10);
  });

  it.each(["日本語", "Ñandú", "سلام", "🎫", "x".repeat(300), "語".repeat(300)])(
    "carries %s as QR",
    async (text) => {
      expect(await scan(await renderPng(encodeBarcode(text)))).toEqual([`QRCode ${text}`]);
    },
  );

  it.each([
    [qr, "", "QR: expected 1 to 300 Unicode characters, found 0"],
    [qr, "x".repeat(301), "QR: expected 1 to 300 Unicode characters, found 301"],
    [qr, "x".repeat(10_240), "QR: expected 1 to 300 Unicode characters, found 10240"],
    [qr, "AB\uD800C", "QR: expected 1 to 300 Unicode characters, found U+D800 at index 2"],
    [
      dataMatrix,
      "سلام",
      "Data Matrix: expected 1 to 300 printable ASCII characters, found U+0633 at index 0",
    ],
    [aztec, "x".repeat(301), "Aztec: expected 1 to 300 printable ASCII characters, found 301"],
    [pdf417, "A\u0000", "PDF417: expected 1 to 300 printable ASCII characters, found U+0000 at index 1"],
    [code128, "", "Code 128: expected 1 to 80 printable ASCII characters, found 0"],
    [code128, "x".repeat(81), "Code 128: expected 1 to 80 printable ASCII characters, found 81"],
    [code128, "Ñandú", "Code 128: expected 1 to 80 printable ASCII characters, found U+00D1 at index 0"],
    [code128, "A🎫", "Code 128: expected 1 to 80 printable ASCII characters, found U+1F3AB at index 1"],
    [code128, "A\n", "Code 128: expected 1 to 80 printable ASCII characters, found U+000A at index 1"],
  ])("refuses what %o can't hold", (symbology, text, message) => {
    expect(() => encodeBarcode(text, symbology)).toThrow(new RangeError(message));
  });

  it("never repeats the text in an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 12, maxLength: 400 }), (text) => {
        try {
          encodeBarcode(text, code128);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          expect(String(error)).not.toContain(text);
          expect(error).not.toHaveProperty("cause");
        }
      }),
    );
  });

  it("refuses what is no text", () => {
    const fromScript = JSON.parse("12345678");
    expect(() => encodeBarcode(fromScript)).toThrow("QR: expected 1 to 300 Unicode characters, found number");
  });
});

describe("renderSvg", () => {
  it("is an image with a title on a white ground, and one path", () => {
    const svg = renderSvg(encodeBarcode("7HXW9TB6"));
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="348" height="348" viewBox="0 0 29 29" shape-rendering="crispEdges" role="img"><title>QR 7HXW9TB6<\/title><rect width="29" height="29" fill="#fff"\/><path d="[Mhvz\d -]+"\/><\/svg>$/,
    );
  });

  it("escapes its title", () => {
    const svg = renderSvg(encodeBarcode("7HXW9TB6"), { title: "</title><script>&\u0000\uD800" });
    expect(svg).toContain("<title>&#60;/title&#62;&#60;script&#62;&#38;\uFFFD\uFFFD</title>");
  });

  it("draws Code 128 as one rectangle a bar", () => {
    expect(renderSvg(encodeBarcode("7HXW9TB6", code128)).match(/z/g)).toHaveLength(3 * 10 + 4);
  });
});

describe("a size for print", () => {
  const barcode = encodeBarcode("7HXW9TB6");

  it("is in the SVG's millimetres", () => {
    const svg = renderSvg(barcode, { millimetresPerModule: barcode.millimetresPerModule });
    expect(svg).toContain('width="23.2mm" height="23.2mm" viewBox="0 0 29 29"');
  });

  it("is in the PNG's dots per inch", async () => {
    const png = await renderPng(barcode, { dotsPerInch: 300 });
    expect(await sharp(png, { failOn: "warning" }).metadata()).toMatchObject({
      density: 300,
      width: 29 * 9,
      height: 29 * 9,
    });
  });

  it.each([0, -1, 0.05, 11, Number.NaN, Number.POSITIVE_INFINITY])(
    "is not %d millimetres",
    (millimetresPerModule) => {
      expect(() => renderSvg(barcode, { millimetresPerModule })).toThrow(
        new RangeError(`millimetresPerModule: expected 0.1 to 10, found ${millimetresPerModule}`),
      );
    },
  );

  it.each([0, -300, 2401, Number.NaN])("is not %d dots per inch", async (dotsPerInch) => {
    await expect(renderPng(barcode, { dotsPerInch })).rejects.toThrow(
      new RangeError(`dotsPerInch: expected 1 to 2400, found ${dotsPerInch}`),
    );
  });
});

describe("a caption", () => {
  it("shows its characters in dots of whole pixels, in the middle", async () => {
    const png = await renderPng(encodeBarcode("7HXW9TB6"), { caption: "7HX", pixelsPerModule: 1 });
    expect((await modulesOf(png, 1)).slice(29)).toEqual([
      "00000011111010001010001000000",
      "00000000001010001010001000000",
      "00000000010010001001010000000",
      "00000000100011111000100000000",
      "00000001000010001001010000000",
      "00000001000010001010001000000",
      "00000001000010001010001000000",
      "00000000000000000000000000000",
    ]);
  });

  it("stands below the lines of a text", () => {
    const lines = renderText(encodeBarcode("7HXW9TB6"), { caption: "7HXW-9TB6" }).split("\n");
    expect(lines).toHaveLength(16);
    expect(lines.at(-1)).toBe(`${" ".repeat(10)}7HXW-9TB6`);
  });

  it.each(["", "7hxw", "日本", "🎫", "A_B"])("is not %j", async (caption) => {
    const message = "caption: expected characters of A-Z, 0-9, blank and - . / :";
    await expect(renderPng(encodeBarcode("7HXW9TB6"), { caption })).rejects.toThrow(new RangeError(message));
    expect(() => renderSvg(encodeBarcode("7HXW9TB6"), { caption })).toThrow(new RangeError(message));
  });

  it("is not so long that its dots vanish", async () => {
    await expect(renderPng(encodeBarcode("7HXW9TB6"), { caption: "A".repeat(100) })).rejects.toThrow(
      new RangeError("caption: expected fewer characters or larger modules, found 100 characters"),
    );
  });
});

describe("renderPng", () => {
  it("writes 8-bit RGB, which WhatsApp takes, without palette, alpha or grey", async () => {
    const metadata = await sharp(await renderPng(encodeBarcode("7HXW9TB6")), {
      failOn: "warning",
    }).metadata();
    expect(metadata).toMatchObject({
      format: "png",
      width: 348,
      height: 348,
      space: "srgb",
      channels: 3,
      depth: "uchar",
      bitsPerSample: 8,
      hasAlpha: false,
      isPalette: false,
      isProgressive: false,
    });
  });

  it("has checksums that a strict reader accepts, and one that it refuses where a byte is wrong", async () => {
    const png = await renderPng(encodeBarcode("7HXW9TB6"));
    const strict = (bytes: Uint8Array) => sharp(bytes, { failOn: "warning" }).raw().toBuffer();
    await expect(strict(png)).resolves.toHaveLength(348 * 348 * 3);
    const wrong = png.with(60, (png[60] ?? 0) ^ 1);
    await expect(strict(wrong)).rejects.toThrow();
  });

  it("stays small", async () => {
    expect((await renderPng(encodeBarcode("7HXW9TB6"))).length).toBeLessThan(2_000);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 142, 1e9])(
    "refuses %d pixels a module, and so does renderSvg",
    async (pixelsPerModule) => {
      const barcode = encodeBarcode("7HXW9TB6");
      const message = `pixelsPerModule: expected a whole number from 1 to 141, found ${pixelsPerModule}`;
      await expect(renderPng(barcode, { pixelsPerModule })).rejects.toThrow(new RangeError(message));
      expect(() => renderSvg(barcode, { pixelsPerModule })).toThrow(new RangeError(message));
    },
  );

  it("draws the longest texts at their own size", async () => {
    const metadata = await sharp(await renderPng(encodeBarcode("A".repeat(80), code128))).metadata();
    expect(metadata).toMatchObject({ width: 3740, height: 632 });
  });
});

describe("renderText", () => {
  it("draws light modules, so that a dark terminal shows a light quiet zone", () => {
    const lines = renderText(encodeBarcode("7HXW9TB6")).split("\n");
    expect(lines).toHaveLength(15);
    expect(lines[0]).toBe("█".repeat(29));
    expect(lines[2]?.slice(0, 11)).toBe("████ ▄▄▄▄▄ ");
    expect(lines.at(-1)).toBe("█".repeat(29));
  });

  it("draws Code 128 as lines that are alike", () => {
    const lines = renderText(encodeBarcode("7HXW9TB6", code128)).split("\n");
    expect(new Set(lines.slice(5, 17)).size).toBe(1);
    expect(lines[5]).toMatch(/^█{10}[ █]{123}█{10}$/);
  });
});

describe("pngBarcode", () => {
  it("gives what a chat attaches", async () => {
    const { data, ...words } = await pngBarcode("7HXW9TB6");
    expect(data).toBeInstanceOf(Uint8Array);
    expect(words).toEqual({ mediaType: "image/png", name: "7HXW9TB6.png", alt: "QR 7HXW9TB6" });
  });

  it("makes a safe file name of any code", async () => {
    expect((await pngBarcode("../../etc/passwd")).name).toBe("-etc-passwd.png");
    expect((await pngBarcode("A".repeat(300))).name).toBe(`${"A".repeat(64)}.png`);
  });

  it("rejects a code that the symbology can't hold", async () => {
    await expect(pngBarcode("")).rejects.toThrow("QR: expected 1 to 300 Unicode characters, found 0");
  });
});

/** The inverse of renderText. */
function modulesOfText(text: string): readonly string[] {
  const halves: Record<string, readonly [string, string]> = {
    "█": ["0", "0"],
    "▀": ["0", "1"],
    "▄": ["1", "0"],
    " ": ["1", "1"],
  };
  return text
    .split("\n")
    .flatMap((line) =>
      [0, 1].map((half) => Array.from(line, (block) => halves[block]?.[half] ?? "?").join("")),
    );
}
