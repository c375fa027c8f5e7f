import type { Batch } from "./batch.js";
import type { Sender } from "./records.js";
import type { NoteTask } from "./requests.js";

/** `overtaken`: something else came after what the note was made from, and nothing was noted. */
export type Noted = "noted" | "overtaken";

/** Remembers that a message came, and what its conversation wants to know next time. */
export function note(batch: Batch, { sender, at, draft, after }: NoteTask): Noted {
  const { guesses, lastMessageAt, draft: known } = batch.sender(sender);
  const isAfterNothing = after?.content === undefined && (known === undefined || known.until <= batch.now);
  if (after !== undefined && !isAfterNothing && known?.content !== after.content) return "overtaken";
  const noted: Sender = {
    sender,
    lastMessageAt: Math.max(at, lastMessageAt),
    ...(guesses !== undefined && { guesses }),
    ...(draft !== undefined && { draft }),
  };
  batch.putSender(noted);
  return "noted";
}
