/** An 8-bit RGB picture as PNG holds it before compression: each line is a filter type and its pixels' bytes. */
interface Scanlines {
  readonly width: number;
  readonly height: number;
  readonly scanlines: Uint8Array<ArrayBuffer>;
  /** How large the picture is on paper. */
  readonly pixelsPerMetre?: number;
}

const signature: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** 8 bits a channel, colour type 2 (RGB), deflate, the five filters, not interlaced. */
const format: readonly number[] = [8, 2, 0, 0, 0];

/** The unit of `pHYs` that is one metre. */
const metre = 1;

/** A PNG file with the three chunks that it can't do without: https://www.w3.org/TR/png-3/#5DataRep. */
export async function writePng({ width, height, scanlines, pixelsPerMetre }: Scanlines): Promise<Uint8Array> {
  return concatenate([
    Uint8Array.from(signature),
    chunk("IHDR", Uint8Array.from([...bigEndian(width), ...bigEndian(height), ...format])),
    pixelsPerMetre === undefined ? new Uint8Array() : physicalSize(pixelsPerMetre),
    chunk("IDAT", await deflate(scanlines)),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** The web's `deflate` is the zlib format (RFC 1950), which is what PNG asks for. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const compressed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}

function physicalSize(pixelsPerMetre: number): Uint8Array {
  const side = bigEndian(pixelsPerMetre);
  return chunk("pHYs", concatenate([side, side, Uint8Array.of(metre)]));
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const typeAndBody = concatenate([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), body]);
  return concatenate([bigEndian(body.length), typeAndBody, bigEndian(crc32(typeAndBody))]);
}

function bigEndian(number: number): Uint8Array {
  return Uint8Array.of(number >>> 24, number >>> 16, number >>> 8, number);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** https://www.w3.org/TR/png-3/#D-CRCAppendix; bit by bit, since compressed pictures have about a kilobyte. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
