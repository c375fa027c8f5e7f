import { chooseSlot } from "../allocation/choose-slot.js";
import { comingSlots } from "../allocation/open-slots.js";
import type { OpenSlot } from "../allocation/policies.js";
import type { Batch } from "./batch.js";
import {
  type Booking,
  type ConfirmedBooking,
  type HeldBooking,
  inOrderMade,
  type WaitingBooking,
} from "./booking.js";
import type { DecideContext } from "./decide-context.js";
import { elsewhere } from "./elsewhere.js";
import type { WaitOutcome } from "./outcomes.js";
import { freshCode } from "./place.js";
import { refuseByLimits } from "./refuse-by-limits.js";
import { refuseByOffice } from "./refuse-by-office.js";
import { refuseMove } from "./refuse-move.js";
import type { WaitRequest } from "./requests.js";
import { lookAgainAt } from "./serve-waiters.js";
import { slotQuery } from "./slot-query.js";

const minute = 60_000;

/** Puts a party at the end of a full day's waiting list; who has a booking keeps it until a place is certain (C7). */
export function joinWaitingList(batch: Batch, request: WaitRequest, context: DecideContext): WaitOutcome {
  const { calendar, policy, date, by } = request;
  const officeId = calendar.office.id;
  const ofParty = bookingsOfParty(batch, request);
  const known = ofParty.find((booking) => isFor(booking, officeId, date));
  if (known !== undefined)
    return { kind: "already-waiting", booking: known, position: positionOf(batch, known) };
  const refusal = refuseByOffice(request, batch.now);
  if (refusal !== undefined) return { ...refusal, ...elsewhere(batch, request) };
  const earlier = ofParty.filter(canGiveWay(request)).find((booking) => !isMoving(booking, ofParty));
  const limit = refuseByLimits(batch, request, earlier);
  if (limit !== undefined) return limit;
  if (earlier?.state === "confirmed") {
    const late = refuseMove(earlier, context.calendars.get(earlier.officeId)?.office, by, batch.now);
    if (late !== undefined && late.kind !== "visit-over") return late;
  }
  const slot = chooseSlot(calendar, policy, slotQuery(batch, request));
  if (slot !== undefined) return placesFree(batch, request, slot);
  const { longestWaitingList } = calendar.office.rules;
  if (batch.waiting({ officeId, date }).length >= longestWaitingList)
    return { kind: "waiting-list-full", limit: longestWaitingList, ...elsewhere(batch, request) };
  const booking = lookAgainAt(newWaiting(batch, request, earlier), context, batch.now);
  batch.put(booking);
  return { kind: "waiting", booking, position: positionOf(batch, booking) };
}

/** The sender's live bookings for exactly these people. */
function bookingsOfParty(batch: Batch, { people, sender }: WaitRequest): readonly Booking[] {
  const keys = new Set(people.map(({ key }) => key));
  return batch
    .liveFrom(sender)
    .filter(
      (booking) => booking.people.length === keys.size && booking.people.every(({ key }) => keys.has(key)),
    )
    .sort(inOrderMade);
}

function isFor(booking: Booking, officeId: string, date: string): booking is WaitingBooking {
  return booking.state === "waiting" && booking.officeId === officeId && booking.date === date;
}

/** Another day may be waited for on top of a booking; the same day only for another window. */
function canGiveWay({ calendar, date, window }: WaitRequest) {
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

/** Counted over those who wait now. */
export function positionOf(batch: Batch, { officeId, date, turn }: WaitingBooking): number {
  return batch.waiting({ officeId, date }).filter((waiting) => waiting.turn < turn).length + 1;
}

function placesFree(batch: Batch, request: WaitRequest, { window, until }: OpenSlot): WaitOutcome {
  const { officeId, date, alternatives } = elsewhere(batch, request);
  const own = { officeId, date, window, until };
  return { kind: "places-free", officeId, date, alternatives: [own, ...alternatives] };
}

function newWaiting(
  batch: Batch,
  request: WaitRequest,
  earlier: HeldBooking | ConfirmedBooking | undefined,
): WaitingBooking {
  const { calendar, date, people, places, pool, sender, window, prefer, by } = request;
  const { id: officeId, rules } = calendar.office;
  const coming = comingSlots(calendar, date, batch.now);
  const slots = window === undefined ? coming : coming.filter((slot) => slot.window === window);
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError(`${date} has no window to wait for.`);
  return {
    state: "waiting",
    code: freshCode(batch, request.codes),
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
    turn: batch.issueTurn({ officeId, date }),
    expiresAt: last.start - rules.noticeMinutes * minute,
    ...(window !== undefined && { onlyWindow: window }),
    ...(prefer !== undefined && { prefer }),
    ...(earlier !== undefined && { replaces: earlier.code }),
    history: batch.begin("waiting", by),
  };
}
