import type { CommandName } from "./language.js";
import type { MessageFormat, Values } from "./message-format.js";
import type { Problem } from "./problem.js";
import type { Evidence } from "./read-record.js";

/** One person of a request. */
export interface ParsedPerson {
  readonly values: Values;
  readonly evidence: Evidence;
}

/** What a message turned out to be; nothing in it was guessed. */
export type ParsedMessage =
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
    }
  | { readonly kind: "not-understood"; readonly problems: readonly Problem[] };

/** A problem of the message as such. */
export function wholeProblem(code: Problem["code"], expected: string, index: number = 0): ParsedMessage {
  return { kind: "not-understood", problems: [{ code, field: "whole", index, expected }] };
}
