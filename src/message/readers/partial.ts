import { beginsWithCommand, mostValues, startsWithCommand } from "../message-shape.js";
import { parseRequest } from "../parse-request.js";
import type { MessageReading, MessageText } from "./reader.js";
import { requestReading } from "./request-reading.js";

/** `#Ahmad`, `#Ahmad#20111967`: the first values of a request. */
export function readPartial(message: MessageText): MessageReading | undefined {
  const { shape, setting } = message;
  const { format, lexicon } = shape;
  const blocks = message.blocks();
  const values = mostValues(blocks);
  if (values === 0 || startsWithCommand(blocks, lexicon)) return undefined;
  const isWhole = values >= format.required && !beginsWithCommand(blocks, format, lexicon);
  return isWhole ? undefined : requestReading(parseRequest(blocks, shape, setting));
}
