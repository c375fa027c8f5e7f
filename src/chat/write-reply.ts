import type { ChatContext } from "./chat-settings.js";
import type { Choice, Reply } from "./reply.js";

const longestText = 1000;

export interface ReplyWriter {
  readonly reply: (text: string, choices?: readonly Choice[]) => Reply;
  readonly withBarcode: (reply: Reply, code: string) => Promise<Reply>;
}

/** Writes replies to one sender, each within the bounds of `Reply`. */
export function writeReply({ barcode }: ChatContext, to: string): ReplyWriter {
  return {
    reply(text: string, choices: readonly Choice[] = []): Reply {
      const kept = text.length > longestText ? cutLines(text, longestText) : text;
      return choices.length === 0 ? { to, text: kept } : { to, text: kept, choices };
    },
    async withBarcode(answer: Reply, code: string): Promise<Reply> {
      return barcode === undefined ? answer : { ...answer, image: await barcode(code) };
    },
  };
}

/** Whole lines, so that no code is cut in two. */
function cutLines(text: string, length: number): string {
  const kept = text.slice(0, length - 2);
  return `${kept.slice(0, Math.max(kept.lastIndexOf("\n"), 0))}\n…`;
}
