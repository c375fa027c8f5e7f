import { completeRequest } from "../message/complete-request.js";
import { parseDate } from "../message/parse-date.js";
import type { Problem } from "../message/problem.js";
import type { ChatContext } from "./chat-settings.js";
import type { CommandTurns } from "./command-turns.js";
import type { DescribeProblems } from "./describe-problems.js";
import { type Draft, goalOf, nearlyOf } from "./draft.js";
import type { RequestTurns } from "./request-turns.js";
import { type NotUnderstood, type Scene, type Turn, unchanged } from "./turn.js";

/** Makes what it can of a message that is neither request, code nor command: with a draft it may be the rest of one. */
export type Understand = (parsed: NotUnderstood, draft: Draft | undefined, scene: Scene) => Promise<Turn>;

const nothingSaid: ReadonlySet<string> = new Set(["not-a-request", "empty"]);

export function createUnderstand(
  { words, requests, route }: ChatContext,
  requestTurns: RequestTurns,
  commandTurns: CommandTurns,
  describe: DescribeProblems,
): Understand {
  /** `undefined` where the message is not the rest of the draft. */
  async function complete(draft: Draft, scene: Scene): Promise<Turn | undefined> {
    const { message, place } = scene;
    const { text, media = [] } = message;
    const { today } = place;
    if (draft.kind === "move") {
      const languages = words.languages;
      const reading = text.includes("?")
        ? undefined
        : parseDate(text, { today, expects: "arrival", languages });
      return reading?.kind === "date" ? commandTurns.move(draft.code, reading.date, scene) : undefined;
    }
    if (draft.kind === "look") {
      const named = route.takeOffice(text);
      return named?.rest === "" ? commandTurns.look(`${text} ${draft.rest}`, scene) : undefined;
    }
    const nearly = nearlyOf(draft, requests);
    const completed = nearly && completeRequest(text, nearly, { today, media });
    if (completed?.kind === "not-understood") return describe(completed, goalOf(draft), scene);
    return completed?.kind === "request" ? requestTurns[goalOf(draft)](completed, scene) : undefined;
  }

  /** Nothing was said: what is still to come of the draft, or a short help. */
  async function remind(draft: Draft | undefined, scene: Scene): Promise<Turn> {
    const { answers } = scene;
    if (draft?.kind === "move") return commandTurns.reschedule(draft.code, "", scene);
    const nearly = nearlyOf(draft, requests);
    return unchanged(
      nearly === undefined ? answers.help() : answers.nearlyUnderstood([], nearly.wrong, [], []),
    );
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
