import type { Policy } from "../allocation/policies.js";
import type { Calendar } from "../office/calendar.js";
import type { QueueNumberLabel } from "../ticket/queue-number.js";

/** What every decision of a desk knows besides the records and the requests. */
export interface DecideContext {
  /** The offices' calendars by id. */
  readonly calendars: ReadonlyMap<string, Calendar>;
  /** Order of preference for who waits and wishes for no time. */
  readonly policy: Policy;
  readonly queueNumber: QueueNumberLabel;
  readonly clockToleranceMs: number;
  /** 16 bytes, drawn before the decision. */
  readonly seed: Uint8Array;
}
