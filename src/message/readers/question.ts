import { findRoomQuestion } from "../find-room-question.js";
import { longestSpoken, type MessageReading, type MessageText } from "./reader.js";

/** `besok masih ada slot?` */
export function readQuestion({ text, tokens, shape, code }: MessageText): MessageReading | undefined {
  if (text.length > longestSpoken || code().kind === "code") return undefined;
  const day = findRoomQuestion(text, tokens(), shape.format, shape.lexicon);
  return day === undefined
    ? undefined
    : { parsed: { kind: "command", command: "availability", rest: day }, left: 0 };
}
