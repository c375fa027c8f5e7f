import { nearestTo } from "../allocation/policies.js";
import type { Booking, Person } from "../booking/booking.js";
import type {
  ChangePartyRequest,
  CodeRequest,
  Move,
  PartyRequest,
  RescheduleRequest,
} from "../booking/requests.js";
import { type Calendar, presentPool, slotsOf } from "../office/calendar.js";
import { generalPool } from "../office/slot-pool.js";
import type { ChangePartyCall, CodeCall, HoldCall, PersonCall, RescheduleCall } from "./calls.js";
import type { DeskContext } from "./desk-context.js";
import type { IdentifiedPerson } from "./identify-people.js";
import type { KeyedHash } from "./keyed-hash.js";
import type { DetailsSeal } from "./seal-details.js";

/** The key under which a request id of a sender is remembered. */
export function requestKey(hash: KeyedHash, call: { requestId: string; sender?: string }): string {
  return hash("request", String(call.sender ?? ""), String(call.requestId));
}

/**
 * The print of what was asked: of the content where the caller gives it, else of the call. The request id is in it, so
 * that without the message itself nobody can tell whom it was about.
 */
export function contentPrint(
  hash: KeyedHash,
  { requestId, content }: { requestId: string; content: string },
): string {
  return hash("content", requestId, content);
}

/** A request as the lane takes it: at once, unless its details are sealed first. */
export function prepareParty(
  context: DeskContext,
  action: string,
  call: HoldCall,
  calendar: Calendar,
  identified: readonly IdentifiedPerson[],
): PartyRequest | Promise<PartyRequest> {
  const { officeId, date, pool = generalPool, prefer, override } = call;
  const wish = prepareWish(context, calendar, prefer);
  const asked = [officeId, date, pool, call.window, prefer, call.people.map(asAsked), ...(override ?? [])];
  const window = call.window && windowOf(calendar, date, call.window);
  const people = identified.map((person) => ({
    key: personKey(context.hash, person),
    details: person.details,
  }));
  const { key, fingerprint, sender, by } = prepareCore(context.hash, action, call, asked);
  // Written out: spreading three objects costs more than a hash.
  const request = {
    key,
    fingerprint,
    sender,
    by,
    calendar,
    policy: wish.policy,
    codes: wish.codes,
    date,
    pool,
    window,
    prefer,
    people,
    places: people.length,
    override,
  };
  return context.seal === undefined ? request : sealed(request, context.seal);
}

async function sealed<R extends { readonly people: readonly Person[] }>(
  request: R,
  { seal }: DetailsSeal,
): Promise<R> {
  const people = request.people.map(async ({ key, details }) => ({ key, details: await seal(details) }));
  return { ...request, people: await Promise.all(people) };
}

export function prepareCode(context: DeskContext, action: string, call: CodeCall, code: string): CodeRequest {
  return { ...prepareCore(context.hash, action, call, [code]), code };
}

/** `booking` and its office's calendar as far as they are known. */
export function prepareMove(
  context: DeskContext,
  action: string,
  call: RescheduleCall,
  code: string,
  booking: Booking | undefined,
): RescheduleRequest {
  const { date, pool, window, prefer, officeId } = call;
  const move = booking && moveFor(context, call, booking);
  const asked = [code, date, pool, window, prefer, ...(officeId === undefined ? [] : [officeId])];
  const core = prepareCore(context.hash, action, call, asked);
  const isUnknown = booking !== undefined && move === undefined && officeId !== undefined;
  return { ...core, code, move, ...(isUnknown && { unknownOffice: officeId }) };
}

/** Where a booking may be moved to: within its office, or to another of its group. */
function calendarFor({ calendars }: DeskContext, booking: Booking, officeId = booking.officeId) {
  const [own, other] = [calendars.get(booking.officeId), calendars.get(officeId)];
  const isOfGroup = own?.office.group !== undefined && own.office.group === other?.office.group;
  return own === other || isOfGroup ? other : undefined;
}

/** All who come, and the booking as far as it is known. */
export function prepareChangeParty(
  context: DeskContext,
  action: string,
  call: ChangePartyCall,
  code: string,
  {
    booking,
    identified,
  }: { readonly booking: Booking | undefined; readonly identified: readonly IdentifiedPerson[] },
): ChangePartyRequest | Promise<ChangePartyRequest> {
  const { officeId = "", date = "" } = booking ?? {};
  const dates = context.calendars.get(officeId)?.datesAround(date) ?? [];
  const core = prepareCore(context.hash, action, call, [code, call.people.map(asAsked)]);
  const people = identified.map((person) => ({
    key: personKey(context.hash, person),
    details: person.details,
  }));
  const days = dates.map((around) => ({ officeId, date: around }));
  const request = { ...core, code, people, days, codes: drawCodes(context, officeId) };
  return context.seal === undefined ? request : sealed(request, context.seal);
}

function moveFor(context: DeskContext, call: RescheduleCall, booking: Booking): Move | undefined {
  const calendar = calendarFor(context, booking, call.officeId);
  const { date, window, prefer } = call;
  const { people, places, sender, askedPool = booking.pool } = booking;
  return (
    calendar && {
      ...prepareWish(context, calendar, prefer),
      calendar,
      date,
      pool: call.pool ?? presentPool(calendar, askedPool),
      window: window && windowOf(calendar, date, window),
      prefer,
      people,
      places,
      sender,
    }
  );
}

/** The key of the window that is meant: half past midnight of a night is `24:30`, and may be called `00:30`. */
function windowOf({ hasNights, day }: Calendar, date: string, window: string): string {
  if (!hasNights || window >= "24:00") return window;
  const later = `${Number(window.slice(0, 2)) + 24}${window.slice(2)}`;
  const known = slotsOf(day(date)).map((slot) => slot.window);
  return !known.includes(window) && known.includes(later) ? later : window;
}

/** Two codes for a new booking, drawn before the decision; the second is looked up only where the first is in use. */
export function drawCodes({ codes, randomBytes }: DeskContext, officeId: string): readonly string[] {
  return [codes.draw(randomBytes, officeId), codes.draw(randomBytes, officeId)];
}

export function personKey(hash: KeyedHash, { kind, text }: IdentifiedPerson): string {
  return hash(kind, text);
}

function prepareWish(context: DeskContext, calendar: Calendar, prefer: string | undefined) {
  return {
    policy: prefer === undefined ? context.policy : nearestTo(prefer),
    codes: drawCodes(context, calendar.office.id),
  };
}

function prepareCore(
  hash: KeyedHash,
  action: string,
  call: HoldCall | CodeCall | RescheduleCall,
  asked: readonly unknown[],
) {
  return {
    key: requestKey(hash, call),
    fingerprint: fingerprintOf(hash, action, call, asked),
    sender: call.sender,
    by: call.by ?? ("applicant" as const),
  };
}

function fingerprintOf(
  hash: KeyedHash,
  action: string,
  { requestId, content }: HoldCall | CodeCall | RescheduleCall,
  asked: readonly unknown[],
): string {
  return content === undefined
    ? hash(action, requestId, ...asked)
    : contentPrint(hash, { requestId, content });
}

/** Key, name, value, name, value, in the order of the names. */
function asAsked({ key, details }: PersonCall): readonly unknown[] {
  const asked: unknown[] = [key];
  for (const name of Object.keys(details).sort()) asked.push(name, details[name]);
  return asked;
}
