import { type Batch, openBatch } from "./batch.js";
import { cancel } from "./cancel.js";
import { createChance } from "./chance.js";
import { confirm } from "./confirm.js";
import type { DecideContext } from "./decide-context.js";
import { extend } from "./extend.js";
import { joinWaitingList } from "./join-waiting-list.js";
import { answerAgain, codesOf, effects, keepOutcome } from "./kept-outcome.js";
import { settleDue } from "./lapse.js";
import type { Outcome } from "./outcomes.js";
import { place } from "./place.js";
import { type Decision, dayName, type Records, type Scope } from "./records.js";
import type { Request, Task } from "./requests.js";
import { reschedule } from "./reschedule.js";
import { serveWaiters } from "./serve-waiters.js";
import { perform, type TaskResult } from "./tasks.js";

/** What became of one request or task; an error concerns that one alone. */
export type Decided = { readonly outcome: Outcome | TaskResult } | { readonly error: unknown };

/** Decides the requests of one lane in their order; pure, and run again where the scope was too narrow. */
export function decide(
  requests: readonly (Request | Task)[],
  records: Records,
  scope: Scope,
  context: DecideContext,
): Decision<readonly Decided[]> | { readonly widen: Scope } {
  const batch = openBatch(records, scope, context.clockToleranceMs, createChance(context.seed));
  const opened = settleDue(batch, context);
  // A ledger that is to be compared first gives nothing before that.
  const compared = new Set(scope.whole.map(dayName));
  for (const day of [...scope.days, ...opened, ...batch.takeFreed()])
    if (!compared.has(dayName(day))) serveWaiters(batch, context, day, scope.waiters);
  const decided = requests.map((request) => {
    const result =
      "fingerprint" in request
        ? answer(batch, request, context)
        : attempt(() => perform(batch, request, context));
    // Before whoever asks next: a freed place belongs to those who wait.
    for (const day of batch.takeFreed()) serveWaiters(batch, context, day, scope.waiters);
    return result;
  });
  for (const day of scope.whole) serveWaiters(batch, context, day, scope.waiters);
  const widen = batch.missing();
  return widen === undefined ? batch.decision(decided) : { widen };
}

function answer(batch: Batch, request: Request, context: DecideContext): Decided {
  const { key, fingerprint, action } = request;
  const known = batch.answer(key);
  if (known !== undefined) {
    const codes = codesOf(known).filter((code) => batch.booking(code) === undefined);
    if (codes.length > 0) batch.need({ codes });
    return { outcome: answerAgain(known, request, batch.booking) };
  }
  return attempt(() => {
    const outcome = act(batch, request, context);
    if (outcome.kind === effects[action] && "booking" in outcome && outcome.booking) {
      const { booking } = outcome;
      const kept = keepOutcome({ ...outcome, booking });
      batch.remember({ key, fingerprint, action, at: batch.now, ...kept });
      dropDraft(batch, request);
    }
    return outcome;
  });
}

/** What a conversation was about is done; a draft of it that stayed would be done again. */
function dropDraft(batch: Batch, { sender, by }: Request): void {
  if (sender === undefined || by !== "applicant") return;
  const { draft, ...rest } = batch.sender(sender);
  if (draft !== undefined) batch.putSender(rest);
}

function attempt(work: () => Outcome | TaskResult): Decided {
  try {
    return { outcome: work() };
  } catch (error) {
    return { error };
  }
}

function act(batch: Batch, request: Request, context: DecideContext): Outcome {
  switch (request.action) {
    case "hold":
      return place(batch, request, context);
    case "joinWaitingList":
      return joinWaitingList(batch, request, context);
    case "confirm":
      return confirm(batch, request, context);
    case "cancel":
      return cancel(batch, request, context);
    case "extend":
      return extend(batch, request, context);
    case "reschedule":
      return reschedule(batch, request, context);
    default:
      return request satisfies never;
  }
}
