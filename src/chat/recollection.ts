import type { SenderNote } from "../desk/notes.js";
import { day, minute } from "../input/instant.js";
import type { Draft } from "./draft.js";
import type { PendingQuestion } from "./question.js";
import type { IncomingMessage } from "./route.js";

/** What a chat remembers of a sender until a message changes a booking. */
export interface Recollection {
  readonly draft?: Draft;
  /** Until when the draft is good, epoch milliseconds. */
  readonly draftUntil: number;
  /** What the last reply asked, which the next message may say yes to. */
  readonly question?: PendingQuestion;
  /** How many messages in a row could not be read, the last included. */
  readonly unread: number;
  /** How many messages in a row changed nothing, read or not. */
  readonly idle: number;
  /** When the last of them was sent, epoch milliseconds. */
  readonly at: number;
  /** The last of them, where it could not be read and may belong to one that another process still acts on. */
  readonly early?: EarlyMessage;
}

/** A message that was read before the one that it follows. */
export type EarlyMessage = Pick<IncomingMessage, "id" | "text" | "to" | "at">;

/** What a message that changed nothing was. */
export interface IdleMessage {
  readonly kind: "unread" | "unchanged" | "asked";
  readonly at: number;
  /** `kept` is the draft that there was. */
  readonly draft: Draft | "kept" | "dropped";
  /** What is asked of its sender; an earlier question is done with. */
  readonly question?: PendingQuestion | undefined;
  /** What it said; it may have come early. */
  readonly said: EarlyMessage;
}

export type Patience = "reply" | "last-reply" | "silence";

const draftMinutes = 30;
const pauseMinutes = 10;
/** Of a longer request all has to be sent again. */
const longestDraft = 8000;
const questionMinutes = 30;
/** A yes that comes too late for a question says yes to nothing else. */
const lateAnswerMs = day;
/** Parts of a request are short. */
const longestEarly = 100;
/** Messages that are sent in so short a time may come to several processes at once. */
const togetherMs = 5000;
/** So many replies in a row are given to messages that can't be read, and to messages that change nothing. */
const mostUnread = 5;
const mostIdle = 30;

const nothing: Recollection = { draftUntil: 0, unread: 0, idle: 0, at: 0 };

/** What was noted by `toNote`; whatever another program noted is nothing. */
export function readRecollection(content: string | undefined): Recollection {
  if (content === undefined) return nothing;
  try {
    const { draft, question, early, draftUntil, unread, idle, at }: Recollection = JSON.parse(content); // decoded
    const isKnown = [draftUntil, unread, idle, at].every(Number.isFinite);
    return isKnown
      ? {
          ...(draft && { draft }),
          ...(question && { question }),
          ...(early && { early }),
          ...{ draftUntil, unread, idle, at },
        }
      : nothing;
  } catch {
    return nothing;
  }
}

export function draftAt({ draft, draftUntil }: Recollection, at: number): Draft | undefined {
  return at < draftUntil ? draft : undefined;
}

/** A message that was sent just after this one, and was read before it. */
export function earlyAfter({ early }: Recollection, at: number): EarlyMessage | undefined {
  return early !== undefined && early.at >= at && early.at - at <= togetherMs ? early : undefined;
}

/** What the message before asked, if that is not too long ago. */
export function questionAt({ question, at: asked }: Recollection, at: number): PendingQuestion | undefined {
  return Math.abs(at - asked) < questionMinutes * minute ? question : undefined;
}

/** What a message that is not answered any more would ask, its sender never hears. */
function heardQuestion(
  question: PendingQuestion | undefined,
  before: Recollection,
  counts: Pick<Recollection, "unread" | "idle">,
): PendingQuestion | undefined {
  const isHeard = patienceFor(counts) !== "silence" || question?.yes === before.question?.yes;
  return isHeard ? question : undefined;
}

/** Counts a message. After a pause, as after a message that changed something, it is counted from one again. */
export function remember(
  before: Recollection,
  { kind, at, draft, question, said }: IdleMessage,
): Recollection {
  const isAfterPause = Math.abs(at - before.at) >= pauseMinutes * minute;
  const unread = isAfterPause ? 0 : before.unread;
  const idle = isAfterPause ? 0 : before.idle;
  const counts = { unread: kind === "unchanged" ? 0 : unread + 1, idle: idle + 1 };
  const asked = heardQuestion(question, before, counts);
  const counted = { ...counts, ...(asked && { question: asked }), at };
  if (draft === "dropped") return { ...counted, draftUntil: 0 };
  if (draft !== "kept") {
    const isShort = JSON.stringify(draft).length <= longestDraft;
    return isShort
      ? { ...counted, draft, draftUntil: at + draftMinutes * minute }
      : { ...counted, draftUntil: 0 };
  }
  const kept = draftAt(before, at);
  if (kind === "unread" && kept === undefined && said.text.length <= longestEarly)
    return { ...counted, early: said, draftUntil: 0 };
  return { ...counted, ...(kept && { draft: kept }), draftUntil: kept ? before.draftUntil : 0 };
}

/**
 * Two bots can't talk for ever: what can't be read is answered five times in a row, what changes nothing thirty times,
 * and nothing more until there was a pause of ten minutes.
 */
export function patienceFor({ unread, idle }: Pick<Recollection, "unread" | "idle">): Patience {
  if (unread > mostUnread || idle > mostIdle) return "silence";
  return unread === mostUnread || idle === mostIdle ? "last-reply" : "reply";
}

/** `before` is the content of the recollection that it is made from. */
export function toNote(sender: string, recollection: Recollection, before: string | undefined): SenderNote {
  const { at, draftUntil, question } = recollection;
  const asked = question === undefined ? 0 : at + lateAnswerMs;
  const until = Math.max(at + pauseMinutes * minute, draftUntil, asked);
  return {
    sender,
    at,
    draft: { content: JSON.stringify(recollection), until },
    after: { content: before },
  };
}
