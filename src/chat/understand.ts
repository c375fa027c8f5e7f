import { completeRequest } from "../message/complete-request.js";
import { parseDate } from "../message/parse-date.js";
import type { Problem } from "../message/problem.js";
import type { ChatContext } from "./chat-settings.js";
import type { CommandTurns } from "./command-turns.js";
import { type Draft, draftOf, nearlyOf } from "./draft.js";
import { listNextDays } from "./next-days.js";
import type { RequestTurns } from "./request-turns.js";
import { type NotUnderstood, type Scene, type Turn, unchanged } from "./turn.js";

/** Makes what it can of a message that is neither request, code nor command: with a draft it may be the rest of one. */
export type Understand = (parsed: NotUnderstood, draft: Draft | undefined, scene: Scene) => Promise<Turn>;

const nothingSaid: ReadonlySet<string> = new Set(["not-a-request", "empty"]);

export function createUnderstand(
  { desk, words, requests, route }: ChatContext,
  requestTurns: RequestTurns,
  commandTurns: CommandTurns,
): Understand {
  const kindOf = (field: string) =>
    requests.flatMap(({ format }) => format.fields.find(({ name }) => name === field)?.kind ?? [])[0];

  async function describe({ problems, nearly }: NotUnderstood, { place, answers }: Scene): Promise<Turn> {
    const { officeId, today } = place;
    const isAboutDay = problems.some(({ field }) => kindOf(field) === "arrivalDate");
    const next = isAboutDay && officeId !== undefined ? await listNextDays(desk, officeId, today) : [];
    if (nearly === undefined)
      return { kind: "unread", reply: answers.notUnderstood(problems, next), draft: "kept" };
    const request = requests.find(({ format }) => format === nearly.format);
    const isDayAlone = nearly.wrong.every((field) => kindOf(field) === "arrivalDate");
    const party = isDayAlone && request !== undefined ? nearly.people.map(request.details) : [];
    return unchanged(answers.nearlyUnderstood(problems, nearly.wrong, next, party), draftOf(nearly));
  }

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
    if (completed?.kind === "not-understood") return describe(completed, scene);
    return completed?.kind === "request" ? requestTurns.hold(completed, scene) : undefined;
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
    if (!parsed.problems.every(({ code }) => nothingSaid.has(code))) return describe(parsed, scene);
    return { ...(await remind(draft, scene)), kind: "unread" };
  };
}

/** What was meant as a code, or fits several formats, is no part of a draft. */
function isSomethingElse({ field, code }: Problem): boolean {
  return field === "code" || (field === "whole" && !nothingSaid.has(code));
}
