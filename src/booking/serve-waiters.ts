import { chooseSlot } from "../allocation/choose-slot.js";
import { comingSlots } from "../allocation/open-slots.js";
import { nearestTo, type OpenSlot } from "../allocation/policies.js";
import type { Calendar } from "../office/calendar.js";
import type { Batch } from "./batch.js";
import { changed, type HeldBooking, type WaitingBooking } from "./booking.js";
import type { DecideContext } from "./decide-context.js";
import { noticesOfHold } from "./notice.js";
import type { DayKey } from "./records.js";
import type { Wish } from "./requests.js";
import { slotQuery } from "./slot-query.js";

const minute = 60_000;
/** How many who wait are read with a day; only where free places fit none of them are more of them read. */
export const firstWaiters = 32;

/**
 * Free places of a day go to those who wait for it, each to the first whom it fits, as a hold that they are told of
 * (F4). After it no place is free that one of them could have, so whoever asks next overtakes nobody.
 */
export function serveWaiters(
  batch: Batch,
  context: Pick<DecideContext, "calendars" | "policy">,
  day: DayKey,
  limit: number,
): void {
  const calendar = context.calendars.get(day.officeId);
  const waiting = batch.waiting(day);
  const mayBeMore = batch.mayBeMoreWaiting(day);
  if (calendar === undefined || (waiting.length === 0 && !mayBeMore)) return;
  for (const booking of waiting) {
    if (!hasRoom(batch, calendar, day)) return;
    const wish = wishOf(booking, calendar, context);
    const slot = chooseFor(batch, wish);
    if (slot !== undefined) batch.put(offer(batch, calendar, booking, slot), slot.places);
  }
  if (mayBeMore && hasRoom(batch, calendar, day)) batch.need({ days: [day], waiters: limit * 32 });
}

/** A policy of the caller's that throws fails no other request; who waits is looked at again. */
function chooseFor(batch: Batch, wish: Wish): OpenSlot | undefined {
  try {
    return chooseSlot(wish.calendar, wish.policy, slotQuery(batch, wish));
  } catch {
    return undefined;
  }
}

/** The first look of most days ends here: nothing at all is free. */
function hasRoom(batch: Batch, calendar: Calendar, day: DayKey): boolean {
  return comingSlots(calendar, day.date, batch.now).some(({ window, pools }) =>
    [...pools].some(([pool, { bookable }]) => batch.taken(day, window, pool) < bookable),
  );
}

function wishOf(
  { date, places, pool, onlyWindow, prefer }: WaitingBooking,
  calendar: Calendar,
  { policy }: Pick<DecideContext, "policy">,
): Wish {
  const liked = prefer === undefined ? policy : nearestTo(prefer);
  return { calendar, policy: liked, date, places, pool, window: onlyWindow, prefer };
}

function offer(batch: Batch, calendar: Calendar, booking: WaitingBooking, slot: OpenSlot): HeldBooking {
  const { window, until, start, end, pool } = slot;
  const { offerMinutes, holdReminderMinutes } = calendar.office.rules;
  const expiresAt = Math.min(batch.now + offerMinutes * minute, end);
  // Where the day has become longer the booking counts for longer than it did.
  if (end > booking.end)
    batch.need({
      people: booking.people.map(({ key }) => key),
      senders: booking.sender === undefined ? [] : [booking.sender],
    });
  return {
    state: "held",
    turn: booking.turn,
    expiresAt,
    notices: [{ kind: "offer", at: batch.now }, ...noticesOfHold(expiresAt, holdReminderMinutes, batch.now)],
    ...changed(booking, "held", batch.now, "system"),
    window,
    until,
    start,
    end,
    pool,
    ...(pool !== booking.pool && { askedPool: booking.pool }),
  };
}

/** The booking with the next time at which a pool opens to it. */
export function lookAgainAt(
  booking: WaitingBooking,
  { calendars }: Pick<DecideContext, "calendars">,
  now: number,
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
      (pools.get(pool)?.fallbacks ?? []).map(({ minutesBefore }) => start - minutesBefore * minute),
    )
    .filter((at) => at > now);
  return openings.length === 0 ? undefined : Math.min(...openings);
}
