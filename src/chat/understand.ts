import { isLive } from "../booking/booking.js";
import { givesUp, saysNo } from "../message/answers.js";
import { completeRequest } from "../message/complete-request.js";
import { readChosenDay } from "../message/dates/read-chosen-day.js";
import { readTimeAlone } from "../message/dates/read-time-alone.js";
import { parseDate } from "../message/parse-date.js";
import type { Problem } from "../message/problem.js";
import type { ChatContext } from "./chat-settings.js";
import type { CommandHandler } from "./command-handler.js";
import type { DescribeProblems } from "./describe-problems.js";
import { type Draft, goalOf, nearlyOf, type Offered } from "./draft.js";
import { listLive } from "./list-live.js";
import { pickFromList } from "./pick-booking.js";
import { readDays } from "./read-day.js";
import type { RequestHandler } from "./request-handler.js";
import { type NotUnderstood, type Pending, type Reaction, type Scene, unchanged } from "./scene.js";
import type { SaidTime } from "./wish.js";

/** Where no message says what was meant, the sender is shown what there is. */
export const notAsked: NotUnderstood = {
  kind: "not-understood",
  problems: [{ code: "not-a-request", field: "whole", index: 0, expected: "a message without doubts" }],
};

/** Makes what it can of a message that is neither request, code nor command: with a draft it may be the rest of one. */
export type Understand = (parsed: NotUnderstood, pending: Pending, scene: Scene) => Promise<Reaction>;

const nothingSaid: ReadonlySet<string> = new Set(["not-a-request", "empty"]);

export function createUnderstand(
  context: ChatContext,
  requestHandler: RequestHandler,
  commandHandler: CommandHandler,
  describe: DescribeProblems,
): Understand {
  const { words, requests, route } = context;

  const chosenDay = (offered: Offered | undefined, { message, where }: Scene) =>
    readChosenDay(message.text, offered ?? [], { today: where.today, languages: words.languages });

  function readDay({
    message,
    where,
  }: Scene): { readonly date: string; readonly time?: SaidTime } | undefined {
    if (message.text.includes("?")) return undefined;
    const { languages } = words;
    const { today, timeZone } = where;
    const reading = parseDate(message.text, { today, timeZone, expects: "arrival", languages });
    return reading.kind === "date" ? reading : undefined;
  }

  async function completeRequestOf(draft: Draft & { kind: "request" }, scene: Scene) {
    const nearly = nearlyOf(draft, requests);
    if (nearly === undefined) return undefined;
    const { text, media = [] } = scene.message;
    const { today, timeZone } = scene.where;
    const named = route.takeOffice(text);
    const elsewhere =
      named?.rest === "" ? requestHandler.ofDraft(draft, { officeId: named.officeId }, scene) : undefined;
    if (elsewhere !== undefined) return requestHandler[goalOf(draft)](elsewhere, scene, draft.time);
    const isDayAlone = nearly.wrong.every((name) => name === nearly.request.arrivalField);
    const chosen = isDayAlone ? chosenDay(draft.offered, scene) : undefined;
    const completed = completeRequest(chosen ?? text, nearly, { today, timeZone, media });
    if (completed?.kind === "not-understood") return describe(completed, goalOf(draft), scene);
    return completed?.kind === "request"
      ? requestHandler[goalOf(draft)](completed, scene, draft.time)
      : undefined;
  }

  /** Those that still stand of the bookings that were told, in the order in which they were. */
  async function listDrafted({ codes }: Draft & { kind: "which" }, { caller }: Scene) {
    const live = await listLive(context, caller.sender);
    return codes.flatMap((code) => live.filter((booking) => booking.code === code && isLive(booking)));
  }

  /** `undefined` where the message is not the rest of the draft. */
  async function complete(draft: Draft, scene: Scene): Promise<Reaction | undefined> {
    const { text } = scene.message;
    switch (draft.kind) {
      case "move": {
        const there = (await commandHandler.findOwn(draft.code, scene)).scene;
        const chosen = chosenDay(draft.offered, there);
        if (chosen !== undefined) return commandHandler.move(draft.code, chosen, scene);
        const day = readDay(there);
        if (day !== undefined) return commandHandler.move(draft.code, day.date, scene, day.time);
        const isMove =
          readDays(context, text, there.where).length > 0 ||
          readTimeAlone(text, words.languages) !== undefined;
        return isMove ? commandHandler.reschedule(draft.code, text, scene) : undefined;
      }
      case "which": {
        const listed = await listDrafted(draft, scene);
        const picked = pickFromList(context, text, listed, scene.where);
        if (picked !== undefined) return commandHandler.act(draft.command, picked.code, draft.rest, scene);
        return undefined;
      }
      case "look": {
        const isOffice = route.takeOffice(text)?.rest === "";
        return isOffice ? commandHandler.look(`${text} ${draft.rest}`, scene) : undefined;
      }
      case "request":
        return completeRequestOf(draft, scene);
      default:
        return draft satisfies never;
    }
  }

  /** Nothing was said: what is still to come of the draft, or what the sender has, or a short help. */
  async function remind(draft: Draft | undefined, scene: Scene): Promise<Reaction> {
    const { replies, caller } = scene;
    if (draft?.kind === "move") return commandHandler.reschedule(draft.code, "", scene);
    if (draft?.kind === "which") {
      const listed = await listDrafted(draft, scene);
      if (listed.length > 0) return unchanged(replies.which(draft.command, listed, draft.rest));
    }
    const nearly = nearlyOf(draft, requests);
    if (nearly !== undefined) return unchanged(replies.nearlyUnderstood([], nearly.wrong, [], []));
    const live = await listLive(context, caller.sender);
    const [booking, ...others] = live;
    if (booking === undefined)
      return unchanged(replies.plain((say, { help }, example) => help(example, say)));
    const isPending = booking.state !== "confirmed" && others.length === 0;
    return isPending ? commandHandler.show(booking, scene) : unchanged(replies.helpWithBookings(live));
  }

  /** Whether the message closes what was open: a "no" to the question, or that nothing is wanted any more. */
  function isClosing({ draft, question }: Pending, { message }: Scene): boolean {
    const { languages } = words;
    const isAsked = question !== undefined || draft?.kind === "which";
    if (isAsked && saysNo(message.text, languages)) return true;
    return (draft !== undefined || question !== undefined) && givesUp(message.text, languages);
  }

  return async (parsed, pending, scene) => {
    const { draft } = pending;
    if (isClosing(pending, scene)) {
      const isDraft = draft?.kind === "which" || givesUp(scene.message.text, words.languages);
      const live = await listLive(context, scene.caller.sender);
      return unchanged(scene.replies.nothingDone(live), isDraft ? "dropped" : "kept");
    }
    const isOther = parsed.problems.some((problem) => isSomethingElse(problem));
    const completed = draft === undefined || isOther ? undefined : await complete(draft, scene);
    if (completed !== undefined) return completed;
    if (!parsed.problems.every(({ code }) => nothingSaid.has(code))) return describe(parsed, "hold", scene);
    return { ...(await remind(draft, scene)), kind: "unread" };
  };
}

/** What was meant as a code, or fits several formats, does not belong to a draft. */
function isSomethingElse({ field, code }: Problem): boolean {
  return field === "code" || (field === "whole" && !nothingSaid.has(code));
}
