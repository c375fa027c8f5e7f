import { layOutLabelled } from "../message-shape.js";
import { parseRequest } from "../parse-request.js";
import type { MessageReading, MessageText } from "./reader.js";
import { requestReading } from "./request-reading.js";

/** `Nama: Ahmad`, `Tgl lahir: 20-11-1967`, `Tgl kedatangan: 18-07-2017`. */
export function readLabelled({ text, shape, setting }: MessageText): MessageReading | undefined {
  const laidOut = layOutLabelled(text, shape);
  return laidOut && requestReading(parseRequest(laidOut.blocks, laidOut.shape, setting));
}
