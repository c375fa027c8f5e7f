import type { Policy } from "../allocation/policies.js";
import type { Calendar } from "../office/calendar.js";
import type { QueueNumberLabel } from "../ticket/queue-number.js";
import type { Actor, Person } from "./booking.js";

interface RequestCore {
  /** Hash of sender and request id. */
  readonly key: string;
  /** Hash of what is asked. */
  readonly fingerprint: string;
  /** Staff may act without one. */
  readonly sender: string | undefined;
  readonly by: Actor;
}

export interface HoldRequest extends RequestCore {
  readonly action: "hold";
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly date: string;
  readonly people: readonly Person[];
  readonly pool: string;
  /** The only window that will do. */
  readonly window: string | undefined;
  /** A wish for a time, which `policy` obeys. */
  readonly prefer: string | undefined;
  /** Fresh codes to choose from, drawn before the decision. */
  readonly codes: readonly string[];
}

export type CodeAction = "confirm" | "cancel";

export interface CodeRequest extends RequestCore {
  readonly action: CodeAction;
  readonly code: string;
  /** The offices' calendars by id. */
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly queueNumber: QueueNumberLabel;
}

export type Request = HoldRequest | CodeRequest;
