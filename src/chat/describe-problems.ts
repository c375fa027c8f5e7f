import type { ChatContext } from "./chat-settings.js";
import { draftOf, type Goal } from "./draft.js";
import { listNextDays } from "./next-days.js";
import { fieldKind } from "./request-fields.js";
import { type NotUnderstood, type Scene, type Turn, unchanged } from "./turn.js";

/** Says what is wrong with a message, and keeps what was understood of it. */
export type DescribeProblems = (parsed: NotUnderstood, goal: Goal, scene: Scene) => Promise<Turn>;

export function createDescribeProblems({ desk, requests }: ChatContext): DescribeProblems {
  return async ({ problems, nearly }, goal, { place, answers }) => {
    const { officeId, today } = place;
    const isOfDay = (field: string) => fieldKind(requests, field) === "arrivalDate";
    const helpsToKnow = goal === "hold" && problems.some(({ field }) => isOfDay(field));
    const next = helpsToKnow && officeId !== undefined ? await listNextDays(desk, officeId, today) : [];
    if (nearly === undefined)
      return { kind: "unread", reply: answers.notUnderstood(problems, next), draft: "kept" };
    const request = requests.find(({ format }) => format === nearly.format);
    const party =
      nearly.wrong.every(isOfDay) && request !== undefined ? nearly.people.map(request.details) : [];
    return unchanged(
      answers.nearlyUnderstood(problems, nearly.wrong, next, party),
      draftOf(nearly, goal, next),
    );
  };
}
