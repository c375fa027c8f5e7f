import { readPeople } from "../parse-request.js";
import type { MessageReading, MessageText } from "./reader.js";
import { requestReading } from "./request-reading.js";

/** `#Ahmad#20111967#18072017`, as it was published and nothing around it. */
export function readPlain({ plain, shape, setting }: MessageText): MessageReading | undefined {
  const record = plain();
  return record && requestReading(readPeople([record], [], [], shape.format, setting));
}
