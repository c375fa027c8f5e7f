import type { TimeOfDay } from "./dates/time-of-day.js";
import type { Doubt } from "./doubt.js";
import type { CommandName } from "./language.js";
import type { MessageFormat, Values } from "./message-format.js";
import type { Problem } from "./problem.js";
import type { Evidence } from "./read-record.js";

/** One person of a request. */
export interface ParsedPerson {
  readonly values: Values;
  readonly evidence: Evidence;
}

/** A message of which every word is accounted for. */
export type UnderstoodMessage =
  | {
      readonly kind: "request";
      readonly format: MessageFormat;
      /** The first person's, and with most formats the only one's. */
      readonly values: Values;
      readonly evidence: Evidence;
      /** All people, the first included. */
      readonly people: readonly ParsedPerson[];
    }
  | { readonly kind: "code"; readonly code: string }
  | {
      readonly kind: "command";
      readonly command: CommandName;
      readonly code?: string;
      /** What stands behind the command, without the code. */
      readonly rest: string;
    };

/** What a message turned out to be; nothing in it was guessed. */
export type ParsedMessage =
  | UnderstoodMessage
  /** Something in it may change what it means: nothing is to be done before the sender was asked. */
  | {
      readonly kind: "unsure";
      /** What it would be if the doubts meant nothing: the act, for whom and when. */
      readonly meant: UnderstoodMessage;
      /** The parts that were not understood, in their order; one at least. */
      readonly doubts: readonly Doubt[];
    }
  | {
      readonly kind: "not-understood";
      readonly problems: readonly Problem[];
      /** Where some fields of a request were understood: `completeRequest` needs the others alone. */
      readonly nearly?: NearlyUnderstood;
    };

/** A request but for some of its fields. */
export interface NearlyUnderstood {
  readonly format: MessageFormat;
  /** What was understood of each person. */
  readonly people: readonly Values[];
  /** The fields that are to be said again, and `media` where a picture is missing. */
  readonly wrong: readonly string[];
  /** The time of day that was said with the arrival date. */
  readonly time?: TimeOfDay;
}

/** What a message means, or would mean but for some parts of it. */
export function sureOrNot(meant: UnderstoodMessage, doubts: readonly Doubt[]): ParsedMessage {
  return doubts.length === 0 ? meant : { kind: "unsure", meant, doubts };
}

/** A problem of the message as such. */
export function wholeProblem(code: Problem["code"], expected: string, index: number = 0): ParsedMessage {
  return { kind: "not-understood", problems: [{ code, field: "whole", index, expected }] };
}
