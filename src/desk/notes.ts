import { emptyScope } from "../booking/records.js";
import type { Acting } from "./acting.js";
import { checkNote } from "./check-note.js";
import type { DeskContext } from "./desk-settings.js";

/** What a conversation remembers of a sender from one message to the next. */
export interface Notes {
  /** Notes that a message came that changed no booking. */
  readonly note: (note: SenderNote) => Promise<void>;
  /** The draft that was noted last, while it lasts. */
  readonly recall: (query: { readonly sender: string }) => Promise<string | undefined>;
}

export interface SenderNote {
  readonly sender: string;
  /** The message's time, epoch milliseconds. */
  readonly at: number;
  /** What is to be known when the next message comes, until then; it takes the place of an earlier one. */
  readonly draft?: { readonly content: string; readonly until: number };
}

export function createNotes({ store, seal, now }: DeskContext, acting: Acting): Notes {
  async function sealed(content: string): Promise<string> {
    return seal === undefined ? content : String((await seal.seal({ content })).sealed);
  }

  async function opened(content: string): Promise<string> {
    return seal === undefined ? content : String((await seal.open({ sealed: content })).content);
  }

  return {
    async note(note) {
      checkNote(note);
      const { sender, at, draft } = note;
      const kept = draft && { content: await sealed(draft.content), until: draft.until };
      await acting.task("notes", { action: "note", sender, at, draft: kept });
    },
    async recall({ sender }) {
      const { senders } = await store.read({ ...emptyScope(now()), senders: [sender] });
      const draft = senders.find((known) => known.sender === sender)?.draft;
      return draft === undefined || draft.until <= now() ? undefined : opened(draft.content);
    },
  };
}
