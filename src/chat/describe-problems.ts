import type { ChatContext } from "./chat-settings.js";
import { draftOf, type Goal } from "./draft.js";
import { listNextDays } from "./next-days.js";
import { fieldKind } from "./request-fields.js";
import { type NotUnderstood, type Reaction, type Scene, unchanged } from "./scene.js";

/** Says what is wrong with a message, and keeps what was understood of it. */
export type DescribeProblems = (parsed: NotUnderstood, goal: Goal, scene: Scene) => Promise<Reaction>;

export function createDescribeProblems({ desk, requests }: ChatContext): DescribeProblems {
  return async ({ problems, nearly }, goal, { where, replies }) => {
    const { officeId, today } = where;
    const isOfDay = (field: string) => fieldKind(requests, field) === "arrivalDate";
    const helpsToKnow = goal === "hold" && problems.some(({ field }) => isOfDay(field));
    const next = helpsToKnow && officeId !== undefined ? await listNextDays(desk, officeId, today) : [];
    if (nearly === undefined)
      return { kind: "unread", reply: replies.notUnderstood(problems, next), draft: "kept" };
    const request = requests.find(({ format }) => format === nearly.format);
    const party =
      nearly.wrong.every(isOfDay) && request !== undefined ? nearly.people.map(request.details) : [];
    return unchanged(
      replies.nearlyUnderstood(problems, nearly.wrong, next, party),
      draftOf(nearly, goal, next),
    );
  };
}
