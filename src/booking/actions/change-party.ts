import { largestParty } from "../../allocation/free-slots.js";
import { minute } from "../../input/instant.js";
import { type Calendar, overlaps, slotAt } from "../../office/calendar.js";
import { createTicket, type Ticket } from "../../ticket/ticket.js";
import type { Action } from "../action.js";
import { type Booking, type ConfirmedBooking, changed, type HeldBooking, type Person } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { needCodes, needDays, needPeople, needSenders } from "../needs.js";
import type {
  Busy,
  CodeRefusal,
  Ended,
  LimitRefusal,
  Malformed,
  RequestIdConflict,
  TooLate,
  Waiting,
  WithAlternatives,
} from "../outcomes.js";
import type { ChangePartyRequest, PartyRequest } from "../requests.js";
import { noteChange, refuseChange } from "../rules/bounds-of-senders.js";
import { cancelBooking, notStanding } from "../rules/endings.js";
import { freshCode } from "../rules/holds.js";
import { refuseLate } from "../rules/late-refusals.js";
import { findOwn } from "../rules/own-booking.js";
import { refuseByLimits } from "../rules/refusals.js";
import { withAlternatives } from "../rules/room.js";

/** How `changeParty` ends; whatever it is, the party keeps its place. */
export type ChangePartyOutcome =
  /** Code, window and number are as they were. */
  | {
      readonly kind: "party-changed";
      readonly booking: HeldBooking | ConfirmedBooking;
      /** Where the booking is confirmed. */
      readonly ticket?: Ticket;
    }
  | { readonly kind: "same-party"; readonly booking: HeldBooking | ConfirmedBooking }
  | Busy
  | RequestIdConflict
  | Malformed
  | CodeRefusal
  | Waiting
  | Ended
  | { readonly kind: "visit-over"; readonly booking: ConfirmedBooking }
  | TooLate
  /** Nobody of those who booked would be left: a place is not passed on. */
  | { readonly kind: "nobody-stays"; readonly booking: HeldBooking | ConfirmedBooking }
  | ({
      readonly kind: "party-too-large";
      readonly places: number;
      readonly largest: number;
    } & WithAlternatives)
  | LimitRefusal
  /** The window has no room for so many in the booking's pool. */
  | ({ readonly kind: "window-full"; readonly window: string } & WithAlternatives);

type Placed = HeldBooking | ConfirmedBooking;

/** Who comes, who goes, and who will be there. */
interface Changing {
  readonly newcomers: readonly Person[];
  readonly leaving: readonly Person[];
  readonly people: readonly Person[];
}

/** A party gains or loses members, and keeps its place. What leaves cools as anything that is given back does (F4). */
export const changeParty: Action<ChangePartyRequest, ChangePartyOutcome> = {
  name: "changeParty",
  effect: "party-changed",
  needs: ({ code, codes, sender, people, days }) => [
    needCodes([code, ...codes.slice(0, 1)]),
    ...needSenders([sender]),
    needPeople(people.map(({ key }) => key)),
    needDays(days),
  ],
  decide(request, on) {
    const found = findOwn(on, request);
    if (found.kind !== "found") return found;
    const { booking, office } = found;
    const calendar = on.calendars.get(office.id);
    if (calendar === undefined) return { kind: "unknown-code" };
    if (booking.state !== "held" && booking.state !== "confirmed") return notStanding(booking);
    const changing = changesOf(booking, request, on.now);
    const { newcomers, leaving } = changing;
    if (newcomers.length === 0 && leaving.length === 0) return { kind: "same-party", booking };
    const refusal = refuse(on, request, booking, changing, calendar);
    if (refusal !== undefined) return refusal;
    return change(on, request, booking, changing, calendar);
  },
};

/** Who stays is known as before. */
function changesOf(booking: Booking, { people }: ChangePartyRequest, now: number): Changing {
  const known = new Map(booking.people.map((person) => [person.key, person]));
  const asked = new Set(people.map(({ key }) => key));
  return {
    newcomers: people.filter(({ key }) => !known.has(key)),
    leaving: booking.people.filter(({ key }) => !asked.has(key)),
    people: people.map((person) => known.get(person.key) ?? { ...person, joinedAt: now }),
  };
}

function refuse(
  on: Grounds,
  request: ChangePartyRequest,
  booking: Placed,
  { newcomers, leaving, people }: Changing,
  calendar: Calendar,
): ChangePartyOutcome | undefined {
  const { by } = request;
  const { cancelNoticeMinutes } = calendar.office.rules;
  const notice =
    leaving.length > 0 ? cancelNoticeMinutes : (booking.start - calendar.noticeUntil(booking.start)) / minute;
  const late = booking.state === "confirmed" ? refuseLate(booking, notice, by, on.now) : undefined;
  if (late !== undefined) return late;
  // Else a place could be sold: one joins, and the other leaves.
  if (by === "applicant" && people.every(({ joinedAt }) => joinedAt !== undefined))
    return { kind: "nobody-stays", booking };
  return refuseNewcomers(on, request, booking, newcomers, calendar) ?? refuseChange(on, request);
}

function refuseNewcomers(
  on: Grounds,
  request: ChangePartyRequest,
  booking: Placed,
  newcomers: readonly Person[],
  calendar: Calendar,
): ChangePartyOutcome | undefined {
  if (newcomers.length === 0) return undefined;
  const { sender, by } = request;
  const { date, window, start, pool } = booking;
  const places = sizeOf(booking, request.people);
  const wish: PartyRequest = {
    ...request,
    calendar,
    date,
    pool,
    places,
    window,
    prefer: undefined,
    policy: on.policy,
    people: newcomers,
  };
  const largest = largestParty(calendar, pool) ?? 0;
  if (places > largest)
    return { kind: "party-too-large", places, largest, ...withAlternatives(on, wish, booking) };
  const limit = refuseByLimits(wish, on, booking) ?? meanwhile(on, booking, newcomers, { sender, by });
  if (limit !== undefined) return limit;
  const slot = slotAt(calendar.day(date), start);
  const { capacity = 0, bookable = 0 } = slot?.pools.get(pool) ?? {};
  const hasRoom =
    slot !== undefined &&
    places <= capacity &&
    bookable - on.ledgers.taken(booking, slot, pool, booking) >= places;
  return hasRoom ? undefined : { kind: "window-full", window, ...withAlternatives(on, wish, booking) };
}

/** What somebody who joins has at the same time. */
function meanwhile(
  { bookings }: Pick<Grounds, "bookings">,
  booking: Placed,
  newcomers: readonly Person[],
  { sender, by }: Pick<ChangePartyRequest, "sender" | "by">,
): LimitRefusal | undefined {
  const other = newcomers
    .flatMap(({ key }) => bookings.liveOf(key))
    .find((visit) => visit.state !== "waiting" && overlaps(visit, booking));
  if (other === undefined) return undefined;
  const isOwn = by !== "applicant" || other.sender === sender;
  return { kind: "person-has-booking", ...(isOwn && { booking: other }) };
}

function change(
  on: Grounds,
  request: ChangePartyRequest,
  booking: Placed,
  { leaving, people }: Changing,
  calendar: Calendar,
): ChangePartyOutcome {
  const { by, codes } = request;
  const { office } = calendar;
  const history = [...booking.history, { what: "party-changed", at: on.now, by } as const];
  const places = sizeOf(booking, people);
  const after: Placed = { ...booking, people, places, history };
  const slot = slotAt(calendar.day(booking.date), booking.start);
  on.bookings.put(after, slot?.pools.get(booking.pool)?.bookable);
  if (leaving.length > 0) {
    // Their places are those of a booking that is cancelled, and come back as its places do.
    // The new booking leads to them as well.
    on.wanted.need(needPeople(leaving.map(({ key }) => key)));
    const core = changed(booking, "party-changed", on.now, by);
    const own = { code: freshCode(on, codes), people: leaving, places: leaving.length };
    cancelBooking(on, { state: "held", expiresAt: booking.end, ...core, ...own }, { by });
    noteChange(on, request);
  }
  const ticket =
    after.state === "confirmed" ? { ticket: createTicket({ office, booking: after }) } : undefined;
  return { kind: "party-changed", booking: after, ...ticket };
}

/** Places of members who were erased stay. */
function sizeOf({ places, people: before }: Booking, people: readonly Person[]): number {
  return places - before.length + people.length;
}
