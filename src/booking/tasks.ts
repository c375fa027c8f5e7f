import type { UseClaim } from "../ticket/signature/use-register.js";
import type { Batch } from "./batch.js";
import type { DecideContext } from "./decide-context.js";
import { eraseDay, forget, handOver } from "./forget.js";
import { type Noted, note } from "./note.js";
import { type DueNotice, leaseNotices, markSent } from "./notices-sent.js";
import { type Reconciled, reconcile } from "./reconcile.js";
import type { Task } from "./requests.js";
import { type Resolved, resolve } from "./resolve.js";
import { useTicket } from "./use-ticket.js";

/** What a task comes to; most have nothing to tell. */
export interface TaskResultOf {
  readonly sweep: undefined;
  readonly "lease-notices": readonly DueNotice[];
  readonly "mark-sent": undefined;
  readonly resolve: Resolved;
  readonly "hand-over": undefined;
  readonly forget: undefined;
  readonly "forget-answers": undefined;
  readonly "erase-day": number;
  readonly reconcile: Reconciled;
  readonly use: UseClaim;
  readonly note: Noted;
}

export type TaskResult = TaskResultOf[Task["action"]];

export function perform(batch: Batch, task: Task, context: DecideContext): TaskResult {
  switch (task.action) {
    case "sweep":
      return undefined; // all of it was done before anything is decided
    case "lease-notices":
      return leaseNotices(batch, task);
    case "mark-sent":
      markSent(batch, task);
      return undefined;
    case "resolve":
      return resolve(batch, task, context);
    case "hand-over":
      handOver(batch, task);
      return undefined;
    case "forget":
      forget(batch, task, context);
      return undefined;
    case "forget-answers":
      batch.erase({ messagesBefore: task.before });
      return undefined;
    case "erase-day":
      return eraseDay(batch, task);
    case "reconcile":
      return reconcile(batch, task);
    case "use":
      return useTicket(batch, task);
    case "note":
      return note(batch, task);
    default:
      return task satisfies never;
  }
}
