import { readPeople } from "../parse-request.js";
import { readPlainMessage } from "../plain-message.js";
import type { MessageReading, MessageText } from "./reader.js";
import { requestReading } from "./request-reading.js";

/** `#Ahmad#20111967#18072017`, as it was published and nothing around it. */
export function readPlain({ text, shape, setting }: MessageText): MessageReading | undefined {
  const record = readPlainMessage(text, shape);
  return record && requestReading(readPeople([record], [], [], shape.format, setting));
}
