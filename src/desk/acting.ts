import type { Booking } from "../booking/booking.js";
import { decide } from "../booking/decide.js";
import type { Action, Blocked, Outcome, OutcomeOf, RequestIdConflict } from "../booking/outcomes.js";
import type { CodeAction, Request, Task } from "../booking/requests.js";
import { scopeOf } from "../booking/scope-of.js";
import type { TaskResult, TaskResultOf } from "../booking/tasks.js";
import type { CodeCall, HoldCall, RescheduleCall } from "./calls.js";
import { checkCodeCall, checkHoldCall, checkRescheduleCall } from "./check-call.js";
import type { DeskContext } from "./desk-settings.js";
import { identifyPeople } from "./identify-people.js";
import { createLanes } from "./lanes.js";
import { createLookUps } from "./look-ups.js";
import { prepareCode, prepareParty, prepareReschedule, requestKey } from "./prepare-request.js";
import { findAnswer, type Reader } from "./reader.js";

/** Brings calls into the lanes of their offices, in the order in which they came. */
export interface Acting {
  readonly party: <A extends "hold" | "joinWaitingList">(action: A, call: HoldCall) => Promise<OutcomeOf[A]>;
  readonly code: <A extends CodeAction>(action: A, call: CodeCall) => Promise<OutcomeOf[A]>;
  readonly reschedule: (call: RescheduleCall) => Promise<OutcomeOf["reschedule"]>;
  readonly task: <T extends Task>(lane: string, task: T) => Promise<TaskResultOf[T["action"]]>;
  readonly findBooking: (code: string) => Promise<Booking | undefined>;
}

const seedBytes = 16;

export function createActing(context: DeskContext, read: Reader): Acting {
  const { calendars, store, hash, codes, now, clockToleranceMs, randomBytes } = context;
  const cools = [...calendars.values()].some(({ office }) => office.rules.coolingMinutes[1] > 0);
  const lanes = createLanes<Request | Task, Outcome | TaskResult>((requests) => {
    const { policy, queueNumber } = context;
    const seed = cools ? randomBytes(seedBytes) : new Uint8Array(seedBytes);
    const known = { calendars, policy, queueNumber, clockToleranceMs, seed };
    return store.transact(scopeOf(requests, now(), clockToleranceMs), (records, scope) =>
      decide(requests, records, scope, known),
    );
  });
  const lookUps = createLookUps(async (codes) => (await read({ codes })).bookings);
  let calls = 0;

  function enter<Result>(
    lane: string,
    order: number,
    request: Request | Task | Promise<Request | Task>,
  ): Promise<Result> {
    return lanes.enter(lane, order, request) as Promise<Result>; // a request is answered in the type of its own action
  }

  /** Before the lane, so that a hook that is slow or fails concerns its own call alone. Without one nothing is awaited. */
  async function isBlocked(
    action: Action,
    { sender, by = "applicant" }: CodeCall | HoldCall,
    people: HoldCall["people"],
  ): Promise<boolean> {
    return (
      by === "applicant" &&
      sender !== undefined &&
      (await context.isBlocked?.({ action, sender, people })) === true
    );
  }

  function afterLookUps<R extends Request>(request: R | Promise<R>): R | Promise<R> {
    const ended = lookUps.ended();
    return ended === undefined ? request : Promise.all([request, ended]).then(([prepared]) => prepared);
  }

  /** What can't be right has no effect; but that the id was used before comes first. */
  async function refuse<Refusal>(
    call: HoldCall | CodeCall | RescheduleCall,
    refusal: Refusal,
  ): Promise<Refusal | RequestIdConflict> {
    if (!canHaveAnswer(call)) return refusal;
    const key = requestKey(hash, call);
    const { answers } = await read({ requests: [key] });
    return answers.some((answer) => answer.key === key) ? { kind: "request-id-conflict" } : refusal;
  }

  /** Whoever is blocked is still told what became of an earlier request of theirs (C5). */
  async function refuseBlocked<A extends Action>(
    request: Request | Promise<Request>,
  ): Promise<OutcomeOf[A] | RequestIdConflict | Blocked> {
    const asked = await request;
    const known = await findAnswer(read, asked.key, asked);
    return (known?.outcome ?? { kind: "blocked" }) as OutcomeOf[A]; // a request is answered in the type of its own action
  }

  async function findBooking(code: string): Promise<Booking | undefined> {
    const { bookings } = await read({ codes: [code] });
    return bookings.find((booking) => booking.code === code);
  }

  /** Codes that nobody has are answered in a lane of their sender. */
  function laneOf(booking: Booking | undefined, sender: string | undefined): string {
    return booking === undefined ? `sender ${sender}` : officeLane(booking.officeId);
  }

  return {
    findBooking,
    task: (lane, task) => enter(lane, calls++, task),
    async party(action, call) {
      const order = calls++;
      const malformed = checkHoldCall(call);
      if (malformed !== undefined) return refuse(call, malformed);
      const people = identifyPeople(call.people);
      if ("kind" in people) return refuse(call, people);
      const calendar = calendars.get(call.officeId);
      if (calendar === undefined) return refuse(call, { kind: "unknown-office", officeId: call.officeId });
      const prepare = () => prepareParty(context, action, call, calendar, people);
      if (context.isBlocked && (await isBlocked(action, call, call.people)))
        return refuseBlocked<typeof action>(prepare());
      return await enter(officeLane(call.officeId), order, afterLookUps(prepare()));
    },
    async code(action, call) {
      const order = calls++;
      const malformed = checkCodeCall(call);
      if (malformed !== undefined) return refuse(call, malformed);
      const reading = codes.read(call.code);
      if (reading.kind !== "code") return refuse(call, unreadableCode);
      const prepare = () => prepareCode(context, action, call, reading.code);
      if (context.isBlocked && (await isBlocked(action, call, [])))
        return refuseBlocked<typeof action>(prepare());
      const request = afterLookUps(prepare());
      const booking = await lookUps.find(reading.code);
      return await enter(laneOf(booking, call.sender), order, request);
    },
    async reschedule(call) {
      const order = calls++;
      const malformed = checkRescheduleCall(call);
      if (malformed !== undefined) return refuse(call, malformed);
      const reading = codes.read(call.code);
      if (reading.kind !== "code") return refuse(call, unreadableCode);
      if (context.isBlocked && (await isBlocked("reschedule", call, [])))
        return refuseBlocked<"reschedule">(prepareReschedule(context, call, reading.code, undefined));
      const booking = await lookUps.find(reading.code);
      const request = afterLookUps(prepareReschedule(context, call, reading.code, booking));
      return await enter(laneOf(booking, call.sender), order, request);
    },
  };
}

/** What is no call, or has no id, was never asked before. */
function canHaveAnswer(call: HoldCall | CodeCall | RescheduleCall | undefined | null): boolean {
  return (
    typeof call?.requestId === "string" && (call.sender === undefined || typeof call.sender === "string")
  );
}

const unreadableCode = { kind: "malformed", field: "code", expected: "a whole booking code" } as const;

export function officeLane(officeId: string): string {
  return `office ${officeId}`;
}
