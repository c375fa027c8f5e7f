import { checkArguments } from "../input/check-arguments.js";
import { anObject, aText, type Shapes } from "../input/shape.js";
import type { MessageFormat } from "./message-format.js";
import type { MessageReference } from "./parse-message.js";

interface Message {
  readonly text: string;
  readonly reference: MessageReference;
}

const messageShapes: Shapes<Message> = { text: aText, reference: anObject };
const referenceShapes: Shapes<MessageReference> = {
  today: aText,
  codes: ["object"],
  languages: ["list"],
  media: ["list"],
  quoted: ["string"],
};

/** @throws RangeError where a text, what is known beside it, or a format is nothing of the kind. */
export function checkMessage(
  text: string,
  formats: readonly MessageFormat[],
  reference: MessageReference,
): void {
  checkArguments("message", { text, reference }, messageShapes);
  checkArguments("reference", reference, referenceShapes);
  for (const format of formats) checkFormat(format);
}

function checkFormat(format: MessageFormat): void {
  const isFormat = typeof format?.print === "function" && typeof format.readers === "object";
  if (!isFormat) throw new RangeError("Expected a format made by defineMessageFormat.");
}
