import type { Batch } from "./batch.js";
import type { Sender } from "./records.js";
import type { NoteTask } from "./requests.js";

/** Remembers that a message came, and what its conversation wants to know next time. */
export function note(batch: Batch, { sender, at, draft }: NoteTask): void {
  const { guesses, lastMessageAt } = batch.sender(sender);
  const noted: Sender = {
    sender,
    lastMessageAt: Math.max(at, lastMessageAt),
    ...(guesses !== undefined && { guesses }),
    ...(draft !== undefined && { draft }),
  };
  batch.putSender(noted);
}
