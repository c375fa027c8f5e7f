import type { Desk } from "../desk/desk.js";
import type { ParsedMessage } from "../message/parsed-message.js";
import type { Draft } from "./draft.js";
import { type PendingQuestion, questionOf } from "./question.js";
import type { Asking, Replies } from "./replies.js";
import type { Reply } from "./reply.js";
import type { IncomingMessage, OfficeToday } from "./route.js";

/** The same in every call that a message leads to. */
export interface Caller {
  readonly requestId: string;
  readonly sender: string;
  readonly content: string;
}

export function callerOf({ channel, id, sender, text }: IncomingMessage): Caller {
  return { requestId: `${channel}:${id}`, sender: `${channel}:${sender}`, content: text };
}

/** A message with what is known before it is acted on. */
export interface Scene {
  readonly message: IncomingMessage;
  readonly caller: Caller;
  readonly where: OfficeToday;
  readonly replies: Replies;
  /** The same message, taken as one to another office. */
  readonly at: (officeId: string) => Scene;
  readonly recall: () => Promise<Pending>;
}

/** What the messages before left open. */
export interface Pending {
  readonly draft: Draft | undefined;
  readonly question: PendingQuestion | undefined;
  /** Whether the last reply asked something, however long ago. */
  readonly wasAsked: boolean;
}

/** What came of a message. */
export interface Reaction {
  readonly reply: Reply;
  /** Whether a booking was changed; `unread` where nothing was understood, `asked` where not all was. */
  readonly kind: "changed" | "unchanged" | "unread" | "asked";
  readonly draft: Draft | "kept" | "dropped";
  /** What the reply asks, and what is said instead where the same was asked just before. */
  readonly question?: { readonly asked: PendingQuestion; readonly again: Reply };
}

export type ParsedRequest = Extract<ParsedMessage, { readonly kind: "request" }>;
export type ParsedCommand = Extract<ParsedMessage, { readonly kind: "command" }>;
export type ParsedCode = Extract<ParsedMessage, { readonly kind: "code" }>;
export type Unsure = Extract<ParsedMessage, { readonly kind: "unsure" }>;
export type NotUnderstood = Extract<ParsedMessage, { readonly kind: "not-understood" }>;

/** Confirms the booking of a code for who wrote, and says how it ended in the words of the booking's office. */
export async function confirm(
  desk: Pick<Desk, "confirm">,
  code: string,
  { caller }: Pick<Scene, "caller">,
  { replies }: Pick<Scene, "replies">,
): Promise<Reaction> {
  const outcome = await desk.confirm({ ...caller, code });
  const reply = await replies.confirm(outcome);
  return outcome.kind === "confirmed" ? changed(reply) : unchanged(reply);
}

export function changed(reply: Reply): Reaction {
  return { kind: "changed", reply, draft: "dropped" };
}

export function unchanged(reply: Reply, draft: Reaction["draft"] = "kept"): Reaction {
  return { kind: "unchanged", reply, draft };
}

/** Nothing was done; it is asked whether it is to be. */
export function asked({ reply, again, yes }: Asking, { message }: Scene): Reaction {
  return { kind: "asked", reply, draft: "kept", question: { asked: questionOf(yes, message), again } };
}
