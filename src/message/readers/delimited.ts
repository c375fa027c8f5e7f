import { beginsWithCommand, layOutValues, mostValues } from "../message-shape.js";
import { parseRequest } from "../parse-request.js";
import type { MessageReading, MessageText } from "./reader.js";
import { requestReading } from "./request-reading.js";

/** `#Ahmad # 20 November 1967 # besok`, with what people write around it. */
export function readDelimited({ text, shape, setting }: MessageText): MessageReading | undefined {
  const { format, lexicon } = shape;
  const blocks = layOutValues(text, format);
  const isWhole = mostValues(blocks) >= format.required && !beginsWithCommand(blocks, format, lexicon);
  return isWhole ? requestReading(parseRequest(blocks, shape, setting)) : undefined;
}
