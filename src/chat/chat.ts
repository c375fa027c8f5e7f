import type { ActionName, Outcome, OutcomeOf } from "../booking/actions/actions.js";
import type { DueNotice } from "../desk/notices.js";
import type { FoundAnswer } from "../desk/queries.js";
import { found } from "../input/found.js";
import { kindOf } from "../input/shape.js";
import type { ParsedMessage } from "../message/parsed-message.js";
import { type Answers, createAnswers } from "./answers.js";
import { type ChatSettings, checkChatSettings } from "./chat-settings.js";
import { createCommandTurns } from "./command-turns.js";
import { createDescribeProblems } from "./describe-problems.js";
import type { Draft } from "./draft.js";
import {
  draftAt,
  type IdleMessage,
  patienceFor,
  type Recollection,
  readRecollection,
  remember,
  toNote,
} from "./recollection.js";
import type { Reply } from "./reply.js";
import { createRequestTurns } from "./request-turns.js";
import type { IncomingMessage, Place } from "./route.js";
import { createTellNotice, type NoticeReply } from "./tell-notice.js";
import { type Caller, changed, type Scene, type Turn, unchanged } from "./turn.js";
import { createUnderstand } from "./understand.js";

/** Turns messages into replies; it sends nothing itself. */
export interface Chat {
  /**
   * Acts on a message and says what to answer: one reply, or none where a sender's messages have led nowhere for too
   * long. After a `StoreError` the same message may be received again.
   * @throws TypeError where the message lacks what is asked for.
   */
  readonly receive: (message: IncomingMessage) => Promise<readonly Reply[]>;
  /**
   * The reply that a due notice of the desk is; `undefined` where there is nobody to tell, or nothing any more.
   */
  readonly tell: (notice: DueNotice) => Promise<NoticeReply | undefined>;
}

/** The years 1973 to 2286; what lies outside is seconds or microseconds. */
const earliestAt = 1e11;
const latestAt = 1e13;

/** @throws InvalidConfigError with the path of what is wrong. */
export function createChat(settings: ChatSettings): Chat {
  const context = checkChatSettings(settings);
  const { desk, route } = context;
  const requestTurns = createRequestTurns(context);
  const describe = createDescribeProblems(context);
  const commandTurns = createCommandTurns(context, requestTurns, describe);
  const understand = createUnderstand(context, requestTurns, commandTurns, describe);
  const inTurn = createInTurn();

  async function recallDraft(sender: string, at: number): Promise<Draft | undefined> {
    return draftAt(readRecollection(await desk.recall({ sender })), at);
  }

  function createScene(message: IncomingMessage, caller: Caller, place: Place, sentTo: Place): Scene {
    return {
      message,
      caller,
      place,
      answers: createAnswers(context, message, place, sentTo.officeId),
      at: (officeId) =>
        officeId === place.officeId
          ? createScene(message, caller, place, sentTo)
          : createScene(message, caller, { officeId, today: desk.dateAt(officeId, message.at) }, sentTo),
      recallDraft: () => recallDraft(caller.sender, message.at),
    };
  }

  async function act(parsed: ParsedMessage, scene: Scene): Promise<Turn> {
    const { caller, answers } = scene;
    switch (parsed.kind) {
      case "request":
        return requestTurns.hold(parsed, scene);
      case "code": {
        const outcome = await desk.confirm({ ...caller, code: parsed.code });
        const reply = await answers.confirm(outcome);
        return outcome.kind === "confirmed" ? changed(reply) : unchanged(reply);
      }
      case "command":
        return commandTurns.obey(parsed, scene);
      case "not-understood":
        return understand(parsed, await scene.recallDraft(), scene);
      default:
        return parsed satisfies never;
    }
  }

  /**
   * Notes a message that changed nothing. What another one did meanwhile, here or in another process, is read again, so
   * that each is counted, and no draft comes back that was done with.
   */
  async function noteIdle(sender: string, message: IdleMessage): Promise<Recollection> {
    for (;;) {
      const content = await desk.recall({ sender });
      const after = remember(readRecollection(content), message);
      if ((await desk.note(toNote(sender, after, content))) === "noted") return after;
    }
  }

  /** A message that changed a booking is answered; of others it is noted that they came, and they are counted. */
  async function settle({ kind, reply, draft }: Turn, scene: Scene): Promise<readonly Reply[]> {
    if (kind === "changed") return [reply];
    const { caller, message, answers } = scene;
    const patience = patienceFor(await noteIdle(caller.sender, { kind, draft, at: message.at }));
    if (patience === "silence") return [];
    return [patience === "last-answer" && kind === "unread" ? answers.pausing() : reply];
  }

  return {
    async receive(message) {
      checkMessage(message);
      const { channel, id, sender, text } = message;
      const caller = { requestId: `${channel}:${id}`, sender: `${channel}:${sender}`, content: text };
      const sentTo = route.find(message);
      const known = await desk.findAnswer(caller);
      if (known !== undefined)
        return [await repeat(known, createScene(message, caller, sentTo, sentTo).answers)];
      const { parsed, ...place } = route.read(message);
      const scene = createScene(message, caller, place, sentTo);
      // What is said with certainty is done at once; what depends on the messages before waits for them.
      if (parsed.kind === "not-understood")
        return inTurn(caller.sender, async () => settle(await act(parsed, scene), scene));
      const turn = await act(parsed, scene);
      return turn.kind === "changed" ? [turn.reply] : inTurn(caller.sender, () => settle(turn, scene));
    },
    tell: createTellNotice(context),
  };
}

/** How an outcome is put into words again; the chat has none for actions that no message asks for. */
type Repeats = { readonly [Name in ActionName]?: (outcome: OutcomeOf[Name]) => Promise<Reply> };

/** A message that is delivered again is answered as it was, though its words may be read otherwise by now. */
function repeat(known: FoundAnswer, answers: Answers): Promise<Reply> {
  if (known.kind === "request-id-conflict") return answers.hold(known);
  const repeats: Repeats = answers;
  // TypeScript can't tie the outcome to the answer of its own action; `Repeats` does.
  const again = repeats[known.action] as ((outcome: Outcome) => Promise<Reply>) | undefined;
  return again === undefined ? answers.hold({ kind: "request-id-conflict" }) : again(known.outcome);
}

function checkMessage(message: IncomingMessage): void {
  if (kindOf(message) !== "object")
    throw new TypeError(`Expected a message as an object, found ${kindOf(message)}.`);
  const { channel, id, sender, text, quoted = "", to = "", media = [], at } = message;
  for (const [name, value] of Object.entries({ channel, id, sender, text }))
    if (typeof value !== "string" || (value === "" && name !== "text"))
      throw new TypeError(
        `Expected ${name} of a message as a text, found ${value === "" ? "an empty one" : typeof value}.`,
      );
  if (typeof quoted !== "string" || typeof to !== "string" || !Array.isArray(media))
    throw new TypeError("Expected quoted and to of a message as texts, and media as a list.");
  if (channel.includes(":")) throw new TypeError(`Expected a channel without a colon, found ${channel}.`);
  if (!(typeof at === "number" && at > earliestAt && at < latestAt))
    throw new TypeError(`Expected at of a message in epoch milliseconds, not seconds, found ${found(at)}.`);
}

/** Does the work of one key after another, each as it comes; other keys wait for nothing. */
function createInTurn(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const result = before.then(work, work);
    last.set(key, result);
    const leave = () => {
      if (last.get(key) === result) last.delete(key);
    };
    result.then(leave, leave);
    return result;
  };
}
