import { type Batch, openBatch } from "./batch.js";
import { cancel } from "./cancel.js";
import { confirm } from "./confirm.js";
import { lapseOverdue } from "./lapse.js";
import type { Outcome } from "./outcomes.js";
import { place } from "./place.js";
import type { Decision, Records, Scope } from "./records.js";
import type { Request } from "./requests.js";

/** What became of one request; an error concerns that request alone. */
export type Decided = { readonly outcome: Outcome } | { readonly error: unknown };

/** The one outcome of each action that changes something; only it is kept as the answer (C5). */
const effects = { hold: "held", confirm: "confirmed", cancel: "cancelled" } as const;

/** What the requests need of the store. */
export function scopeOf(requests: readonly Request[], now: number, clockToleranceMs: number): Scope {
  const holds = requests.filter((request) => request.action === "hold");
  return {
    now,
    dueBy: now + clockToleranceMs,
    days: holds.map(({ calendar, date }) => ({ officeId: calendar.office.id, date })),
    codes: requests.flatMap((request) => (request.action === "hold" ? request.codes : [request.code])),
    people: holds.flatMap(({ people }) => people.map((person) => person.key)),
    senders: holds.flatMap(({ sender }) => sender ?? []),
    requests: requests.map(({ key }) => key),
    waiters: 0,
    whole: [],
    answersOf: [],
  };
}

/** Decides requests of one lane in their order; pure, and run again where the scope was too narrow. */
export function decide(
  requests: readonly Request[],
  records: Records,
  scope: Scope,
  clockToleranceMs: number,
): Decision<readonly Decided[]> | { readonly widen: Scope } {
  const batch = openBatch(records, scope, clockToleranceMs);
  lapseOverdue(batch);
  const decided = requests.map((request) => decideOne(batch, request));
  const missing = batch.missing();
  return missing.length > 0 ? { widen: { ...scope, days: missing } } : batch.decision(decided);
}

function decideOne(batch: Batch, request: Request): Decided {
  const { key, fingerprint, action } = request;
  const known = batch.answer(key);
  if (known !== undefined)
    return { outcome: known.fingerprint === fingerprint ? known.outcome : { kind: "request-id-conflict" } };
  try {
    const outcome = act(batch, request);
    if (outcome.kind === effects[action] && "booking" in outcome && outcome.booking)
      batch.remember({ key, fingerprint, action, outcome, code: outcome.booking.code, at: batch.now });
    return { outcome };
  } catch (error) {
    return { error };
  }
}

function act(batch: Batch, request: Request): Outcome {
  switch (request.action) {
    case "hold":
      return place(batch, request);
    case "confirm":
      return confirm(batch, request);
    case "cancel":
      return cancel(batch, request);
    default:
      return request satisfies never;
  }
}
