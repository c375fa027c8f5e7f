import type { Task } from "../action.js";
import { senderKind } from "../kinds.js";
import { needSenders } from "../needs.js";
import type { Sender } from "../records.js";
import { senderOf } from "../rules/sender-record.js";

/** `overtaken`: something else came after what the note was made from, and nothing was noted. */
export type Noted = "noted" | "overtaken";

interface Note {
  readonly sender: string;
  /** When a message came that changed no booking, epoch milliseconds. */
  readonly at: number;
  readonly draft: Sender["draft"];
  /** What must be there still, or nothing is noted; missing where whatever is there may go. */
  readonly after?: { readonly content: string | undefined };
}

/** Remembers that a message came, and what its conversation wants to know next time. */
export const note: Task<Note, Noted> = {
  name: "note",
  needs: ({ sender }) => needSenders([sender]),
  decide({ sender, at, draft, after }, { now, book }) {
    const { draft: known, lastMessageAt, ...rest } = senderOf(book, sender);
    const isAfterNothing = after?.content === undefined && (known === undefined || known.until <= now);
    if (after !== undefined && !isAfterNothing && known?.content !== after.content) return "overtaken";
    book.of(senderKind).put({
      ...rest,
      lastMessageAt: Math.min(Math.max(at, lastMessageAt), now),
      // For as long as its own clock says, from now at the latest.
      ...(draft && {
        draft: { ...draft, until: Math.min(draft.until, now + Math.max(0, draft.until - at)) },
      }),
    });
    return "noted";
  },
};
