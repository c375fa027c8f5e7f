import type { CodeFinding } from "../find-code.js";
import type { Block } from "../layout.js";
import type { RequestSetting } from "../parse-request.js";
import type { ParsedMessage } from "../parsed-message.js";
import type { RecordShape, WrittenRecord } from "../record.js";
import type { Token } from "../tokens.js";

/** A message as every reader gets it. */
export interface MessageText {
  readonly text: string;
  readonly shape: RecordShape;
  readonly setting: RequestSetting;
  /** The form as it was published, where it is nothing else; looked for when it is asked for first. */
  readonly plain: () => WrittenRecord | undefined;
  /** Laid out by the template's delimiter, when that is asked for first. */
  readonly blocks: () => readonly Block[];
  /** Cut up when it is asked for first. */
  readonly tokens: () => readonly Token[];
  /** The booking code in it, looked for when it is asked for first. */
  readonly code: () => CodeFinding;
}

/** What a reader makes of a message, and how many of its words and numbers are left over; 0 where all are accounted for. */
export interface MessageReading {
  readonly parsed: ParsedMessage;
  readonly left: number;
}

/** One shape of message. `undefined` where the message has another one. */
export type MessageReader = (message: MessageText) => MessageReading | undefined;

/** Codes, commands and questions are looked for in texts that a person may have typed for that alone. */
export const longestSpoken = 1000;

/** The reading of the first reader that accounts for all; where none does, of the one that leaves least. */
export function chooseReading(
  message: MessageText,
  readers: readonly MessageReader[],
): MessageReading | undefined {
  let best: MessageReading | undefined;
  for (const read of readers) {
    const reading = read(message);
    if (reading?.left === 0) return reading;
    if (reading !== undefined && (best === undefined || reading.left < best.left)) best = reading;
  }
  return best;
}
