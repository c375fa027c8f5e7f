import type { Action } from "../booking/action.js";
import type { ActionName } from "../booking/actions/actions.js";
import type { Booking } from "../booking/booking.js";
import { needDays, needWaiting } from "../booking/needs.js";
import type { CodeRequest, PartyRequest } from "../booking/requests.js";
import { type Rulebook, rulebook } from "../booking/rulebook.js";
import { asOf } from "../booking/rules/due.js";
import { positionOf, wholeWaitingList } from "../booking/rules/waiting.js";
import { found } from "../input/found.js";
import { isInstant } from "../input/instant.js";
import { kindOf } from "../input/shape.js";
import type { Calendar } from "../office/calendar.js";
import { keep } from "../office/keep.js";
import type { Office } from "../office/office.js";
import type { CodeScheme } from "../ticket/booking-code.js";
import { datesFrom, findAvailability } from "./availability.js";
import type { ChangePartyCall, CodeCall, HoldCall, RescheduleCall } from "./calls.js";
import { type Changes, createChanges } from "./changes.js";
import { type Conflicts, createConflicts } from "./conflicts.js";
import { createCrowd } from "./crowd.js";
import type { DeskActions } from "./desk-actions.js";
import { checkDeskSettings } from "./desk-context.js";
import type { DeskSettings } from "./desk-settings.js";
import { createDispatch, officeLane } from "./dispatch.js";
import {
  checkDate,
  createFindBookings,
  datesAsked,
  type FindQuery,
  inOrderOfVisits,
  noShowsAmong,
  ofDay,
  ofSender,
} from "./find-bookings.js";
import { createFindNearby } from "./find-nearby.js";
import { createNotes, type Notes } from "./notes.js";
import { createNotices, type Notices } from "./notices.js";
import { watchAll, watchCall } from "./observe.js";
import { contentPrint, requestKey } from "./prepare-request.js";
import { checkQueries, type FoundAnswer, type NoShowQuery, type Queries } from "./queries.js";
import { createReader, findAnswer, readTime, readView } from "./reader.js";
import { createRetention, type Retention } from "./retention.js";
import { createUnsealing } from "./unsealing.js";

/**
 * What a bot holds: one method per action, each answered by a union on `kind`, refusals included. A method rejects with a
 * `StoreError` where the store fails; where that is `retryable` the same call may be made again, under the same request id.
 */
export interface Desk extends DeskActions, Queries, Notices, Conflicts, Retention, Notes, Changes {
  /** As they are now: `changeOffices` gives the desk others. */
  readonly offices: readonly Office[];
  readonly codes: CodeScheme;
  /**
   * The date at an office at an instant, epoch milliseconds.
   * @example
   * const today = desk.dateAt("bali", Date.now()); // "2017-08-07"
   */
  readonly dateAt: (officeId: string, instant: number) => string;
  /**
   * Takes nothing new and resolves when all that was taken is done; what is asked later may be asked at another desk.
   * @example
   * await desk.close();
   */
  readonly close: () => Promise<void>;
}

/**
 * A desk for some offices on a store. Several on one store, in whatever processes, share what is kept. `secret`, 16
 * characters or more and the same for ever, is needed where the store outlives the process.
 * @throws InvalidConfigError with the path of what is wrong.
 * @example
 * const desk = createDesk({ offices: [office], store, secret });
 * const days = await desk.availability({ officeId: office.id, from: "2017-08-07", days: 14 });
 */
export function createDesk(settings: DeskSettings): Desk {
  return createDeskBy(rulebook, settings);
}

/** A desk that decides by a rulebook. */
export function createDeskBy(by: Rulebook, settings: DeskSettings): Desk {
  const { actions, tasks } = by;
  const context = checkDeskSettings(settings, by);
  const { hash, codes, observe } = context;
  const read = createReader(context.store, context.now);
  const findNearby = createFindNearby(context, read);
  const crowd = createCrowd(context.mostWaitingPerOffice, context.mostWaiting);
  const dispatch = createDispatch(context, read, crowd);
  const unsealing = createUnsealing(context);
  const finding = createFindBookings(context, read);
  const { findByCode, findLive, findAll } = finding;

  function calendarOf(officeId: string): Calendar {
    const calendar = context.calendars.get(officeId);
    if (calendar !== undefined) return calendar;
    const known = [...context.calendars.keys()].join(", ");
    throw new RangeError(`Expected an office of this desk (${known}), found ${found(officeId)}.`);
  }

  async function findOfDates({ officeId, ...dates }: NoShowQuery): Promise<readonly Booking[]> {
    const bookings: Booking[] = [];
    for (const date of datesAsked(dates))
      bookings.push(...(await findAll(ofDay({ officeId: calendarOf(officeId).office.id, date }))));
    return bookings;
  }

  async function withNearby<O extends object>(outcome: O, call: HoldCall): Promise<O> {
    if (!("alternatives" in outcome) || !Array.isArray(outcome.alternatives)) return outcome;
    return { ...outcome, alternatives: [...outcome.alternatives, ...(await findNearby(call))] };
  }

  async function party<O extends { readonly kind: string }>(
    action: Action<PartyRequest, O>,
    call: HoldCall,
  ): Promise<O> {
    return unsealing.outcome(await withNearby(await dispatch.party(action, call), call));
  }

  function byCode<O extends { readonly kind: string }>(action: Action<CodeRequest, O>) {
    return async (call: CodeCall): Promise<O> => unsealing.outcome(await dispatch.code(action, call));
  }

  /** Takes what is asked until the desk is closed, and no more of it than may wait. */
  function open<Call extends object, O>(
    name: ActionName,
    act: (call: Call) => Promise<O>,
    officeOf: (call: Call) => unknown = () => undefined,
  ): (call: Call) => Promise<O> {
    return (call) => {
      const officeId = kindOf(call) === "object" ? officeOf(call) : undefined;
      const full = crowd.busy() ?? (typeof officeId === "string" ? crowd.busyAt(officeId) : undefined);
      const answer = () => (full as Promise<O> | undefined) ?? crowd.take(() => act(call)); // it may be busy
      if (observe === undefined) return answer();
      const known = typeof officeId === "string" && context.calendars.has(officeId) ? officeId : undefined;
      return watchCall(observe, name, known, answer);
    };
  }

  /** The same list for as long as nothing changes. */
  const officesOf = keep(1, (calendars: ReadonlyMap<string, Calendar>) =>
    [...calendars.values()].map(({ office }) => office),
  );
  const { changes, forget: forgetChanges } = createChanges(context);
  const queries = checkQueries({
    changes,
    ...createNotices(context, dispatch, read, unsealing),
    ...createConflicts(context, dispatch, read, unsealing, calendarOf, (day) => findAll(ofDay(day))),
    ...createRetention(context, dispatch, read, unsealing, finding, forgetChanges),
    ...createNotes(context, dispatch, read),
    availability: async ({ officeId, from, days }) =>
      findAvailability(calendarOf(officeId), datesFrom(checkDate(from), days), read, context),
    async waitingPosition({ code }) {
      const [booking] = await findByCode(code);
      if (booking?.state !== "waiting") return undefined;
      const { officeId, date } = booking;
      const wants = [needDays([{ officeId, date }]), needWaiting(wholeWaitingList)];
      return positionOf(await readView(read, wants, context), booking);
    },
    async find(query) {
      if ("sender" in query && query.only === "live") return unsealing.bookings(await findLive(query.sender));
      if ("code" in query && query.code !== undefined)
        return unsealing.bookings(await findByCode(query.code));
      const at = await readTime(read, context);
      if ("sender" in query && query.sender !== undefined)
        return unsealing.bookings((await findAll(ofSender(query))).map((booking) => asOf(booking, at)));
      const bookings = await findOfDates(query as Extract<FindQuery, { readonly officeId: string }>); // it is checked
      return unsealing.bookings(bookings.map((booking) => asOf(booking, at)).sort(inOrderOfVisits));
    },
    noShowRate: async (query) => noShowsAmong(await findOfDates(query), await readTime(read, context)),
    async findAnswer(query) {
      const [key, fingerprint] = [requestKey(hash, query), contentPrint(hash, query)];
      const answer = await findAnswer(read, key, { fingerprint, sender: query.sender });
      if (answer === undefined) return undefined;
      const outcome = await unsealing.outcome(answer.outcome);
      if (outcome.kind === "request-id-conflict") return outcome;
      return { kind: "answered", action: answer.action, outcome } as FoundAnswer; // decoded
    },
    async reconcile({ officeId, date }) {
      const day = { officeId: calendarOf(officeId).office.id, date: checkDate(date) };
      // In a lane of its own: whoever asks for a place sees the ledger before or after.
      return dispatch.taskApart(`ledgers ${officeId}`, tasks.reconcile, { day });
    },
    async markAbsent(query) {
      const [{ officeId, code } = { officeId: "", code: "" }] = await findByCode(query.code);
      return unsealing.outcome(await dispatch.task(officeLane(officeId), tasks.markAbsent, { code }));
    },
    claimUse: ({ officeId, code, start }) =>
      dispatch.task(officeLane(officeId), tasks.useTicket, { code, start }),
  } satisfies Queries & Notices & Conflicts & Retention & Notes & Changes);
  return {
    ...watchAll(observe, crowd.around(queries)),
    get offices() {
      return officesOf(context.calendars);
    },
    codes,
    dateAt(officeId, instant) {
      const calendar = calendarOf(officeId);
      if (!isInstant(instant))
        throw new RangeError(`Expected an instant in epoch milliseconds, found ${found(instant)}.`);
      return calendar.dateAt(instant);
    },
    hold: open(
      "hold",
      (call: HoldCall) => party(actions.hold, call),
      ({ officeId }) => officeId,
    ),
    joinWaitingList: open(
      "joinWaitingList",
      (call: HoldCall) => party(actions.joinWaitingList, call),
      ({ officeId }) => officeId,
    ),
    confirm: open("confirm", byCode(actions.confirm)),
    cancel: open("cancel", byCode(actions.cancel)),
    extend: open("extend", byCode(actions.extend)),
    reschedule: open("reschedule", async (call: RescheduleCall) =>
      unsealing.outcome(await dispatch.move(actions.reschedule, call)),
    ),
    changeParty: open("changeParty", async (call: ChangePartyCall) =>
      unsealing.outcome(await dispatch.members(actions.changeParty, call)),
    ),
    close: crowd.close,
  };
}
