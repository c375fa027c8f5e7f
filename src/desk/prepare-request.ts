import { nearestTo } from "../allocation/policies.js";
import type { Booking, Person } from "../booking/booking.js";
import type { Action } from "../booking/outcomes.js";
import { personIdentity } from "../booking/person-identity.js";
import type {
  CodeAction,
  CodeRequest,
  HoldRequest,
  Move,
  RescheduleRequest,
  WaitRequest,
} from "../booking/requests.js";
import type { Calendar } from "../office/calendar.js";
import { generalPool } from "../office/slot-pool.js";
import type { CodeCall, HoldCall, PersonCall, RescheduleCall } from "./calls.js";
import type { DeskContext } from "./desk-settings.js";
import type { KeyedHash } from "./keyed-hash.js";

/** Drawn for each new booking before the decision, so that a code in use costs no second transaction. */
const codesDrawn = 2;

/** The key under which a request id of a sender is remembered. */
export function requestKey(hash: KeyedHash, call: { requestId: string; sender?: string }): Promise<string> {
  return hash("request", String(call.sender ?? ""), String(call.requestId));
}

/** The print of what was asked: of the content where the caller gives it, else of the call. */
export function contentPrint(hash: KeyedHash, content: string): Promise<string> {
  return hash("content", content);
}

export async function prepareParty(
  context: DeskContext,
  action: (HoldRequest | WaitRequest)["action"],
  call: HoldCall,
  calendar: Calendar,
): Promise<HoldRequest | WaitRequest> {
  const { officeId, date, pool = generalPool, window, prefer } = call;
  const wish = prepareWish(context, calendar, { date, pool, window, prefer });
  const asked = [
    officeId,
    date,
    pool,
    window,
    prefer,
    call.people.map(({ key, details }) => [key, sorted(details)]),
  ];
  const [core, people] = await Promise.all([
    prepareCore(context.hash, action, call, asked),
    Promise.all(call.people.map((person) => preparePerson(context, person))),
  ]);
  return { ...core, ...wish, action, people, places: people.length };
}

export async function prepareCode(
  context: DeskContext,
  action: CodeAction,
  call: CodeCall,
  code: string,
): Promise<CodeRequest> {
  return { ...(await prepareCore(context.hash, action, call, [code])), action, code };
}

/** `booking` and its office's calendar as far as they are known. */
export async function prepareReschedule(
  context: DeskContext,
  call: RescheduleCall,
  code: string,
  booking: Booking | undefined,
): Promise<RescheduleRequest> {
  const { date, pool, window, prefer } = call;
  const move = booking && prepareMove(context, call, booking);
  const core = await prepareCore(context.hash, "reschedule", call, [code, date, pool, window, prefer]);
  return { ...core, action: "reschedule", code, move };
}

function prepareMove(context: DeskContext, call: RescheduleCall, booking: Booking): Move | undefined {
  const calendar = context.calendars.get(booking.officeId);
  const { date, pool = booking.askedPool ?? booking.pool, window, prefer } = call;
  const { people, places, sender } = booking;
  return (
    calendar && { ...prepareWish(context, calendar, { date, pool, window, prefer }), people, places, sender }
  );
}

/** Draws the codes of a new booking. */
export function drawCodes({ codes, randomBytes }: DeskContext, officeId: string): readonly string[] {
  return Array.from({ length: codesDrawn }, () => codes.draw(randomBytes, officeId));
}

export async function personKey(hash: KeyedHash, { key, details }: PersonCall): Promise<string> {
  return key === undefined ? hash("person", personIdentity(details)) : hash("key", key);
}

function prepareWish(
  context: DeskContext,
  calendar: Calendar,
  wish: {
    readonly date: string;
    readonly pool: string;
    readonly window: string | undefined;
    readonly prefer: string | undefined;
  },
) {
  return {
    ...wish,
    calendar,
    policy: wish.prefer === undefined ? context.policy : nearestTo(wish.prefer),
    codes: drawCodes(context, calendar.office.id),
  };
}

async function prepareCore(
  hash: KeyedHash,
  action: Action,
  call: HoldCall | CodeCall | RescheduleCall,
  asked: readonly unknown[],
) {
  const [key, fingerprint] = await Promise.all([
    requestKey(hash, call),
    call.content === undefined ? hash(action, ...asked) : contentPrint(hash, call.content),
  ]);
  return { key, fingerprint, sender: call.sender, by: call.by ?? ("applicant" as const) };
}

async function preparePerson({ hash, seal }: DeskContext, person: PersonCall): Promise<Person> {
  const [key, details] = await Promise.all([
    personKey(hash, person),
    seal === undefined ? person.details : seal.seal(person.details),
  ]);
  return { key, details };
}

function sorted(details: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
}
