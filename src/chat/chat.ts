import type { DueNotice } from "../desk/notices.js";
import { saysYes } from "../message/answers.js";
import type { ParsedMessage } from "../message/parsed-message.js";
import { createAskFirst } from "./ask-first.js";
import { type ChatSettings, checkChatSettings } from "./chat-settings.js";
import { checkMessage } from "./check-message.js";
import { createCommandHandler } from "./command-handler.js";
import { createDescribeProblems } from "./describe-problems.js";
import { createOneByOne } from "./one-by-one.js";
import { createPace } from "./pace.js";
import { confirmedByYes } from "./plain-yes.js";
import { messageOf, type PendingQuestion } from "./question.js";
import {
  draftAt,
  type EarlyMessage,
  earlyAfter,
  type IdleMessage,
  patienceFor,
  questionAt,
  type Recollection,
  readRecollection,
  remember,
  toNote,
} from "./recollection.js";
import { repeat } from "./repeat.js";
import { createReplies } from "./replies.js";
import type { Reply } from "./reply.js";
import { createRequestHandler } from "./request-handler.js";
import type { IncomingMessage, OfficeToday } from "./route.js";
import { type Caller, callerOf, confirm, type Pending, type Reaction, type Scene } from "./scene.js";
import { createTellNotice, type NoticeReply } from "./tell-notice.js";
import { createUnderstand, notAsked } from "./understand.js";

/** Turns messages into replies; it sends nothing itself. */
export interface Chat {
  /**
   * Acts on a message and gives what to send: one reply, or none where a sender's messages have led nowhere for too
   * long, or come too fast. After a `StoreError` the same message may be received again.
   * @throws TypeError where the message lacks what is asked for.
   * @example
   * const replies = await chat.receive({
   *   channel: "whatsapp", id: "wamid.1", sender: "62812", text: "#Ahmad#20111967#besok", at: Date.now(),
   * });
   * for (const { to, text } of replies) await send(to, text);
   */
  readonly receive: (message: IncomingMessage) => Promise<readonly Reply[]>;
  /**
   * The reply that a due notice of the desk is; `undefined` where there is nobody to tell, or nothing any more.
   * @example
   * for (const notice of await desk.dueNotices()) {
   *   const told = await chat.tell(notice);
   *   if (told !== undefined) await send(told.to, told.text);
   *   await desk.markSent([notice.id]);
   * }
   */
  readonly tell: (notice: DueNotice) => Promise<NoticeReply | undefined>;
}

const nothingPending: Pending = { draft: undefined, question: undefined, wasAsked: false };

/**
 * A chat in the words of a language, for messages of one format or several; it keeps its drafts by the desk.
 * @throws InvalidConfigError with the path of what is wrong.
 * @example
 * const chat = createChat({ desk, format, words: indonesian });
 * const [reply] = await chat.receive(message);
 */
export function createChat(settings: ChatSettings): Chat {
  const context = checkChatSettings(settings);
  const { desk, route } = context;
  const requestHandler = createRequestHandler(context);
  const describe = createDescribeProblems(context);
  const commandHandler = createCommandHandler(context, requestHandler, describe);
  const understand = createUnderstand(context, requestHandler, commandHandler, describe);
  const askFirst = createAskFirst(context, commandHandler);
  const oneByOne = createOneByOne();
  const paceOf = createPace(context.messagesPerMinute);
  /** What was remembered when a message came. */
  const atFirst = new WeakMap<Caller, string | undefined>();
  /** What was remembered when it was acted on. */
  const seen = new WeakMap<Caller, { readonly content: string | undefined }>();

  async function recallFor(caller: Caller): Promise<string | undefined> {
    const content = await desk.recall({ sender: caller.sender });
    if (!seen.has(caller)) seen.set(caller, { content });
    return content;
  }

  async function recall(caller: Caller, at: number): Promise<Pending> {
    const known = readRecollection(await recallFor(caller));
    const wasAsked = known.question !== undefined;
    return { draft: draftAt(known, at), question: questionAt(known, at), wasAsked };
  }

  function createScene(
    message: IncomingMessage,
    caller: Caller,
    where: OfficeToday,
    sentTo: OfficeToday,
  ): Scene {
    return {
      message,
      caller,
      where,
      replies: createReplies(context, message, where, sentTo.officeId),
      at: (officeId) =>
        officeId === where.officeId
          ? createScene(message, caller, where, sentTo)
          : createScene(message, caller, route.at(officeId, message.at), sentTo),
      recall: () => recall(caller, message.at),
    };
  }

  async function act(parsed: ParsedMessage, scene: Scene): Promise<Reaction> {
    switch (parsed.kind) {
      case "request":
        return requestHandler.hold(parsed, scene);
      case "code":
        return confirm(desk, parsed.code, scene, scene);
      case "command":
        return commandHandler.obey(parsed, scene);
      case "unsure":
        return (await askFirst(parsed, scene)) ?? understand(notAsked, await scene.recall(), scene);
      case "not-understood": {
        const pending = await scene.recall();
        const { text } = scene.message;
        const { languages } = context.words;
        if (pending.question && saysYes(text, languages)) return answerYes(pending.question, scene);
        const held = await confirmedByYes(context, pending, scene);
        return held === undefined
          ? understand(parsed, pending, scene)
          : confirm(desk, held.code, scene, scene.at(held.officeId));
      }
      default:
        return parsed satisfies never;
    }
  }

  /** A yes is the message that says by itself what was asked. */
  function answerYes(question: PendingQuestion, { message, caller }: Scene): Promise<Reaction> {
    const said = messageOf(question, message);
    const { parsed, ...where } = route.read(said);
    const scene = createScene(said, caller, where, route.find(said));
    const isCertain = parsed.kind !== "unsure" && parsed.kind !== "not-understood";
    return isCertain ? act(parsed, scene) : understand(notAsked, nothingPending, scene);
  }

  /**
   * Notes a message that changed nothing, after what was remembered when it was acted on. Nothing is noted where another
   * one did something meanwhile, here or in another process: each is counted, and no draft comes back that was done with.
   */
  async function noteIdle(
    caller: Caller,
    message: IdleMessage,
  ): Promise<{ readonly before: Recollection; readonly after: Recollection } | undefined> {
    const { content } = seen.get(caller) ?? { content: await recallFor(caller) };
    seen.delete(caller);
    const before = readRecollection(content);
    const after = remember(before, message);
    const noted = await desk.note(toNote(caller.sender, after, content));
    return noted === "noted" ? { before, after } : undefined;
  }

  /**
   * Acts on a message until nobody came between. One that depends on those before is read once more where another process
   * has noted one meanwhile, and so finds its draft.
   */
  async function actUntilNoted(reactTo: () => Promise<Reaction>, scene: Scene): Promise<readonly Reply[]> {
    for (;;) {
      const replies = await settle(await reactTo(), scene);
      if (replies !== undefined) return replies;
    }
  }

  /** A message that changed a booking is answered; of others it is noted that they came, and they are counted. */
  async function settle(
    { kind, reply, draft, question }: Reaction,
    scene: Scene,
  ): Promise<readonly Reply[] | undefined> {
    if (kind === "changed") return [reply];
    const { caller, message, replies } = scene;
    const { id, text, to, at } = message;
    const said = { id, text, at, ...(to !== undefined && { to }) };
    const noted = await noteIdle(caller, { kind, draft, at, question: question?.asked, said });
    if (noted === undefined) return undefined;
    const { before, after } = noted;
    const early = typeof draft === "object" ? earlyAfter(before, at) : undefined;
    if (early !== undefined && readRecollection(atFirst.get(caller)).early?.id !== early.id)
      return [reply, ...(await readEarly(early, message))];
    const patience = patienceFor(after);
    if (patience === "silence") return [];
    if (patience === "last-reply" && kind === "unread") return [replies.pausing()];
    const isSame = question !== undefined && questionAt(before, at)?.yes === question.asked.yes;
    return [isSame ? question.again : reply];
  }

  /** What was sent after a message, and came to another process first, finds its draft. */
  async function readEarly(
    early: EarlyMessage,
    { channel, sender }: IncomingMessage,
  ): Promise<readonly Reply[]> {
    const message = { ...early, channel, sender };
    const caller = callerOf(message);
    const { parsed, ...where } = route.read(message);
    const scene = createScene(message, caller, where, route.find(message));
    const { kind, reply } = await understand(
      parsed.kind === "not-understood" ? parsed : notAsked,
      await scene.recall(),
      scene,
    );
    return kind === "changed" ? [reply] : [];
  }

  /** What is said with certainty is done at once; what depends on the messages before waits for them. */
  async function actOn(parsed: ParsedMessage, scene: Scene): Promise<readonly Reply[]> {
    const { caller } = scene;
    if (parsed.kind === "not-understood" || parsed.kind === "unsure")
      return oneByOne(caller.sender, () => actUntilNoted(() => act(parsed, scene), scene));
    const reaction = await act(parsed, scene);
    if (reaction.kind === "changed") return [reaction.reply];
    seen.delete(caller);
    return oneByOne(caller.sender, () => actUntilNoted(async () => reaction, scene));
  }

  return {
    async receive(message) {
      checkMessage(message);
      context.lookAtOffices();
      const caller = callerOf(message);
      const sentTo = route.find(message);
      const pace = paceOf(caller.sender, message.at);
      if (pace === "silence") return [];
      if (pace === "too-fast") return [createScene(message, caller, sentTo, sentTo).replies.tooFast()];
      // In one call of the store.
      const [known, content] = await Promise.all([
        desk.findAnswer(caller),
        desk.recall({ sender: caller.sender }),
      ]);
      atFirst.set(caller, content);
      const again = createScene(message, caller, sentTo, sentTo).replies;
      if (known !== undefined) return [await repeat(known, again)];
      const { parsed, ...where } = route.read(message);
      const scene = createScene(message, caller, where, sentTo);
      const replies = await actOn(parsed, scene);
      return replies.map((reply) => ({ ...reply, about: { reading: parsed, ...reply.about } }));
    },
    tell: createTellNotice(context),
  };
}
