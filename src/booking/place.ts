import { chooseSlot } from "../allocation/choose-slot.js";
import { comingSlots, openPools, openSlots } from "../allocation/open-slots.js";
import type { OpenSlot } from "../allocation/policies.js";
import { StoreError } from "../errors.js";
import type { Batch } from "./batch.js";
import { type CancelledBooking, changed, type HeldBooking } from "./booking.js";
import { elsewhere } from "./elsewhere.js";
import type { HoldOutcome, OfficeRefusal } from "./outcomes.js";
import { refuseByOffice } from "./refuse-by-office.js";
import type { HoldRequest } from "./requests.js";
import { slotQuery } from "./slot-query.js";

/** Gives a party places in one slot for as long as the office holds them, or says why not and what is free. */
export function place(batch: Batch, request: HoldRequest): HoldOutcome {
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
  const booking = newHold(batch, request, slot);
  // C7: a correction gives its old place back in the very write that makes the new one certain.
  const replaced = earlier && replaceHold(batch, request, earlier, booking.code);
  batch.put(booking, slot.places);
  return { kind: "held", booking, ...(replaced && { replaced }) };
}

/** The sender's own hold for the same people, which a second request corrects. */
function earlierHold(batch: Batch, request: HoldRequest): HeldBooking | undefined {
  const keys = new Set(request.people.map((person) => person.key));
  return batch
    .liveFrom(request.sender)
    .filter((booking) => booking.state === "held")
    .find(({ people }) => people.length === keys.size && people.every((person) => keys.has(person.key)));
}

/** C4: live bookings are counted over all offices; the hold that is corrected gives way and does not count. */
function refuseByLimits(batch: Batch, request: HoldRequest, earlier?: HeldBooking): HoldOutcome | undefined {
  const { bookingsPerPerson, bookingsPerSender } = request.calendar.office.rules;
  for (const person of request.people) {
    const live = batch.liveOf(person.key).filter((booking) => booking !== earlier);
    if (live.length < bookingsPerPerson) continue;
    const own = live.find(({ sender }) => request.by !== "applicant" || sender === request.sender);
    return { kind: "person-has-booking", ...(own && { booking: own }) };
  }
  const live = batch.liveFrom(request.sender).filter((booking) => booking !== earlier);
  return live.length < bookingsPerSender ? undefined : { kind: "sender-limit", limit: bookingsPerSender };
}

/** Nothing has room for the party: where it was looked, and what has some. */
function refuseFull(batch: Batch, request: HoldRequest, earlier?: HeldBooking): OfficeRefusal {
  const { calendar, pool, window } = request;
  const query = { ...slotQuery(batch, request, earlier), window: undefined };
  const hasRoom = (name: string) => openSlots(calendar, { ...query, pool: name }).length > 0;
  if (window !== undefined && hasRoom(pool)) return { kind: "window-full", window };
  const others = [...calendar.largest.keys()].filter((other) => other !== pool);
  return others.some(hasRoom) ? { kind: "pool-full", pool } : { kind: "day-full" };
}

function newHold(batch: Batch, request: HoldRequest, slot: OpenSlot): HeldBooking {
  const { calendar, date, people, sender, by } = request;
  const code = request.codes.find((candidate) => batch.booking(candidate) === undefined);
  if (code === undefined)
    throw new StoreError("Every booking code that was drawn is in use; ask again.", { retryable: true });
  const { window, until, start, end, pool } = slot;
  return {
    state: "held",
    code,
    officeId: calendar.office.id,
    date,
    window,
    until,
    start,
    end,
    pool,
    places: people.length,
    people,
    ...(sender !== undefined && { sender }),
    expiresAt: Math.min(batch.now + calendar.office.rules.holdMinutes * 60_000, end),
    history: [{ what: "held", at: batch.now, by }],
  };
}

function replaceHold(
  batch: Batch,
  request: HoldRequest,
  earlier: HeldBooking,
  code: string,
): CancelledBooking {
  const core = changed(earlier, "cancelled", batch.now, request.by);
  const replaced: CancelledBooking = { ...core, state: "cancelled", replacedBy: code };
  batch.put(replaced);
  return replaced;
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
function hasAskedPool(earlier: HeldBooking, { calendar, date, pool }: HoldRequest, now: number): boolean {
  if (earlier.pool === pool) return true;
  const slot = comingSlots(calendar, date, now).find(({ window }) => window === earlier.window);
  return slot !== undefined && openPools(slot, pool, now).includes(earlier.pool);
}

/** Without a wish for a time any window is right; with one, the window that would be given now. */
function suits(earlier: HeldBooking, { window, prefer }: HoldRequest, slot: OpenSlot | undefined): boolean {
  if (window === undefined && prefer === undefined) return true;
  return earlier.window === slot?.window;
}

function sameDetails(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
