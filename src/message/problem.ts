/**
 * Every way in which a message can fail to be understood. A chat needs one sentence for each in every language.
 */
export const problemCodes = [
  "too-long",
  "empty",
  "not-a-request",
  "template",
  "several-people",
  "extra-field",
  "media-missing",
  "missing",
  "placeholder",
  "not-a-name",
  "not-a-date",
  "incomplete-date",
  "no-such-day",
  "several-days",
  "unclear-date",
  "ambiguous",
  "in-the-past",
  "in-the-future",
  "too-far",
  "weekday-disagrees",
  "not-a-choice",
  "not-a-number",
  "wrong-length",
  "out-of-range",
  "not-accepted",
  "code-missing",
  "code-wrong-length",
  "code-foreign-character",
  "code-check-failed",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** One thing in a message that a clerk would ask about. */
export interface Problem {
  readonly code: ProblemCode;
  /** The field's name; `code`, `media`, or `whole` for the message as such. */
  readonly field: string;
  /** Where in the text, in UTF-16 units. */
  readonly index: number;
  /** What would have been right, in plain English; chats word it themselves from `code` and `field`. */
  readonly expected: string;
  /** Of a date that is ambiguous, the days that it may be, `YYYY-MM-DD`, as far as they are known. */
  readonly readings?: readonly string[];
  /** The text that was found there, at most 100 characters of it. */
  readonly found?: string;
}
