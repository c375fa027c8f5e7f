import { type Alternative, listAlternatives } from "../allocation/alternatives.js";
import { bookingWindow } from "../allocation/booking-window.js";
import { chooseSlot } from "../allocation/choose-slot.js";
import { comingSlots, openSlots, type SlotQuery } from "../allocation/open-slots.js";
import type { OpenSlot } from "../allocation/policies.js";
import { StoreError } from "../errors.js";
import type { Batch } from "./batch.js";
import { type CancelledBooking, changed, type HeldBooking } from "./booking.js";
import type { HoldOutcome } from "./outcomes.js";
import type { HoldRequest } from "./requests.js";

/** Gives a party places in one slot for as long as the office holds them, or says why not and what is free. */
export function place(batch: Batch, request: HoldRequest): HoldOutcome {
  const { calendar, policy } = request;
  const earlier = earlierHold(batch, request);
  const refusal = refuseByOffice(batch, request, earlier) ?? refuseByLimits(batch, request, earlier);
  if (refusal !== undefined) return refusal;
  if (earlier !== undefined && asksTheSame(earlier, request))
    return { kind: "already-held", booking: earlier };

  const slot = chooseSlot(calendar, policy, slotQuery(batch, request, earlier));
  if (slot === undefined) return refuseFull(batch, request, earlier);
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

function refuseByOffice(batch: Batch, request: HoldRequest, earlier?: HeldBooking): HoldOutcome | undefined {
  const { calendar, date, pool } = request;
  const { office } = calendar;
  const largest = Object.hasOwn(office.capacity, pool) ? office.capacity[pool] : undefined;
  if (largest === undefined) return { kind: "pool-not-offered", pool, pools: Object.keys(office.capacity) };
  const places = request.people.length;
  if (places > largest) return { kind: "party-too-large", places, largest };
  const { from, until } = bookingWindow(calendar, batch.now);
  const outside = (reason: "past" | "too-far-ahead" | "day-is-over"): HoldOutcome => ({
    kind: "outside-booking-window",
    reason,
    from,
    until,
    ...elsewhere(batch, request, earlier),
  });
  if (date < from) return outside("past");
  if (date > until) return outside("too-far-ahead");
  const day = calendar.day(date);
  if (day.kind === "closed") {
    const reason = day.reason === undefined ? {} : { reason: day.reason };
    return { kind: "office-closed", ...reason, ...elsewhere(batch, request, earlier) };
  }
  return comingSlots(calendar, date, batch.now).length > 0 ? undefined : outside("day-is-over");
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

function refuseFull(batch: Batch, request: HoldRequest, earlier?: HeldBooking): HoldOutcome {
  const { calendar, pool } = request;
  const query = slotQuery(batch, request, earlier);
  const others = Object.keys(calendar.office.capacity).filter((other) => other !== pool);
  const roomInOther = others.some((other) => openSlots(calendar, { ...query, pool: other }).length > 0);
  const { officeId, date, alternatives } = elsewhere(batch, request, earlier);
  return roomInOther
    ? { kind: "pool-full", pool, officeId, date, alternatives }
    : { kind: "day-full", officeId, date, alternatives };
}

function elsewhere(batch: Batch, request: HoldRequest, earlier?: HeldBooking) {
  const { calendar, date, pool, people } = request;
  const officeId = calendar.office.id;
  if (earlier !== undefined) return { officeId, date, alternatives: alternativesTo(batch, request, earlier) };
  // In a surge most of a batch asks for the same full day.
  const asked = `${officeId} ${date} ${pool} ${people.length}`;
  const alternatives = batch.alternatives.get(asked) ?? alternativesTo(batch, request);
  batch.alternatives.set(asked, alternatives);
  return { officeId, date, alternatives };
}

function alternativesTo(batch: Batch, request: HoldRequest, earlier?: HeldBooking): readonly Alternative[] {
  const { calendar, policy } = request;
  const query = slotQuery(batch, request, earlier);
  return listAlternatives(calendar, policy, bookingWindow(calendar, batch.now), query);
}

/** The days as they would stand without the hold that is corrected. */
function slotQuery(
  batch: Batch,
  { calendar, date, pool, people }: HoldRequest,
  earlier?: HeldBooking,
): SlotQuery {
  const officeId = calendar.office.id;
  return {
    date,
    pool,
    places: people.length,
    now: batch.now,
    taken(day, window, ofPool) {
      const own =
        earlier?.officeId === officeId &&
        earlier.date === day &&
        earlier.window === window &&
        earlier.pool === ofPool;
      return batch.taken({ officeId, date: day }, window, ofPool) - (own ? earlier.places : 0);
    },
  };
}

function newHold(batch: Batch, request: HoldRequest, slot: OpenSlot): HeldBooking {
  const { calendar, date, pool, people, sender, by } = request;
  const code = request.codes.find((candidate) => batch.booking(candidate) === undefined);
  if (code === undefined)
    throw new StoreError("Every booking code that was drawn is in use; ask again.", { retryable: true });
  const { window, until, start, end } = slot;
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

function asksTheSame(earlier: HeldBooking, { calendar, date, pool, people }: HoldRequest): boolean {
  return (
    earlier.officeId === calendar.office.id &&
    earlier.date === date &&
    earlier.pool === pool &&
    people.every(({ key, details }) =>
      earlier.people.some((known) => known.key === key && sameDetails(known.details, details)),
    )
  );
}

function sameDetails(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
