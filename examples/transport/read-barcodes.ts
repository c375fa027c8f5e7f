import { Worker } from "node:worker_threads";
import { imageSize } from "image-size";

/** A small file can hold a huge picture: what it says of itself is read first. */
const mostPoints = 16_000_000;
/** What the reader of barcodes can decode, and cameras and screens make. */
const kinds: ReadonlySet<string | undefined> = new Set(["png", "jpg"]);
const longestMs = 5000;
const mostWaiting = 20;

let worker: Worker | undefined;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * The texts of the barcodes in a picture, read beside the thread that answers people; none where it is no PNG or JPEG of
 * at most 16 megapixels, or takes too long. One picture is read at a time.
 */
export async function readBarcodesOf(picture: Uint8Array): Promise<readonly string[]> {
  if (!isReadable(picture) || waiting >= mostWaiting) return [];
  waiting++;
  const texts = last.then(() => readInWorker(picture));
  last = texts;
  return texts.finally(() => waiting--);
}

function isReadable(picture: Uint8Array): boolean {
  try {
    const { type, width, height } = imageSize(picture);
    return kinds.has(type) && width * height <= mostPoints;
  } catch {
    return false; // no picture that it knows
  }
}

function readInWorker(picture: Uint8Array): Promise<readonly string[]> {
  const reader = worker ?? start();
  worker = reader;
  reader.ref();
  return new Promise((resolve) => {
    const end = (texts: readonly string[]) => {
      clearTimeout(timer);
      reader.off("message", end).off("error", fail);
      reader.unref();
      resolve(texts);
    };
    const fail = () => {
      worker = undefined;
      void reader.terminate();
      end([]);
    };
    const timer = setTimeout(fail, longestMs);
    reader.on("message", end).on("error", fail).postMessage(picture);
  });
}

function start(): Worker {
  return new Worker(new URL("barcode-worker.mjs", import.meta.url), { execArgv: [] });
}
