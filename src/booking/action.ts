import type { Want } from "../store/scope.js";
import type { Grounds } from "./grounds.js";
import type { RequestCore } from "./requests.js";

/** One thing that people may ask for, whole: what it needs, how it is decided, and which outcome is its effect. */
export interface Action<Request extends RequestCore, Outcome extends { readonly kind: string }> {
  /** Its method at the desk; it stands in every answer that is kept, so that it is never changed. */
  readonly name: string;
  /** The one outcome that changes something; only it is kept as the answer (C5). */
  readonly effect: Outcome["kind"];
  /** What of the store a request is about; its answer and what a desk always needs are added. */
  needs(request: Request): readonly Want[];
  /** Pure: it may run again. */
  decide(request: Request, on: Grounds): Outcome;
}

/** What the desk does by itself or for its staff, whole; it has no request id and may be done again. */
export interface Task<Input, Result> {
  readonly name: string;
  needs(input: Input): readonly Want[];
  decide(input: Input, on: Grounds): Result;
}

/** One request or task in a lane. */
export type LaneEntry = LaneWork & {
  /** Whether who asked is still there; nobody leaves once it was true. Left out where nobody may leave. */
  readonly stays?: (() => boolean) | undefined;
  /** The lane, where it is that of an office, and when it was entered by `performance.now()`; where somebody watches. */
  readonly officeId?: string | undefined;
  readonly since?: number | undefined;
};

/** What is to be decided. */
type LaneWork =
  | { readonly action: Action<RequestCore, { readonly kind: string }>; readonly request: RequestCore }
  | { readonly task: Task<unknown, unknown>; readonly input: unknown };
