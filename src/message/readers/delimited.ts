import { beginsWithCommand, mostValues } from "../message-shape.js";
import { parseRequest } from "../parse-request.js";
import type { MessageReading, MessageText } from "./reader.js";
import { requestReading } from "./request-reading.js";

/** `#Ahmad # 20 November 1967 # besok`, with what people write around it. A plain one is read already. */
export function readDelimited(message: MessageText): MessageReading | undefined {
  const { shape, setting } = message;
  if (message.plain() !== undefined) return undefined;
  const { format, lexicon } = shape;
  const blocks = message.blocks();
  const isWhole = mostValues(blocks) >= format.required && !beginsWithCommand(blocks, format, lexicon);
  return isWhole ? requestReading(parseRequest(blocks, shape, setting)) : undefined;
}
