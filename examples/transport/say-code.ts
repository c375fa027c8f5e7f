import { bookingCodes, type IncomingMessage } from "giliran";
import { describeError } from "./describe-error.js";
import { readBarcodesOf } from "./read-barcodes.js";

export type FetchPicture = () => Promise<Uint8Array | ArrayBuffer>;

/**
 * A picture of the code that people send back says the code. Where the picture can't be had or shows none, the message
 * stays without a text and is answered with help.
 */
export async function sayCode<Message extends IncomingMessage>(
  message: Message,
  fetchPicture: FetchPicture | undefined,
): Promise<Message> {
  if (message.text !== "" || fetchPicture === undefined) return message;
  try {
    const text = await readCode(new Uint8Array(await fetchPicture()));
    return text === undefined ? message : { ...message, text };
  } catch (error) {
    console.error(`A picture can't be had: ${describeError(error)}`);
    return message;
  }
}

/** The booking code whose barcode a picture shows; `undefined` where there is none, or more than one. */
async function readCode(picture: Uint8Array): Promise<string | undefined> {
  const readings = (await readBarcodesOf(picture)).map((text) => bookingCodes.read(text));
  const codes = new Set(readings.flatMap((reading) => (reading.kind === "code" ? [reading.code] : [])));
  return codes.size === 1 ? [...codes][0] : undefined;
}
