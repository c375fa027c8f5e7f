import type { Task } from "../action.js";
import { answerKind, senderKind } from "../kinds.js";

interface ForgetAnswers {
  /** Epoch milliseconds. */
  readonly before: number;
}

/** Forgets what was answered before, and what was noted of senders who wrote nothing since. */
export const forgetAnswers: Task<ForgetAnswers, undefined> = {
  name: "forget-answers",
  needs: () => [],
  decide({ before }, { book }) {
    book.eraseBefore(answerKind, before);
    book.eraseBefore(senderKind, before);
    return undefined;
  },
};
