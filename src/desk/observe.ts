import type { LaneEntry } from "../booking/action.js";
import type { Decide } from "../store/store.js";
import { aroundMethods } from "./around-methods.js";

/** What a desk is watched by: told of everything once it is over, without names, senders, codes or texts. */
export type Observe = (seen: Observed) => unknown;

/** Something that a desk did; times are milliseconds. */
export type Observed = ObservedBatch | ObservedOutcome | ObservedError | ObservedNotice;

/** A transaction of the store, with all that was decided in it; where it failed an error is told of each call instead. */
export interface ObservedBatch {
  readonly kind: "batch";
  readonly offices: readonly string[];
  readonly requests: number;
  /** How long the one that waited longest had waited before the batch began. */
  readonly waitMs: number;
  /** Until the records were there on which it was decided, other tries included. */
  readonly loadMs: number;
  readonly decideMs: number;
  /** From the decision to the end of the commit. */
  readonly saveMs: number;
  /** How often it was decided once more, for others were faster or more had to be loaded. */
  readonly retries: number;
}

/** What a call was answered, after the commit. */
export interface ObservedOutcome {
  readonly kind: "outcome";
  readonly action: string;
  /** The outcome's kind, refusals and `busy` included. */
  readonly outcome: string;
  /** Left out where none is known. */
  readonly officeId?: string;
  readonly ms: number;
}

/** A call that rejected. */
export interface ObservedError {
  readonly kind: "error";
  /** The method that was called. */
  readonly action: string;
  /** The name of the error: `StoreError`. Its message may quote what was given. */
  readonly error: string;
  /** Whether the same call may be made again. */
  readonly retryable: boolean;
  readonly ms: number;
}

/** A notice that `dueNotices` gave out. */
export interface ObservedNotice {
  readonly kind: "notice";
  readonly notice: string;
  readonly officeId: string;
  /** How long after its time. */
  readonly lateMs: number;
}

/** Tells it, and nothing comes of it where it throws or rejects. */
export function tell(observe: Observe | undefined, see: () => Observed): void {
  if (observe === undefined) return;
  try {
    const told = observe(see());
    if (told instanceof Promise) told.catch(() => undefined);
  } catch {
    return;
  }
}

/** Makes a call of a method, and tells what came of it. */
export async function watchCall<T>(
  observe: Observe | undefined,
  action: string,
  officeId: string | undefined,
  call: () => Promise<T>,
): Promise<T> {
  if (observe === undefined) return call();
  const started = performance.now();
  const ms = () => performance.now() - started;
  try {
    const answer = await call();
    const outcome = outcomeIn(answer, officeId);
    if (outcome !== undefined) tell(observe, () => ({ kind: "outcome", action, ...outcome, ms: ms() }));
    return answer;
  } catch (error) {
    const { name, retryable } = Object(error) as { readonly name?: unknown; readonly retryable?: unknown };
    tell(observe, () => ({
      kind: "error",
      action,
      error: typeof name === "string" ? name : "Error",
      retryable: retryable === true,
      ms: ms(),
    }));
    throw error;
  }
}

/** The same methods, of each of which it is told where it fails. */
export function watchAll<M extends object>(observe: Observe | undefined, methods: M): M {
  if (observe === undefined) return methods;
  return aroundMethods(methods, (call, name) => watchCall(observe, name, undefined, call));
}

/** Of what has a kind; an office that no booking was made at may be any text. */
function outcomeIn(
  answer: unknown,
  asked: string | undefined,
): Pick<ObservedOutcome, "outcome" | "officeId"> | undefined {
  if (typeof answer !== "object" || answer === null || !("kind" in answer)) return undefined;
  const { kind, booking } = answer as {
    readonly kind: unknown;
    readonly booking?: { readonly officeId?: string };
  };
  const officeId = booking?.officeId ?? asked;
  return { outcome: String(kind), ...(officeId !== undefined && { officeId }) };
}

/** The times of one transaction. */
export interface BatchWatch {
  /** The decision, whose times are noted. */
  readonly around: <T>(decide: Decide<T>) => Decide<T>;
  /** Tells of the batch, which is committed. */
  readonly end: () => void;
}

export function watchBatch(observe: Observe | undefined, entries: readonly LaneEntry[]): BatchWatch {
  if (observe === undefined) return { around: (decide) => decide, end: () => undefined };
  const started = performance.now();
  let [loadMs, decideMs, decided, tries] = [0, 0, started, 0];
  return {
    around: (decide) => (records, scope) => {
      const loaded = performance.now();
      loadMs += loaded - decided;
      const decision = decide(records, scope);
      decided = performance.now();
      decideMs += decided - loaded;
      tries++;
      return decision;
    },
    end() {
      const offices = new Set(entries.flatMap(({ officeId }) => officeId ?? []));
      const since = entries.map(({ since = started }) => since);
      tell(observe, () => ({
        kind: "batch",
        offices: [...offices],
        requests: entries.length,
        waitMs: started - Math.min(started, ...since),
        loadMs,
        decideMs,
        saveMs: performance.now() - decided,
        retries: tries - 1,
      }));
    },
  };
}
