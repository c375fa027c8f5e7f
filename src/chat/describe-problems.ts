import type { NearlyUnderstood } from "../message/parsed-message.js";
import type { ChatContext } from "./chat-settings.js";
import { draftOf, type Goal, offeredIn } from "./draft.js";
import { listNextDays } from "./next-days.js";
import { readDays } from "./read-day.js";
import { fieldKind } from "./request-fields.js";
import { type NotUnderstood, type Reaction, type Scene, unchanged } from "./scene.js";

/** Says what is wrong with a message, and keeps what was understood of it. */
export type DescribeProblems = (parsed: NotUnderstood, goal: Goal, scene: Scene) => Promise<Reaction>;

export function createDescribeProblems(context: ChatContext): DescribeProblems {
  const { desk, requests } = context;
  const isOfDay = (field: string) => fieldKind(requests, field) === "arrivalDate";

  /** Who asks, where nothing but the date is to come. */
  function partyOf({ wrong, format, people }: NearlyUnderstood) {
    const request = requests.find((known) => known.format === format);
    return wrong.every(isOfDay) && request !== undefined ? people.map(request.details) : [];
  }

  /** Of several days that were named one is to be chosen. */
  function daysNamed({ problems, nearly }: NotUnderstood, { where }: Scene): readonly string[] {
    const [problem, ...others] = problems;
    if (nearly === undefined || problem === undefined || others.length > 0 || !isOfDay(problem.field))
      return [];
    return readDays(context, problem.found ?? "", where);
  }

  return async (parsed, goal, scene) => {
    const { problems, nearly } = parsed;
    const { where, replies } = scene;
    const { officeId, today } = where;
    const named = daysNamed(parsed, scene);
    if (nearly !== undefined && named.length > 0)
      return unchanged(
        replies.askForWhich(partyOf(nearly), named),
        draftOf(nearly, goal, named, nearly.time),
      );
    const helpsToKnow = goal === "hold" && problems.some(({ field }) => isOfDay(field));
    const next = helpsToKnow && officeId !== undefined ? await listNextDays(desk, officeId, today) : [];
    if (nearly === undefined)
      return { kind: "unread", reply: replies.notUnderstood(problems, next), draft: "kept" };
    return unchanged(
      replies.nearlyUnderstood(problems, nearly.wrong, next, partyOf(nearly)),
      draftOf(nearly, goal, offeredIn(next), nearly.time),
    );
  };
}
