import type { Alternative } from "../allocation/alternatives.js";
import type { BookingCommand } from "../message/language.js";
import type { Values } from "../message/message-format.js";
import type { NearlyUnderstood } from "../message/parsed-message.js";
import type { RequestFields } from "./request-fields.js";
import type { SaidTime } from "./wish.js";

/** What was nearly said, so that what was wrong is enough next time; plain JSON. */
export type Draft =
  /** `people` is what was understood; of the fields that are wrong it may have the value that was refused. */
  | {
      readonly kind: "request";
      readonly template: string;
      readonly people: readonly Values[];
      readonly wrong: readonly string[];
      /** What the request is for once it is whole. */
      readonly goal: Goal;
      readonly offered?: Offered;
      /** The time of day that was said with it. */
      readonly time?: SaidTime;
    }
  /** The booking is to be moved; the date is to come, and `full` is one that was refused for want of places. */
  | { readonly kind: "move"; readonly code: string; readonly offered?: Offered; readonly full?: string }
  /** A command is about one of these bookings, in the order in which they were told; `rest` stood behind it. */
  | {
      readonly kind: "which";
      readonly command: BookingCommand;
      readonly codes: readonly string[];
      readonly rest: string;
    }
  /** What is free is asked for; the office is to come, and `rest` has the date. */
  | { readonly kind: "look"; readonly rest: string };

/** Dates in the order in which they were told, empty where it was another office's. */
export type Offered = readonly string[];

/** Those of the office come first, as `listFree` has it. */
export function offeredIn(alternatives: readonly Alternative[]): Offered {
  const isHere = ({ asOf }: Alternative) => asOf === undefined;
  const others = alternatives.filter((one) => !isHere(one)).map(() => "");
  return [...alternatives.filter(isHere).map(({ date }) => date), ...others];
}

/** To hold a place, or to wait for one on a full day. */
export type Goal = "hold" | "wait";

export function draftOf(
  { format, people, wrong }: NearlyUnderstood,
  goal: Goal,
  offered: Offered = [],
  said: SaidTime | undefined = undefined,
): Draft {
  const time = said && { from: said.from, ...(said.to !== undefined && { to: said.to }) };
  return {
    kind: "request",
    template: format.template,
    people,
    wrong,
    goal,
    offered,
    ...(time && { time }),
  };
}

export function goalOf(draft: Draft | undefined): Goal {
  return draft?.kind === "request" && draft.goal === "wait" ? "wait" : "hold";
}

/** The time of day that was said with a request. */
export function timeOf(draft: Draft | undefined): SaidTime | undefined {
  return draft?.kind === "request" ? draft.time : undefined;
}

/** The draft with its format; `undefined` where the chat no longer has it. */
export function nearlyOf(
  draft: Draft | undefined,
  requests: readonly RequestFields[],
): (NearlyUnderstood & { readonly request: RequestFields }) | undefined {
  if (draft?.kind !== "request") return undefined;
  const request = requests.find(({ format }) => format.template === draft.template);
  return request && { request, format: request.format, people: draft.people, wrong: draft.wrong };
}
