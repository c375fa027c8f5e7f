import type { Noted } from "../booking/actions/note.js";
import { senderKind } from "../booking/kinds.js";
import { needSenders } from "../booking/needs.js";
import { kindOf } from "../input/shape.js";
import { recordsOf } from "../store/scope.js";
import { checkSender, isStorable } from "./check-call.js";
import type { DeskContext } from "./desk-context.js";
import type { Dispatch } from "./dispatch.js";
import type { Reader } from "./reader.js";

/** What a conversation remembers of a sender from one message to the next. */
export interface Notes {
  /**
   * Notes that a message came that changed no booking; `overtaken` where `after` is no longer what is remembered.
   * @example
   * const until = Date.now() + 30 * 60_000;
   * await desk.note({ sender: "web:session-12", at: Date.now(), draft: { content: "#Budi", until } });
   */
  readonly note: (note: SenderNote) => Promise<Noted>;
  /**
   * The draft that was noted last, while it lasts and until a message of the sender changes a booking.
   * @example
   * const draft = await desk.recall({ sender: "web:session-12" });
   */
  readonly recall: (query: { readonly sender: string }) => Promise<string | undefined>;
}

export interface SenderNote {
  readonly sender: string;
  /** The message's time, epoch milliseconds. */
  readonly at: number;
  /** What is to be known when the next message comes, until then; it takes the place of an earlier one. */
  readonly draft?: { readonly content: string; readonly until: number };
  /**
   * What `recall` gave when the draft was made; where it is another by now, or gone, nothing is noted. Without it the
   * draft takes the place of whatever is there.
   */
  readonly after?: { readonly content: string | undefined };
}

export function createNotes({ rulebook, seal }: DeskContext, dispatch: Dispatch, read: Reader): Notes {
  const task = rulebook.tasks.note;

  async function sealed(content: string): Promise<string> {
    return seal === undefined ? content : String((await seal.seal({ content })).sealed);
  }

  async function unsealed(content: string): Promise<string> {
    return seal === undefined ? content : String((await seal.unseal({ sealed: content })).content);
  }

  /** As it stands in the store. */
  async function find(sender: string): Promise<string | undefined> {
    const { now, records } = await read(needSenders([sender]));
    const senders = recordsOf(records, senderKind);
    const draft = senders.find((known) => known.sender === sender)?.draft;
    return draft === undefined || draft.until <= now ? undefined : draft.content;
  }

  /** No text is sealed twice alike, so it is looked up how this one is; `undefined` where it is there no longer. */
  async function findSealed(sender: string, content: string): Promise<string | undefined> {
    const found = await find(sender);
    return found !== undefined && (await unsealed(found)) === content ? found : undefined;
  }

  return {
    async note(note) {
      checkNote(note);
      const { sender, at, draft, after } = note;
      const kept = draft && { content: await sealed(draft.content), until: draft.until };
      const noted = { sender, at, draft: kept };
      if (after === undefined) return dispatch.task("notes", task, noted);
      const { content } = after;
      const before =
        content === undefined || seal === undefined ? content : await findSealed(sender, content);
      if (before === undefined && content !== undefined) return "overtaken";
      return dispatch.task("notes", task, { ...noted, after: { content: before } });
    },
    async recall({ sender }) {
      const found = await find(sender);
      return found === undefined ? undefined : unsealed(found);
    },
  };
}

/** @throws RangeError where it could not be stored: notes share a lane, and one that fails there fails others. */
function checkNote({ sender, at, draft }: SenderNote): void {
  checkSender("sender", sender);
  checkInstant("at", at);
  if (draft === undefined) return;
  checkInstant("draft.until", draft.until);
  if (typeof draft.content !== "string" || !isStorable(draft.content))
    throw new RangeError("draft.content: expected a text without NUL and halves of surrogate pairs.");
}

function checkInstant(name: string, instant: number): void {
  if (!Number.isSafeInteger(instant))
    throw new RangeError(
      `${name}: expected whole epoch milliseconds, found ${typeof instant === "number" ? instant : kindOf(instant)}.`,
    );
}
