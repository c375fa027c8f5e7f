import { openBatch } from "../booking/batch.js";
import { type Booking, liveUntil } from "../booking/booking.js";
import type { Conflict } from "../booking/conflict.js";
import { type Decided, decide, scopeOf } from "../booking/decide.js";
import { asOf, lapseOverdue } from "../booking/lapse.js";
import type {
  Action,
  CancelOutcome,
  ConfirmOutcome,
  HoldOutcome,
  OutcomeOf,
  RequestIdConflict,
} from "../booking/outcomes.js";
import { type DayKey, emptyScope } from "../booking/records.js";
import type { CodeAction, Request } from "../booking/requests.js";
import type { Calendar } from "../office/calendar.js";
import { addDays, isLocalDate } from "../office/local-date.js";
import type { Office } from "../office/office.js";
import type { BookingPage } from "../store/booking-store.js";
import type { CodeScheme } from "../ticket/booking-code.js";
import { availabilityOf, type DayAvailability } from "./availability.js";
import type { CodeCall, HoldCall } from "./calls.js";
import { checkCodeCall, checkHoldCall } from "./check-call.js";
import { checkDeskSettings, type DeskSettings } from "./desk-settings.js";
import { findConflicts } from "./find-conflicts.js";
import { createFindNearby } from "./find-nearby.js";
import { createLanes } from "./lanes.js";
import { createLookUps } from "./look-ups.js";
import { contentPrint, prepareCode, prepareHold, requestKey } from "./prepare-request.js";
import { createReader } from "./reader.js";

/** What a bot holds: one method per action, each answered by a union on `kind`. */
export interface Desk {
  readonly offices: readonly Office[];
  readonly codes: CodeScheme;
  /** The date at an office at an instant, epoch milliseconds. */
  readonly dateAt: (officeId: string, instant: number) => string;
  readonly availability: (query: AvailabilityQuery) => Promise<readonly DayAvailability[]>;
  readonly hold: (call: HoldCall) => Promise<HoldOutcome>;
  readonly confirm: (call: CodeCall) => Promise<ConfirmOutcome>;
  readonly cancel: (call: CodeCall) => Promise<CancelOutcome>;
  /** Bookings as they are now, in any state and in the order of their codes; live ones in the order of their visits. */
  readonly find: (query: FindQuery) => Promise<readonly Booking[]>;
  /** Coming bookings that no longer fit the office's config, day by day. Nothing is moved or cancelled by itself. */
  readonly conflicts: (query: ConflictsQuery) => Promise<readonly Conflict[]>;
  /** What a request id of a sender was answered, before its content is read again. */
  readonly findAnswer: (query: AnswerQuery) => Promise<FoundAnswer | undefined>;
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

/** An office of the desk, whose config has changed. */
export interface ConflictsQuery {
  readonly officeId: string;
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
      readonly [A in Action]: {
        readonly kind: "answered";
        readonly action: A;
        readonly outcome: OutcomeOf[A];
      };
    }[Action]
  | { readonly kind: "request-id-conflict" };

const pageSize = 500;

/** @throws InvalidConfigError with the path of what is wrong. */
export function createDesk(settings: DeskSettings): Desk {
  const context = checkDeskSettings(settings);
  const { calendars, store, hash, codes, now, clockToleranceMs } = context;
  const read = createReader(store, now);
  const findNearby = createFindNearby(context, read);
  const lanes = createLanes<Request, Decided>((requests) =>
    store.transact(scopeOf(requests, now(), clockToleranceMs), (records, scope) =>
      decide(requests, records, scope, clockToleranceMs),
    ),
  );
  let calls = 0;
  const lookUps = createLookUps();

  async function act<A extends Action>(
    lane: string,
    order: number,
    request: Promise<Request>,
  ): Promise<OutcomeOf[A]> {
    const decided = await lanes.enter(lane, order, request);
    if ("error" in decided) throw decided.error;
    return decided.outcome as OutcomeOf[A]; // a request is answered in the type of its own action
  }

  async function actOnCode<A extends CodeAction>(action: A, call: CodeCall): Promise<OutcomeOf[A]> {
    const order = calls++;
    const malformed = checkCodeCall(call);
    if (malformed !== undefined) return refuse(call, malformed);
    const reading = codes.read(call.code);
    if (reading.kind !== "code")
      return refuse(call, { kind: "malformed", field: "code", expected: "a whole booking code" });
    const request = afterLookUps(prepareCode(context, action, call, reading.code));
    const booking = await lookUps.follow(findBooking(reading.code));
    const lane = booking === undefined ? `sender ${call.sender}` : `office ${booking.officeId}`;
    return act<A>(lane, order, request);
  }

  async function afterLookUps<R extends Request>(request: Promise<R>): Promise<R> {
    const [ready] = await Promise.all([request, lookUps.ended()]);
    return ready;
  }

  /** What can't be right has no effect; but that the id was used before comes first. */
  async function refuse<Refusal>(
    call: HoldCall | CodeCall,
    refusal: Refusal,
  ): Promise<Refusal | RequestIdConflict> {
    const { answers } = await read({ requests: [await requestKey(hash, call)] });
    return answers.length > 0 ? { kind: "request-id-conflict" } : refusal;
  }

  async function findBooking(code: string): Promise<Booking | undefined> {
    const { bookings } = await read({ codes: [code] });
    return bookings.find((booking) => booking.code === code);
  }

  async function findByCode(text: string): Promise<Booking[]> {
    const reading = codes.read(text);
    const booking = reading.kind === "code" ? await findBooking(reading.code) : undefined;
    return booking === undefined ? [] : [booking];
  }

  async function findLive(sender: string): Promise<Booking[]> {
    const at = now();
    const { bookings } = await read({ senders: [sender] });
    return bookings
      .filter((booking) => booking.sender === sender && (liveUntil(asOf(booking, at)) ?? at) > at)
      .sort((a, b) => a.start - b.start || (a.code < b.code ? -1 : 1));
  }

  async function findAll(query: DayKey | { readonly sender: string }): Promise<Booking[]> {
    const bookings: Booking[] = [];
    let after: string | undefined = "";
    while (after !== undefined) {
      const page: BookingPage = await store.find({ ...query, limit: pageSize, after });
      bookings.push(...page.bookings);
      after = page.next;
    }
    return bookings;
  }

  function calendarOf(officeId: string): Calendar {
    const calendar = calendars.get(officeId);
    if (calendar !== undefined) return calendar;
    const known = [...calendars.keys()].join(", ");
    throw new RangeError(`Expected an office of this desk (${known}), found "${officeId}".`);
  }

  return {
    offices: [...calendars.values()].map(({ office }) => office),
    codes,
    dateAt: (officeId, instant) => calendarOf(officeId).dateAt(instant),
    async availability({ officeId, from, days }) {
      const calendar = calendarOf(officeId);
      if (!isLocalDate(from) || !Number.isInteger(days) || days < 1 || days > 366)
        throw new RangeError(`Expected a date and 1 to 366 days, found ${from} and ${days}.`);
      const dates = Array.from({ length: days }, (_, index) => addDays(from, index));
      const at = now();
      const wanted = dates.map((date) => ({ officeId, date }));
      const scope = { ...emptyScope(at), days: wanted };
      const batch = openBatch(await store.read(scope), scope, Infinity);
      lapseOverdue(batch);
      return dates.map((date) => availabilityOf(calendar, date, batch));
    },
    async hold(call) {
      const order = calls++;
      const malformed = checkHoldCall(call);
      if (malformed !== undefined) return refuse(call, malformed);
      const calendar = calendars.get(call.officeId);
      if (calendar === undefined) return refuse(call, { kind: "unknown-office", officeId: call.officeId });
      const request = afterLookUps(prepareHold(context, call, calendar));
      const outcome = await act<"hold">(`office ${call.officeId}`, order, request);
      if (!("alternatives" in outcome)) return outcome;
      return { ...outcome, alternatives: [...outcome.alternatives, ...(await findNearby(call))] };
    },
    confirm: (call) => actOnCode("confirm", call),
    cancel: (call) => actOnCode("cancel", call),
    async find(query) {
      if ("sender" in query && query.only === "live") return findLive(query.sender);
      const bookings = "code" in query ? await findByCode(query.code) : await findAll(query);
      return bookings.map((booking) => asOf(booking, now()));
    },
    conflicts: async ({ officeId }) => findConflicts(calendarOf(officeId), context, findAll),
    async findAnswer(query) {
      const [key, fingerprint] = await Promise.all([
        requestKey(hash, query),
        contentPrint(hash, query.content),
      ]);
      const answer = (await read({ requests: [key] })).answers.find((known) => known.key === key);
      if (answer === undefined) return undefined;
      if (answer.fingerprint !== fingerprint) return { kind: "request-id-conflict" };
      return { kind: "answered", action: answer.action, outcome: answer.outcome } as FoundAnswer; // decoded
    },
  };
}
