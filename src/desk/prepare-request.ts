import { nearestTo } from "../allocation/policies.js";
import type { Person } from "../booking/booking.js";
import type { Action } from "../booking/outcomes.js";
import { personIdentity } from "../booking/person-identity.js";
import type { CodeAction, CodeRequest, HoldRequest } from "../booking/requests.js";
import type { Calendar } from "../office/calendar.js";
import { generalPool } from "../office/slot-pool.js";
import type { CodeCall, HoldCall, PersonCall } from "./calls.js";
import type { DeskContext } from "./desk-settings.js";
import type { KeyedHash } from "./keyed-hash.js";

/** Drawn for each hold before the decision, so that a code in use costs no second transaction. */
const codesDrawn = 2;

/** The key under which a request id of a sender is remembered. */
export function requestKey(hash: KeyedHash, call: { requestId: string; sender?: string }): Promise<string> {
  return hash("request", String(call.sender ?? ""), String(call.requestId));
}

/** The print of what was asked: of the content where the caller gives it, else of the call. */
export function contentPrint(hash: KeyedHash, content: string): Promise<string> {
  return hash("content", content);
}

export async function prepareHold(
  context: DeskContext,
  call: HoldCall,
  calendar: Calendar,
): Promise<HoldRequest> {
  const { hash, codes, randomBytes, policy } = context;
  const { date, pool = generalPool, window, prefer } = call;
  const drawn = Array.from({ length: codesDrawn }, () => codes.draw(randomBytes, call.officeId));
  const [core, people] = await Promise.all([
    prepareCore(hash, "hold", call, [
      call.officeId,
      date,
      pool,
      window,
      prefer,
      call.people.map(({ key, details }) => [key, sorted(details)]),
    ]),
    Promise.all(call.people.map((person) => preparePerson(hash, person))),
  ]);
  return {
    ...core,
    action: "hold",
    calendar,
    policy: prefer === undefined ? policy : nearestTo(prefer),
    date,
    people,
    pool,
    window,
    prefer,
    codes: drawn,
  };
}

export async function prepareCode(
  context: DeskContext,
  action: CodeAction,
  call: CodeCall,
  code: string,
): Promise<CodeRequest> {
  const core = await prepareCore(context.hash, action, call, [code]);
  const { calendars, queueNumber } = context;
  return { ...core, action, code, calendars, queueNumber };
}

async function prepareCore(
  hash: KeyedHash,
  action: Action,
  call: HoldCall | CodeCall,
  asked: readonly unknown[],
) {
  const [key, fingerprint] = await Promise.all([
    requestKey(hash, call),
    call.content === undefined ? hash(action, ...asked) : contentPrint(hash, call.content),
  ]);
  return { key, fingerprint, sender: call.sender, by: call.by ?? ("applicant" as const) };
}

async function preparePerson(hash: KeyedHash, { key, details }: PersonCall): Promise<Person> {
  const hashed = key === undefined ? hash("person", personIdentity(details)) : hash("key", key);
  return { key: await hashed, details };
}

function sorted(details: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
}
