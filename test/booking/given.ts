import { expect } from "vitest";
import { earliestFirst } from "../../src/allocation/policies.js";
import type { Action, LaneEntry, Task } from "../../src/booking/action.js";
import { type Booking, occupies } from "../../src/booking/booking.js";
import { type Decided, decide, scopeOf } from "../../src/booking/decide.js";
import { bookingKind, dayKind, senderKind } from "../../src/booking/kinds.js";
import { createLedgers } from "../../src/booking/ledgers.js";
import type { Day, Sender } from "../../src/booking/records.js";
import type { RequestCore } from "../../src/booking/requests.js";
import { rulebook } from "../../src/booking/rulebook.js";
import { type Calendar, createCalendar } from "../../src/office/calendar.js";
import { defineOffice } from "../../src/office/define-office.js";
import type { OfficeRules } from "../../src/office/office.js";
import { type Decision, joinScopes, savedOf } from "../../src/store/scope.js";
import { now as monday } from "../../src/testing/conformance/store-calls.js";
import { smallOffices } from "../../src/testing/offices.js";
import { queueNumber } from "../../src/ticket/queue-number.js";

/** What there is before a decision. */
export interface Given {
  /** Rules of the office, which has two windows a day with one place each. */
  readonly by: (rules: Partial<OfficeRules>) => Given;
  /** Epoch milliseconds; default Monday, 06:00. */
  readonly at: (now: number) => Given;
  readonly knowing: (sender: Sender) => Given;
  readonly when: <Request extends RequestCore, Outcome extends { readonly kind: string }>(
    action: Action<Request, Outcome>,
    request: (calendar: Calendar) => Request,
  ) => Then;
  readonly whenTask: <Input, Result>(task: Task<Input, Result>, input: Input) => Then;
}

/** What a decision comes to. */
export interface Then {
  /** The outcome has at least this. */
  readonly gives: (outcome: unknown) => Then;
  /** These bookings are saved and no other, in the order of their codes, each with at least this. */
  readonly saves: (...bookings: readonly object[]) => Then;
}

/** Bookings that are there, with the ledgers that they add up to; numbers and turns in the order of the bookings. */
export function given(...bookings: readonly Booking[]): Given {
  return givenAll({ bookings, rules: {}, now: monday, senders: [] });
}

interface Before {
  readonly bookings: readonly Booking[];
  readonly rules: Partial<OfficeRules>;
  readonly now: number;
  readonly senders: readonly Sender[];
}

function givenAll(before: Before): Given {
  const offices = smallOffices(1, before.rules).map(defineOffice).map(createCalendar);
  const calendars = new Map(offices.map((calendar) => [calendar.office.id, calendar]));
  const [calendar] = offices;
  return {
    by: (rules) => givenAll({ ...before, rules }),
    at: (now) => givenAll({ ...before, now }),
    knowing: (sender) => givenAll({ ...before, senders: [...before.senders, sender] }),
    when(action, request) {
      if (calendar === undefined) throw new Error("Expected an office.");
      const entry = { action, request: request(calendar) };
      return then(decideOn(before, calendars, entry as unknown as LaneEntry)); // a request of that action
    },
    whenTask(task, input) {
      return then(decideOn(before, calendars, { task, input } as LaneEntry)); // of that task
    },
  };
}

function decideOn(
  { bookings, senders, now }: Before,
  calendars: ReadonlyMap<string, Calendar>,
  entry: LaneEntry,
): Decision<readonly Decided[]> {
  const records = {
    [bookingKind.name]: bookings,
    [dayKind.name]: ledgersOf(bookings, now),
    [senderKind.name]: senders,
  };
  const known = {
    rulebook,
    calendars,
    policy: earliestFirst,
    queueNumber,
    clockToleranceMs: 0,
    changesPerDay: 30,
    wrongCodesPerHour: 100,
  };
  let scope = scopeOf([entry], now);
  for (let tries = 0; tries < 4; tries++) {
    const decision = decide([entry], records, { ...scope, now }, { ...known, seed: new Uint8Array(16) });
    if (!("widen" in decision)) return decision;
    scope = joinScopes([scope, decision.widen]);
  }
  throw new Error("Expected a scope that is wide enough.");
}

function then(decision: Decision<readonly Decided[]>): Then {
  const [decided] = decision.result;
  if (decided === undefined || "error" in decided) throw decided?.error;
  const saved = [...savedOf(decision, bookingKind)].sort((a, b) => (a.code < b.code ? -1 : 1));
  const one: Then = {
    gives(outcome) {
      expect({ outcome: decided.outcome }).toMatchObject({ outcome });
      return one;
    },
    saves(...bookings) {
      expect(saved).toMatchObject(bookings);
      return one;
    },
  };
  return one;
}

function ledgersOf(bookings: readonly Booking[], now: number): readonly Day[] {
  const ledgers = createLedgers([], [], { now, calendars: new Map() }, () => undefined);
  for (const booking of bookings) {
    if (occupies(booking)) ledgers.count(booking, booking.places);
    if ("sequence" in booking && booking.sequence !== undefined)
      ledgers.issueSequence(booking, booking.window, booking.sequence);
    if ("turn" in booking) ledgers.issueTurn(booking);
  }
  return ledgers.changed();
}
