import type { ActionName, OutcomeOf } from "../booking/actions/actions.js";
import type { MarkedAbsent } from "../booking/actions/mark-absent.js";
import type { Reconciled } from "../booking/actions/reconcile.js";
import type { Booking } from "../booking/booking.js";
import type { DayKey } from "../booking/records.js";
import { findArgumentFault } from "../input/check-arguments.js";
import { aNumber, aText, kindOf, type Shapes, type ShapesOfEach } from "../input/shape.js";
import type { ClaimUse } from "../ticket/signature/use-register.js";
import type { DayAvailability } from "./availability.js";
import type { Changes } from "./changes.js";
import type { Conflicts } from "./conflicts.js";
import type { FindQuery, NoShows } from "./find-bookings.js";
import type { Notes } from "./notes.js";
import type { Notices } from "./notices.js";
import type { Retention } from "./retention.js";

/** What may be asked of a desk. */
export interface Queries {
  /**
   * What of each date can be booked now, its windows with their pools and the places left in each; closed dates say why.
   * It locks nothing, so a place may be gone by the time it is asked for. A date whose records the store fails to read for
   * good is left out; where that are all, it throws.
   * @example
   * const days = await desk.availability({ officeId: "bali", from: "2017-08-07", days: 14 });
   * for (const day of days)
   *   if (day.kind === "open") console.log(day.date, day.slots.map(({ window }) => window));
   */
  readonly availability: (query: AvailabilityQuery) => Promise<readonly DayAvailability[]>;
  /**
   * How many wait for the same date up to this booking, itself included; `undefined` where it does not wait.
   * @example
   * const position = await desk.waitingPosition({ code: "7HXW-9TB6" }); // 1 is served next
   */
  readonly waitingPosition: (query: { readonly code: string }) => Promise<number | undefined>;
  /**
   * Bookings as they are now, in any state: those of a sender in the order of their codes, live ones in that of their visits,
   * those of dates of an office in the order of windows and queue numbers.
   * @example
   * const [booking] = await desk.find({ code: "7HXW-9TB6" });
   * const live = await desk.find({ sender: "web:session-12", only: "live" });
   * const all = await desk.find({ officeId: "bali", date: "2017-08-10" });
   * const week = await desk.find({ officeId: "bali", date: "2017-08-07", until: "2017-08-13" });
   */
  readonly find: (query: FindQuery) => Promise<readonly Booking[]>;
  /**
   * What a request id of a sender was answered, before its content is read again; `undefined` where it had no effect yet.
   * @example
   * const known = await desk.findAnswer({ requestId: "web:4711", sender: "web:session-12", content: "#Budi" });
   * if (known?.kind === "answered") console.log(known.action, known.outcome.kind);
   */
  readonly findAnswer: (query: AnswerQuery) => Promise<FoundAnswer | undefined>;
  /**
   * Compares a day's ledger with its bookings, and mends it where somebody has changed either by hand.
   * @example
   * const result = await desk.reconcile({ officeId: "bali", date: "2017-08-10" });
   * if (result.kind === "mended") console.log(result.differences);
   */
  readonly reconcile: (day: DayKey) => Promise<Reconciled>;
  /**
   * Notes that nobody came to a visit, by its code; what `noShows` of an office counts.
   * @example
   * const result = await desk.markAbsent({ code: "7HXW-9TB6" });
   * if (result.kind === "marked") console.log(result.booking.absentAt);
   */
  readonly markAbsent: (query: { readonly code: string }) => Promise<MarkedAbsent>;
  /**
   * How many people did not come to their visits at an office on these dates, by what `markAbsent` noted: what to take for
   * `overbooking.noShowRate`. At most 366 dates; what was erased counts no more.
   * @example
   * const { rate } = await desk.noShowRate({ officeId: "bali", date: "2017-05-01", until: "2017-07-31" });
   */
  readonly noShowRate: (query: NoShowQuery) => Promise<NoShows>;
  /**
   * For `createTicketVerifier`: a use is noted with the booking, so that every door knows of it.
   * @example
   * createTicketVerifier({ officeId: "bali", keys, claimUse: desk.claimUse });
   */
  readonly claimUse: ClaimUse;
}

export interface AvailabilityQuery {
  readonly officeId: string;
  /** The first date, `YYYY-MM-DD`. */
  readonly from: string;
  /** 1 to 366. */
  readonly days: number;
}

export interface NoShowQuery {
  readonly officeId: string;
  /** The first date and the last, `YYYY-MM-DD`; default the first alone. */
  readonly date: string;
  readonly until?: string;
}

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
type Asked = Omit<
  Queries & Notices & Conflicts & Retention & Notes & Changes,
  "sweep" | "markSent" | "changeOffices"
>;
type Query = keyof Asked;
type Given<Q extends Query> = NonNullable<Parameters<Asked[Q]>[0]>;

const maybeText = ["string"] as const;
const person = { key: maybeText, details: ["object"] } as const;
const sender = { sender: aText } as const;

/** What each query takes: one list of shapes for each way to ask. */
const shapesOf: { readonly [Q in Query]: readonly ShapesOfEach<Given<Q>>[] } = {
  availability: [{ officeId: aText, from: aText, days: aNumber }],
  waitingPosition: [{ code: aText }],
  find: [
    { code: aText },
    { sender: aText, only: maybeText },
    { officeId: aText, date: aText, until: maybeText },
  ],
  findAnswer: [{ requestId: aText, sender: aText, content: aText }],
  reconcile: [{ officeId: aText, date: aText }],
  markAbsent: [{ code: aText }],
  noShowRate: [{ officeId: aText, date: aText, until: maybeText }],
  claimUse: [{ officeId: aText, code: aText, start: aNumber, at: aNumber, until: aNumber }],
  dueNotices: [{ limit: ["number"], leaseMs: ["number"] }],
  conflicts: [{ officeId: aText }],
  resolveConflicts: [
    {
      officeId: aText,
      date: maybeText,
      move: maybeText,
      soonestMinutes: ["number"],
      otherwise: aText,
      by: maybeText,
    },
  ],
  export: [person],
  forget: [person],
  forgetBefore: [{ visitsBefore: aText, messagesBefore: aNumber, endedBefore: ["number"] }],
  handOver: [{ from: maybeText, code: maybeText, to: aText }],
  changes: [{ after: maybeText, limit: ["number"] }],
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
