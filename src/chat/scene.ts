import type { ParsedMessage } from "../message/parsed-message.js";
import type { Draft } from "./draft.js";
import type { Replies } from "./replies.js";
import type { Reply } from "./reply.js";
import type { IncomingMessage, OfficeToday } from "./route.js";

/** The same in every call that a message leads to. */
export interface Caller {
  readonly requestId: string;
  readonly sender: string;
  readonly content: string;
}

/** A message with what is known before it is acted on. */
export interface Scene {
  readonly message: IncomingMessage;
  readonly caller: Caller;
  readonly where: OfficeToday;
  readonly replies: Replies;
  /** The same message, taken as one to another office. */
  readonly at: (officeId: string) => Scene;
  readonly recallDraft: () => Promise<Draft | undefined>;
}

/** What came of a message. */
export interface Reaction {
  readonly reply: Reply;
  /** Whether a booking was changed; `unread` where nothing was understood. */
  readonly kind: "changed" | "unchanged" | "unread";
  readonly draft: Draft | "kept" | "dropped";
}

export type ParsedRequest = Extract<ParsedMessage, { readonly kind: "request" }>;
export type ParsedCommand = Extract<ParsedMessage, { readonly kind: "command" }>;
export type NotUnderstood = Extract<ParsedMessage, { readonly kind: "not-understood" }>;

export function changed(reply: Reply): Reaction {
  return { kind: "changed", reply, draft: "dropped" };
}

export function unchanged(reply: Reply, draft: Reaction["draft"] = "kept"): Reaction {
  return { kind: "unchanged", reply, draft };
}
