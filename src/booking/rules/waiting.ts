import { chooseSlot, comingSlots } from "../../allocation/free-slots.js";
import { type FreeSlot, nearestTo } from "../../allocation/policies.js";
import { minute } from "../../input/instant.js";
import { type Calendar, presentPool, slotsOf } from "../../office/calendar.js";
import { changed, type HeldBooking, isLive, type WaitingBooking } from "../booking.js";
import type { DeskRules, Grounds } from "../grounds.js";
import { needCodes, needDays, needPeople, needWaiting } from "../needs.js";
import { noticesOfHold } from "../notice.js";
import type { DayKey } from "../records.js";
import type { Wish } from "../requests.js";
import { refuseMove } from "./late-refusals.js";
import { slotQuery } from "./room.js";

/** How many who wait are read with a day; only where free places fit none of them are more of them read. */
export const firstWaiters = 32;
/** The longest waiting list of an office, and one more to see that it is full. */
export const wholeWaitingList = 1001;

type Serving = Pick<Grounds, "now" | "asked" | "bookings" | "ledgers" | "wanted" | "calendars" | "policy">;

/**
 * Free places of a day go to those who wait for it, each to the first whom it fits, as a hold that they are told of
 * (F4). After it no place is free that one of them could have, so whoever asks next overtakes nobody.
 */
export function serveWaiters(on: Serving, day: DayKey): void {
  const { bookings, calendars, wanted } = on;
  const calendar = calendars.get(day.officeId);
  const waiting = bookings.waiting(day);
  const mayBeMore = bookings.mayBeMoreWaiting(day);
  if (calendar === undefined || (waiting.length === 0 && !mayBeMore)) return;
  for (const booking of waiting) {
    if (!hasRoom(on, calendar, day)) return;
    const slot = slotFor(on, calendar, booking);
    if (slot !== undefined) bookings.put(offer(on, calendar, booking, slot), slot.capacity);
  }
  if (mayBeMore && hasRoom(on, calendar, day))
    wanted.need(needDays([day]), needWaiting(on.asked.waiters * 32));
}

/** The day, and those around it where nights are open at the same time: what came free is free there too. */
export function daysAtOneTime(
  { calendars, wanted }: Pick<Grounds, "calendars" | "wanted">,
  day: DayKey,
): readonly DayKey[] {
  const calendar = calendars.get(day.officeId);
  if (calendar?.hasNights !== true) return [day];
  const shared = slotsOf(calendar.day(day.date)).flatMap((slot) => calendar.alongside(day.date, slot));
  const dates = new Set(shared.map(({ date }) => date));
  const others = [...dates].map((date) => ({ officeId: day.officeId, date }));
  wanted.need(needDays(others));
  return [day, ...others];
}

/**
 * An offer's time runs while people can be expected to answer, and ends while the next in line may still take the place,
 * where half of its time is left till then.
 */
function offerEnd(
  { office, awakeAfter, noticeUntil }: Calendar,
  { start, end }: FreeSlot,
  now: number,
): number {
  const { offerMinutes } = office.rules;
  const lastForNext = noticeUntil(start) - minute;
  const hasNext = lastForNext >= now + (offerMinutes * minute) / 2;
  return Math.min(awakeAfter(now, offerMinutes), hasNext ? lastForNext : end);
}

/** Whether who waits on top of a booking may no longer move it: they are passed, as nothing can come of an offer. */
function mayNotMove({ bookings, calendars, wanted, now }: Serving, { replaces }: WaitingBooking): boolean {
  if (replaces === undefined) return false;
  const earlier = bookings.find(replaces);
  if (earlier === undefined) wanted.need(needCodes([replaces]));
  if (earlier?.state !== "confirmed" || !isLive(earlier) || earlier.end <= now) return false;
  return refuseMove(earlier, calendars.get(earlier.officeId)?.office, "applicant", now) !== undefined;
}

function slotFor(on: Serving, calendar: Calendar, booking: WaitingBooking): FreeSlot | undefined {
  const wish = wishOf(booking, calendar, on);
  const slot = chooseFor(on, wish);
  if (slot === undefined || mayNotMove(on, booking)) return undefined;
  if (calendar.office.rules.bookingsPerPerson === 1) return slot;
  on.wanted.need(needPeople(booking.people.map(({ key }) => key)));
  return chooseFor(on, { ...wish, people: booking.people, replaces: booking.replaces });
}

/** A policy of the caller's that throws fails no other request; who waits is looked at again. */
function chooseFor(on: Serving, wish: Wish): FreeSlot | undefined {
  try {
    return chooseSlot(wish.calendar, wish.policy, slotQuery(on, wish));
  } catch {
    return undefined;
  }
}

/** The first look of most days ends here: nothing at all is free. */
function hasRoom({ now, ledgers }: Serving, calendar: Calendar, day: DayKey): boolean {
  return comingSlots(calendar, day.date, now).some((slot) =>
    [...slot.pools].some(([pool, { bookable }]) => ledgers.taken(day, slot, pool) < bookable),
  );
}

function wishOf(
  { date, places, pool: asked, onlyWindow, prefer }: WaitingBooking,
  calendar: Calendar,
  { policy }: Pick<DeskRules, "policy">,
): Wish {
  const pool = presentPool(calendar, asked);
  const liked = prefer === undefined ? policy : nearestTo(prefer);
  return { calendar, policy: liked, date, places, pool, window: onlyWindow, prefer };
}

function offer(
  { now }: Pick<Serving, "now">,
  calendar: Calendar,
  booking: WaitingBooking,
  slot: FreeSlot,
): HeldBooking {
  const { window, until, start, end, pool } = slot;
  const { holdReminderMinutes, coolingMinutes } = calendar.office.rules;
  const expiresAt = offerEnd(calendar, slot, now);
  const asked = presentPool(calendar, booking.pool);
  return {
    state: "held",
    turn: booking.turn,
    expiresAt,
    notices: [{ kind: "offer", at: now }, ...noticesOfHold(expiresAt, holdReminderMinutes, now)],
    ...changed(booking, "held", now, "system"),
    window,
    until,
    start,
    end,
    pool,
    ...(pool !== asked && { askedPool: asked }),
    ...(coolingMinutes[1] > 0 && { coolingMinutes }),
  };
}

/** The booking with the next time at which a pool opens to it. */
export function lookAgainAt(
  booking: WaitingBooking,
  { calendars, now }: Pick<Grounds, "calendars" | "now">,
): WaitingBooking {
  const { looksAt: _, ...rest } = booking;
  const calendar = calendars.get(booking.officeId);
  const looksAt = calendar && nextOpening(calendar, booking, now);
  return looksAt === undefined ? rest : { looksAt, ...rest };
}

function nextOpening(
  calendar: Calendar,
  { date, pool, onlyWindow }: WaitingBooking,
  now: number,
): number | undefined {
  const openings = comingSlots(calendar, date, now)
    .filter(({ window }) => onlyWindow === undefined || window === onlyWindow)
    .flatMap(({ start, pools }) =>
      (pools.get(presentPool(calendar, pool))?.fallbacks ?? []).map(
        ({ minutesBefore }) => start - minutesBefore * minute,
      ),
    )
    .filter((at) => at > now);
  return openings.length === 0 ? undefined : Math.min(...openings);
}

/** How many wait up to this booking, itself included, counted over those who wait now. */
export function positionOf(
  { bookings }: Pick<Grounds, "bookings">,
  { officeId, date, turn }: WaitingBooking,
): number {
  return bookings.waiting({ officeId, date }).filter((waiting) => waiting.turn < turn).length + 1;
}
