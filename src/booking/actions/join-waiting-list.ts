import { chooseSlot, comingSlots } from "../../allocation/free-slots.js";
import type { FreeSlot } from "../../allocation/policies.js";
import type { Action } from "../action.js";
import { inOrderMade } from "../arrival.js";
import type { Booking, ConfirmedBooking, HeldBooking, WaitingBooking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { needWaiting } from "../needs.js";
import type {
  Blocked,
  Busy,
  LimitRefusal,
  Malformed,
  MoveRefusal,
  NotOffered,
  RequestIdConflict,
  WithAlternatives,
} from "../outcomes.js";
import { isForParty, needsOfParty, type PartyRequest } from "../requests.js";
import { noteChange, refuseChange } from "../rules/bounds-of-senders.js";
import { freshCode } from "../rules/holds.js";
import { refuseMove } from "../rules/late-refusals.js";
import { refuseByLimits, refuseByOffice } from "../rules/refusals.js";
import { type RoomGrounds, sameTime, slotQuery, withAlternatives } from "../rules/room.js";
import { lookAgainAt, positionOf, wholeWaitingList } from "../rules/waiting.js";

/** How `joinWaitingList` ends. */
export type WaitOutcome =
  /** `position` counts those who wait for the day, from 1; parties that fit may be served before larger ones. */
  | { readonly kind: "waiting"; readonly booking: WaitingBooking; readonly position: number }
  | { readonly kind: "already-waiting"; readonly booking: WaitingBooking; readonly position: number }
  | Busy
  | RequestIdConflict
  | Malformed
  | { readonly kind: "unknown-office"; readonly officeId: string }
  | Blocked
  | (NotOffered & WithAlternatives)
  | LimitRefusal
  | Exclude<MoveRefusal, { readonly kind: "visit-over" }>
  /** There is room on the date: it can be held at once. The date's own window comes first. */
  | ({ readonly kind: "places-free" } & WithAlternatives)
  | ({ readonly kind: "waiting-list-full"; readonly limit: number } & WithAlternatives);

/**
 * Puts a party at the end of a full day's waiting list, or corrects what one that waits for it wishes. Who has as many bookings as a limit allows waits on top of one,
 * and keeps it until a place is certain (C7).
 */
export const joinWaitingList: Action<PartyRequest, WaitOutcome> = {
  name: "joinWaitingList",
  effect: "waiting",
  needs: (request) => [...needsOfParty(request, [request.date]), needWaiting(wholeWaitingList)],
  decide(request, on) {
    const { calendar, policy, date, by } = request;
    const { now, bookings } = on;
    const officeId = calendar.office.id;
    const ofParty = bookingsOfParty(on, request);
    const known = ofParty.find((booking) => isFor(booking, officeId, date));
    if (known !== undefined && isSameWish(known, request))
      return { kind: "already-waiting", booking: known, position: positionOf(on, known) };
    const refusal = refuseByOffice(request, now);
    if (refusal !== undefined) return { ...refusal, ...withAlternatives(on, request) };
    const earlier =
      known === undefined ? refuseByLimits(request, on) && earlierOf(ofParty, request) : undefined;
    const limit = refuseByLimits(request, on, known ?? earlier);
    if (limit !== undefined) return limit;
    if (earlier?.state === "confirmed") {
      const late = refuseMove(earlier, on.calendars.get(earlier.officeId)?.office, by, now);
      if (late !== undefined && late.kind !== "visit-over") return late;
    }
    const slot = chooseSlot(calendar, policy, slotQuery(on, request));
    if (slot !== undefined) return placesFree(on, request, slot);
    const same = sameTime(on, request);
    if (same !== undefined) return same;
    const { longestWaitingList } = calendar.office.rules;
    if (known === undefined && bookings.waiting({ officeId, date }).length >= longestWaitingList)
      return { kind: "waiting-list-full", limit: longestWaitingList, ...withAlternatives(on, request) };
    const tooMany = refuseChange(on, request);
    if (tooMany !== undefined) return tooMany;
    if (known !== undefined) noteChange(on, request);
    const booking = lookAgainAt(newWaiting(on, request, known, earlier), on);
    bookings.put(booking);
    return { kind: "waiting", booking, position: positionOf(on, booking) };
  },
};

/** The sender's live bookings for exactly these people. */
function bookingsOfParty({ bookings }: Pick<Grounds, "bookings">, request: PartyRequest): readonly Booking[] {
  return bookings
    .liveFrom(request.sender)
    .filter((booking) => isForParty(booking, request))
    .sort(inOrderMade);
}

function isSameWish({ onlyWindow, prefer, pool }: WaitingBooking, request: PartyRequest): boolean {
  return onlyWindow === request.window && prefer === request.prefer && pool === request.pool;
}

function isFor(booking: Booking, officeId: string, date: string): booking is WaitingBooking {
  return booking.state === "waiting" && booking.officeId === officeId && booking.date === date;
}

/** What gives way once a place is certain, where a limit leaves no room for both. */
function earlierOf(
  ofParty: readonly Booking[],
  request: PartyRequest,
): HeldBooking | ConfirmedBooking | undefined {
  return ofParty.filter(canGiveWay(request)).find((booking) => !isMoving(booking, ofParty));
}

/** Another day may be waited for on top of a booking; the same day only for another window. */
function canGiveWay({ calendar, date, window }: PartyRequest) {
  return (booking: Booking): booking is HeldBooking | ConfirmedBooking => {
    if (booking.state !== "held" && booking.state !== "confirmed") return false;
    const isSameDay = booking.officeId === calendar.office.id && booking.date === date;
    return !isSameDay || (window !== undefined && booking.window !== window);
  };
}

/** What somebody waits on top of already, and the offer that came of it, give way to nothing else (C4). */
function isMoving({ code, replaces }: Booking, ofParty: readonly Booking[]): boolean {
  return ofParty.some((other) => other.replaces === code || other.code === replaces);
}

function placesFree(room: RoomGrounds, request: PartyRequest, { window, until }: FreeSlot): WaitOutcome {
  const { officeId, date, alternatives } = withAlternatives(room, request);
  const own = { officeId, date, window, until };
  return { kind: "places-free", officeId, date, alternatives: [own, ...alternatives] };
}

function newWaiting(
  on: Pick<Grounds, "now" | "bookings" | "ledgers" | "wanted">,
  request: PartyRequest,
  known: WaitingBooking | undefined,
  earlier: HeldBooking | ConfirmedBooking | undefined,
): WaitingBooking {
  const { calendar, date, people, places, pool, sender, window, prefer, by } = request;
  const officeId = calendar.office.id;
  const replaces = known?.replaces ?? earlier?.code;
  const coming = comingSlots(calendar, date, on.now);
  const slots = window === undefined ? coming : coming.filter((slot) => slot.window === window);
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError(`${date} has no window to wait for.`);
  return {
    state: "waiting",
    code: known?.code ?? freshCode(on, request.codes),
    officeId,
    date,
    window: first.window,
    until: last.until,
    start: first.start,
    end: last.end,
    pool,
    places,
    people,
    ...(sender !== undefined && { sender }),
    turn:
      known !== undefined && isNarrower(known, request)
        ? known.turn
        : on.ledgers.issueTurn({ officeId, date }),
    expiresAt: calendar.noticeUntil(last.start),
    ...(window !== undefined && { onlyWindow: window }),
    ...(prefer !== undefined && { prefer }),
    ...(replaces !== undefined && { replaces }),
    history:
      known === undefined
        ? on.bookings.begin("waiting", by)
        : [...known.history, { what: "adjusted", at: on.now, by }],
  };
}

/** Whether who waits wants no more than before: another wish is one of now, behind all who wait. */
function isNarrower({ onlyWindow, pool }: WaitingBooking, { window, ...asked }: PartyRequest): boolean {
  return pool === asked.pool && (onlyWindow === undefined || onlyWindow === window);
}
