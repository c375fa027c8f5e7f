import { withoutSignature } from "../asides.js";
import { type CodeFinding, findCode } from "../find-code.js";
import type { Block } from "../layout.js";
import { layOutValues } from "../message-shape.js";
import type { RequestSetting } from "../parse-request.js";
import { readPlainMessage } from "../plain-message.js";
import type { RecordShape, WrittenRecord } from "../record.js";
import { withSpokenSigns } from "../spoken-signs.js";
import { type Token, tokenise } from "../tokens.js";
import { longestSpoken, type MessageText } from "./reader.js";

/** A message for the readers: without a mail program's signature, and with the signs that it speaks of. */
export function prepareText(text: string, shape: RecordShape, setting: RequestSetting): MessageText {
  return spoken(messageText(withoutSignature(text, shape.lexicon), shape, setting));
}

/** A text without the sign may speak of it. */
function spoken(message: MessageText): MessageText {
  const { text, shape, setting } = message;
  const { delimiters } = shape.format;
  if (text.length > longestSpoken || delimiters.some((sign) => text.includes(sign))) return message;
  const written = withSpokenSigns(text, message.tokens(), shape.format, shape.lexicon);
  return written === undefined ? message : messageText(written, shape, setting);
}

/** What most readers need is made once, and only where one asks for it. */
function messageText(text: string, shape: RecordShape, setting: RequestSetting): MessageText {
  let blocks: readonly Block[] | undefined;
  let tokens: readonly Token[] | undefined;
  let plain: { readonly record: WrittenRecord | undefined } | undefined;
  let code: CodeFinding | undefined;
  const cutUp = (): readonly Token[] => (tokens ??= tokenise(text));
  const readIt = (): WrittenRecord | undefined => {
    plain ??= { record: readPlainMessage(text, shape) };
    return plain.record;
  };
  const findIt = (): CodeFinding =>
    setting.codes === undefined ? { kind: "none" } : findCode(text, cutUp(), setting.codes, setting.lexicon);
  return {
    text,
    shape,
    setting,
    plain: readIt,
    blocks: () => (blocks ??= layOutValues(text, shape.format)),
    tokens: cutUp,
    code: () => (code ??= findIt()),
  };
}
