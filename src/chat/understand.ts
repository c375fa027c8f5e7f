import { completeRequest } from "../message/complete-request.js";
import { readChosenDay } from "../message/dates/read-chosen-day.js";
import { parseDate } from "../message/parse-date.js";
import type { Problem } from "../message/problem.js";
import type { ChatContext } from "./chat-settings.js";
import type { CommandTurns } from "./command-turns.js";
import type { DescribeProblems } from "./describe-problems.js";
import { type Draft, goalOf, nearlyOf, type Offered } from "./draft.js";
import { listLive } from "./list-live.js";
import type { RequestTurns } from "./request-turns.js";
import { type NotUnderstood, type Scene, type Turn, unchanged } from "./turn.js";

/** Makes what it can of a message that is neither request, code nor command: with a draft it may be the rest of one. */
export type Understand = (parsed: NotUnderstood, draft: Draft | undefined, scene: Scene) => Promise<Turn>;

const nothingSaid: ReadonlySet<string> = new Set(["not-a-request", "empty"]);

export function createUnderstand(
  context: ChatContext,
  requestTurns: RequestTurns,
  commandTurns: CommandTurns,
  describe: DescribeProblems,
): Understand {
  const { words, requests, route } = context;

  const chosenDay = (offered: Offered | undefined, { message, place }: Scene) =>
    readChosenDay(message.text, offered ?? [], { today: place.today, languages: words.languages });

  function readDay({ message, place }: Scene): string | undefined {
    if (message.text.includes("?")) return undefined;
    const { languages } = words;
    const reading = parseDate(message.text, { today: place.today, expects: "arrival", languages });
    return reading.kind === "date" ? reading.date : undefined;
  }

  async function completeRequestOf(draft: Draft & { kind: "request" }, scene: Scene) {
    const nearly = nearlyOf(draft, requests);
    if (nearly === undefined) return undefined;
    const { text, media = [] } = scene.message;
    const named = route.takeOffice(text);
    const elsewhere =
      named?.rest === "" ? requestTurns.ofDraft(draft, { officeId: named.officeId }, scene) : undefined;
    if (elsewhere !== undefined) return requestTurns[goalOf(draft)](elsewhere, scene);
    const isDayAlone = nearly.wrong.every((name) => name === nearly.request.arrivalField);
    const chosen = isDayAlone ? chosenDay(draft.offered, scene) : undefined;
    const completed = completeRequest(chosen ?? text, nearly, { today: scene.place.today, media });
    if (completed?.kind === "not-understood") return describe(completed, goalOf(draft), scene);
    return completed?.kind === "request" ? requestTurns[goalOf(draft)](completed, scene) : undefined;
  }

  /** `undefined` where the message is not the rest of the draft. */
  async function complete(draft: Draft, scene: Scene): Promise<Turn | undefined> {
    const { text } = scene.message;
    switch (draft.kind) {
      case "move": {
        const there = await commandTurns.sceneOf(draft.code, scene);
        const date = chosenDay(draft.offered, there) ?? readDay(there);
        return date === undefined ? undefined : commandTurns.move(draft.code, date, scene);
      }
      case "look": {
        const isOffice = route.takeOffice(text)?.rest === "";
        return isOffice ? commandTurns.look(`${text} ${draft.rest}`, scene) : undefined;
      }
      case "request":
        return completeRequestOf(draft, scene);
      default:
        return draft satisfies never;
    }
  }

  /** Nothing was said: what is still to come of the draft, or what the sender has, or a short help. */
  async function remind(draft: Draft | undefined, scene: Scene): Promise<Turn> {
    const { answers, caller } = scene;
    if (draft?.kind === "move") return commandTurns.reschedule(draft.code, "", scene);
    const nearly = nearlyOf(draft, requests);
    if (nearly !== undefined) return unchanged(answers.nearlyUnderstood([], nearly.wrong, [], []));
    const live = await listLive(context, caller.sender);
    const [booking, ...others] = live;
    if (booking === undefined) return unchanged(answers.help());
    const isOpen = booking.state !== "confirmed" && others.length === 0;
    return isOpen ? commandTurns.show(booking, scene) : unchanged(answers.helpWithBookings(live));
  }

  return async (parsed, draft, scene) => {
    const isOther = parsed.problems.some((problem) => isSomethingElse(problem));
    const completed = draft === undefined || isOther ? undefined : await complete(draft, scene);
    if (completed !== undefined) return completed;
    if (!parsed.problems.every(({ code }) => nothingSaid.has(code))) return describe(parsed, "hold", scene);
    return { ...(await remind(draft, scene)), kind: "unread" };
  };
}

/** What was meant as a code, or fits several formats, is no part of a draft. */
function isSomethingElse({ field, code }: Problem): boolean {
  return field === "code" || (field === "whole" && !nothingSaid.has(code));
}
