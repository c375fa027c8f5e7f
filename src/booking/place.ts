import { chooseSlot } from "../allocation/choose-slot.js";
import { comingSlots, openPools, openSlots } from "../allocation/open-slots.js";
import type { OpenSlot } from "../allocation/policies.js";
import { StoreError } from "../errors.js";
import type { Batch } from "./batch.js";
import { type Booking, type ConfirmedBooking, type HeldBooking, inOrderMade } from "./booking.js";
import { continueHold, latestEnd } from "./continue-hold.js";
import type { DecideContext } from "./decide-context.js";
import { elsewhere } from "./elsewhere.js";
import { cancelBooking } from "./end.js";
import { newHold } from "./new-hold.js";
import type { Full, HoldOutcome } from "./outcomes.js";
import { refuseByLimits } from "./refuse-by-limits.js";
import { refuseByOffice } from "./refuse-by-office.js";
import type { HoldRequest, Wish } from "./requests.js";
import { slotQuery } from "./slot-query.js";

/** Gives a party places in one slot for as long as the office holds them, or says why not and what is free. */
export function place(batch: Batch, request: HoldRequest, context: DecideContext): HoldOutcome {
  const { calendar, policy } = request;
  const earlier = earlierHold(batch, request);
  const refusal = refuseByOffice(request, batch.now);
  if (refusal !== undefined) return { ...refusal, ...elsewhere(batch, request, earlier) };
  const limit = refuseByLimits(batch, request, earlier);
  if (limit !== undefined) return limit;
  const slot = chooseSlot(calendar, policy, slotQuery(batch, request, earlier));
  if (earlier !== undefined && asksTheSame(earlier, request, batch.now) && suits(earlier, request, slot))
    return { kind: "already-held", booking: earlier };
  if (slot === undefined)
    return { ...refuseFull(batch, request, earlier), ...elsewhere(batch, request, earlier) };
  const fresh = newHold(batch, request, slot);
  const { office } = calendar;
  const booking =
    earlier === undefined ? fresh : continueHold(batch, earlier, fresh, latestEnd(earlier, office), office);
  // C7: a correction gives its old place back in the very write that makes the new one certain.
  const replaced =
    earlier &&
    cancelBooking(batch, context, earlier, {
      by: request.by,
      replacedBy: booking.code,
      ...(isPlaceOf(earlier, booking) && { handedOn: "handed-on" }),
    });
  batch.put(booking, slot.places);
  return { kind: "held", booking, ...(replaced && { replaced }) };
}

/** Whether both are for the same places: the one can hand them on to the other. */
export function isPlaceOf(a: Booking, b: Pick<Booking, "officeId" | "date" | "window" | "pool">): boolean {
  return a.officeId === b.officeId && a.date === b.date && a.window === b.window && a.pool === b.pool;
}

/**
 * The sender's own hold for the same people, which a second request corrects: that of the asked day, else one that
 * is no offer on top of another.
 */
function earlierHold(batch: Batch, request: HoldRequest): HeldBooking | undefined {
  const live = batch.liveFrom(request.sender).filter((booking) => booking.state === "held");
  if (live.length === 0) return undefined;
  const keys = new Set(request.people.map((person) => person.key));
  const held = live
    .filter(({ people }) => people.length === keys.size && people.every((person) => keys.has(person.key)))
    .sort(inOrderMade);
  const officeId = request.calendar.office.id;
  return (
    held.find((booking) => booking.officeId === officeId && booking.date === request.date) ??
    held.find(({ replaces }) => !held.some(({ code }) => code === replaces))
  );
}

/** Nothing has room for the party: where it was looked, and what has some. */
export function refuseFull(batch: Batch, wish: Wish, earlier?: HeldBooking | ConfirmedBooking): Full {
  const { calendar, pool, window } = wish;
  const query = { ...slotQuery(batch, wish, earlier), window: undefined };
  const hasRoom = (name: string) => openSlots(calendar, { ...query, pool: name }, 1).length > 0;
  if (window !== undefined && hasRoom(pool)) return { kind: "window-full", window };
  const others = [...calendar.largest.keys()].filter((other) => other !== pool);
  return others.some(hasRoom) ? { kind: "pool-full", pool } : { kind: "day-full" };
}

/** The first of the codes that were drawn that nobody has; the others are looked up only where the first is in use. */
export function freshCode(batch: Batch, codes: readonly string[]): string {
  const code = codes.find((candidate) => batch.booking(candidate) === undefined);
  if (code !== codes[0]) batch.need({ codes });
  if (code === undefined)
    throw new StoreError("Every booking code that was drawn is in use; ask again.", { retryable: true });
  return code;
}

function asksTheSame(earlier: HeldBooking, request: HoldRequest, now: number): boolean {
  const { calendar, date, people } = request;
  return (
    earlier.officeId === calendar.office.id &&
    earlier.date === date &&
    hasAskedPool(earlier, request, now) &&
    people.every(({ key, details }) =>
      earlier.people.some((known) => known.key === key && sameDetails(known.details, details)),
    )
  );
}

/** Whether the earlier place is of the asked pool, or of one that has opened to it. */
export function hasAskedPool(earlier: Booking, { calendar, date, pool }: Wish, now: number): boolean {
  if ((earlier.askedPool ?? earlier.pool) === pool) return true;
  const slot = comingSlots(calendar, date, now).find(({ window }) => window === earlier.window);
  return slot !== undefined && openPools(slot, pool, now).includes(earlier.pool);
}

/** Without a wish for a time any window is right; with one, the window that would be given now. */
export function suits(earlier: Booking, { window, prefer }: Wish, slot: OpenSlot | undefined): boolean {
  if (window === undefined && prefer === undefined) return true;
  return earlier.window === slot?.window;
}

function sameDetails(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
