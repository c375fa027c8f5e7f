import type { ActionName, OutcomeOf } from "../booking/actions/actions.js";
import type { Reconciled } from "../booking/actions/reconcile.js";
import type { Booking } from "../booking/booking.js";
import type { DayKey } from "../booking/records.js";
import { findArgumentFault } from "../input/check-arguments.js";
import { aNumber, aText, kindOf, type Shapes, type ShapesOfEach } from "../input/shape.js";
import type { ClaimUse } from "../ticket/signature/use-register.js";
import type { DayAvailability } from "./availability.js";
import type { Conflicts } from "./conflicts.js";
import type { Notes } from "./notes.js";
import type { Notices } from "./notices.js";
import type { Retention } from "./retention.js";

/** What may be asked of a desk. */
export interface Queries {
  readonly availability: (query: AvailabilityQuery) => Promise<readonly DayAvailability[]>;
  /** How many wait for the same date up to this booking, itself included; `undefined` where it does not wait. */
  readonly waitingPosition: (query: { readonly code: string }) => Promise<number | undefined>;
  /** Bookings as they are now, in any state and in the order of their codes; live ones in the order of their visits. */
  readonly find: (query: FindQuery) => Promise<readonly Booking[]>;
  /** What a request id of a sender was answered, before its content is read again. */
  readonly findAnswer: (query: AnswerQuery) => Promise<FoundAnswer | undefined>;
  /** Compares a day's ledger with its bookings, and mends it where somebody has changed either by hand. */
  readonly reconcile: (day: DayKey) => Promise<Reconciled>;
  /** For `createTicketVerifier`: a use is noted with the booking, so that every door knows of it. */
  readonly claimUse: ClaimUse;
}

export interface AvailabilityQuery {
  readonly officeId: string;
  /** The first date, `YYYY-MM-DD`. */
  readonly from: string;
  /** 1 to 366. */
  readonly days: number;
}

/** Bookings by code, as typed or scanned, by sender, or of an office on a date. */
export type FindQuery =
  | { readonly code: string }
  /** `live`: those that count for the limits now. */
  | { readonly sender: string; readonly only?: "live" }
  | { readonly officeId: string; readonly date: string };

/** A message as it came in, for the outcome that its request id had. */
export interface AnswerQuery {
  readonly requestId: string;
  readonly sender: string;
  readonly content: string;
}

/** What a request id had as its outcome, or that it was used for other content. */
export type FoundAnswer =
  | {
      readonly [A in ActionName]: {
        readonly kind: "answered";
        readonly action: A;
        readonly outcome: OutcomeOf[A];
      };
    }[ActionName]
  | { readonly kind: "request-id-conflict" };

/** All that is asked of a desk with an object of its own; actions answer `malformed` by themselves. */
type Asked = Omit<Queries & Notices & Conflicts & Retention & Notes, "sweep" | "markSent">;
type Query = keyof Asked;
type Given<Q extends Query> = NonNullable<Parameters<Asked[Q]>[0]>;

const maybeText = ["string"] as const;
const person = { key: maybeText, details: ["object"] } as const;
const sender = { sender: aText } as const;

/** What each query takes: one list of shapes for each way to ask. */
const shapesOf: { readonly [Q in Query]: readonly ShapesOfEach<Given<Q>>[] } = {
  availability: [{ officeId: aText, from: aText, days: aNumber }],
  waitingPosition: [{ code: aText }],
  find: [{ code: aText }, { sender: aText, only: maybeText }, { officeId: aText, date: aText }],
  findAnswer: [{ requestId: aText, sender: aText, content: aText }],
  reconcile: [{ officeId: aText, date: aText }],
  claimUse: [{ officeId: aText, code: aText, start: aNumber, at: aNumber, until: aNumber }],
  dueNotices: [{ limit: ["number"], leaseMs: ["number"] }],
  conflicts: [{ officeId: aText }],
  resolveConflicts: [{ officeId: aText, date: maybeText, move: maybeText, otherwise: aText, by: maybeText }],
  export: [person],
  forget: [person],
  forgetBefore: [{ visitsBefore: aText, messagesBefore: aNumber }],
  handOver: [{ from: aText, to: aText }],
  note: [{ ...sender, at: aNumber, draft: ["object"], after: ["object"] }],
  recall: [sender],
};

/** The desk, whose queries reject with a RangeError where they are not given the object that they take. */
export function checkQueries<D extends Asked>(desk: D): D {
  const checked = Object.entries(shapesOf).map(([name, shapes]) => {
    const ask = desk[name as Query] as (query: unknown) => Promise<unknown>;
    const isOptional = shapes.every((all) => Object.values(all).every(([first]) => first !== "required"));
    return [
      name,
      (query: unknown) => {
        const given = isOptional && kindOf(query) === "nothing" ? {} : query;
        const fault = findArgumentFault<unknown>(name, given, shapes as readonly Shapes<unknown>[]);
        // Not awaited: a call takes its place in the moment in which it is made.
        return fault === undefined ? ask(given) : Promise.reject(fault);
      },
    ];
  });
  return { ...desk, ...Object.fromEntries(checked) };
}
