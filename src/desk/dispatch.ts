import type { Action, LaneEntry, Task } from "../booking/action.js";
import type { ActionName } from "../booking/actions/actions.js";
import type { Booking } from "../booking/booking.js";
import { answerKind, bookingKind } from "../booking/kinds.js";
import { needAnswer, needCodes } from "../booking/needs.js";
import type { Malformed } from "../booking/outcomes.js";
import type {
  ChangePartyRequest,
  CodeRequest,
  PartyRequest,
  RequestCore,
  RescheduleRequest,
} from "../booking/requests.js";
import { recordsOf } from "../store/scope.js";
import type { ChangePartyCall, CodeCall, HoldCall, RescheduleCall } from "./calls.js";
import {
  canHaveAnswer,
  checkChangePartyCall,
  checkCodeCall,
  checkHoldCall,
  checkRescheduleCall,
} from "./check-call.js";
import type { Crowd } from "./crowd.js";
import { createDecisions } from "./decisions.js";
import type { DeskContext } from "./desk-context.js";
import { identifyParty } from "./identify-people.js";
import { createLanes } from "./lanes.js";
import { type Leaving, leavingOf } from "./leaving.js";
import { createLookUps } from "./look-ups.js";
import { prepareChangeParty, prepareCode, prepareMove, prepareParty, requestKey } from "./prepare-request.js";
import { findAnswer, type Reader } from "./reader.js";

/** Brings calls into the lanes of their offices, in the order in which they came; lanes share transactions. */
export interface Dispatch {
  /** Of actions that want places for a party. */
  readonly party: <O extends Kinded>(action: Action<PartyRequest, O>, call: HoldCall) => Promise<O>;
  /** Of actions on the booking of a code. */
  readonly code: <O extends Kinded>(action: Action<CodeRequest, O>, call: CodeCall) => Promise<O>;
  /** Of actions that want another place for the booking of a code. */
  readonly move: <O extends Kinded>(action: Action<RescheduleRequest, O>, call: RescheduleCall) => Promise<O>;
  /** Of actions that want another party for the booking of a code. */
  readonly members: <O extends Kinded>(
    action: Action<ChangePartyRequest, O>,
    call: ChangePartyCall,
  ) => Promise<O>;
  readonly task: <Input, Result>(lane: string, task: Task<Input, Result>, input: Input) => Promise<Result>;
  /** Of tasks that look at so much that no other lane shares their transaction. */
  readonly taskApart: Dispatch["task"];
}

type AnyCall = HoldCall | CodeCall | RescheduleCall | ChangePartyCall;

interface Kinded {
  readonly kind: string;
}

const unwatched = {};

/** How many transactions at a time where the store names no width. */
const commonWidth = 4;

export function createDispatch(context: DeskContext, read: Reader, crowd: Crowd): Dispatch {
  const { store, hash, codes, now } = context;
  const decideTogether = createDecisions(context, crowd);
  const width = store.width ?? commonWidth;
  const lanes = createLanes<LaneEntry, unknown>(decideTogether, { width });
  const lanesApart = createLanes<LaneEntry, unknown>(decideTogether, { width, lanesTogether: 1 });
  const lookUps = createLookUps(async (codes) =>
    recordsOf((await read([needCodes(codes)])).records, bookingKind),
  );
  let calls = 0;

  /** What is told of an entry where somebody watches. */
  function watched(lane: string): Pick<LaneEntry, "officeId" | "since"> {
    if (context.observe === undefined) return unwatched;
    const officeId = lane.startsWith(officeLane("")) ? lane.slice(officeLane("").length) : undefined;
    return { officeId, since: performance.now() };
  }

  function enter<Request extends RequestCore, O extends Kinded>(
    lane: string,
    order: number,
    action: Action<Request, O>,
    prepared: Request | Promise<Request>,
    leaving: Leaving | undefined,
  ): Promise<O> {
    const entry = (request: Request) => ({ action, request, stays: leaving?.stays, ...watched(lane) });
    const entering = prepared instanceof Promise ? prepared.then(entry) : entry(prepared);
    return lanes.enter(lane, order, entering) as Promise<O>; // a request is answered by its own action
  }

  /** Before the lane, so that a hook that is slow or fails concerns its own call alone. Without one nothing is awaited. */
  async function isBlocked(
    { name }: { readonly name: string },
    { sender, by = "applicant" }: CodeCall | HoldCall,
    people: HoldCall["people"],
  ): Promise<boolean> {
    if (by !== "applicant" || sender === undefined) return false;
    const said: unknown = await context.isBlocked?.({ action: name as ActionName, sender, people }); // its own name
    return said !== false && said !== undefined;
  }

  function afterLookUps<R extends RequestCore>(request: R | Promise<R>): R | Promise<R> {
    const ended = lookUps.ended();
    return ended === undefined ? request : Promise.all([request, ended]).then(([prepared]) => prepared);
  }

  /** What can't be right has no effect; but that the id was used before comes first. */
  async function refuse<O extends Kinded>(call: AnyCall, refusal: Kinded): Promise<O> {
    const conflict: Kinded = { kind: "request-id-conflict" };
    return ((await hasAnswer(call)) ? conflict : refusal) as O; // every action may be refused so
  }

  async function hasAnswer(call: AnyCall): Promise<boolean> {
    if (!canHaveAnswer(call)) return false;
    const key = requestKey(hash, call);
    const answers = recordsOf((await read([needAnswer(key)])).records, answerKind);
    return answers.some((answer) => answer.key === key);
  }

  /** Whoever is blocked is still told what became of an earlier request of theirs (C5). */
  async function refuseBlocked<O extends Kinded>(request: RequestCore | Promise<RequestCore>): Promise<O> {
    const asked = await request;
    const known = await findAnswer(read, asked.key, asked);
    return (known?.outcome ?? { kind: "blocked" }) as Kinded as O; // a request is answered by its own action
  }

  /** Codes that nobody has are answered in a lane of their sender. */
  function laneOf(booking: Pick<Booking, "officeId"> | undefined, sender: string | undefined): string {
    return booking === undefined ? `sender ${sender}` : officeLane(booking.officeId);
  }

  /** What is asked, unless who asks leaves before. */
  function mayLeave<O extends Kinded>(
    call: AnyCall,
    work: (leaving: Leaving | undefined) => Promise<O>,
  ): Promise<O> {
    const leaving = leavingOf(call, now ?? Date.now);
    const answer = work(leaving);
    return leaving === undefined ? answer : leaving.unlessLeft(answer);
  }

  /** In the lane of the booking's office, where more may be waiting than are taken. */
  async function enterAt<Request extends RequestCore, O extends Kinded>(
    booking: Pick<Booking, "officeId"> | undefined,
    ...entering: Parameters<typeof enter<Request, O>>
  ): Promise<O> {
    if (booking === undefined) return enter(...entering);
    const { officeId } = booking;
    const full: Promise<Kinded> | undefined = crowd.busyAt(officeId);
    if (full !== undefined) return full as Promise<O>; // every action may be busy
    crowd.enter(officeId);
    try {
      return await enter(...entering);
    } finally {
      crowd.leave(officeId);
    }
  }

  /** Of actions that need the booking before they are decided. */
  async function ofBooking<Request extends CodeRequest, O extends Kinded>(
    action: Action<Request, O>,
    call: RescheduleCall | ChangePartyCall,
    malformed: Malformed | undefined,
    prepare: (code: string, booking?: Booking) => Request | Promise<Request>,
  ): Promise<O> {
    const order = calls++;
    if (malformed !== undefined) return refuse(call, malformed);
    const reading = codes.read(call.code);
    if (reading.kind !== "code") return refuse(call, unreadableCode);
    return mayLeave(call, async (leaving) => {
      const people = "people" in call ? call.people : [];
      if (context.isBlocked && (await isBlocked(action, call, people)))
        return refuseBlocked(prepare(reading.code));
      const booking = await lookUps.find(reading.code);
      const request = afterLookUps(prepare(reading.code, booking));
      const at = booking && placeAsked(call, booking);
      return await enterAt(at, laneOf(at, call.sender), order, action, request, leaving);
    });
  }

  /** Places are asked for in the lane of the office that has them, be the booking of another. */
  function placeAsked(call: RescheduleCall | ChangePartyCall, booking: Booking): Pick<Booking, "officeId"> {
    const officeId = "officeId" in call ? call.officeId : undefined;
    return officeId !== undefined && context.calendars.has(officeId) ? { officeId } : booking;
  }

  return {
    task: <Input, Result>(lane: string, task: Task<Input, Result>, input: Input) =>
      lanes.enter(lane, calls++, { task, input, ...watched(lane) }) as Promise<Result>, // that of the task
    taskApart: <Input, Result>(lane: string, task: Task<Input, Result>, input: Input) =>
      lanesApart.enter(lane, calls++, { task, input, ...watched(lane) }) as Promise<Result>, // that of the task
    async party(action, call) {
      const order = calls++;
      const malformed = checkHoldCall(call);
      if (malformed !== undefined) return refuse(call, malformed);
      const people = identifyParty(call.people, context.peopleBy);
      if ("kind" in people) return refuse(call, people);
      const { officeId } = call;
      const calendar = context.calendars.get(officeId);
      if (calendar === undefined) return refuse(call, unknownOffice(officeId));
      return mayLeave(call, async (leaving) => {
        crowd.enter(officeId);
        try {
          const prepare = () => prepareParty(context, action.name, call, calendar, people);
          if (context.isBlocked && (await isBlocked(action, call, call.people)))
            return await refuseBlocked(prepare());
          return await enter(officeLane(officeId), order, action, afterLookUps(prepare()), leaving);
        } finally {
          crowd.leave(officeId);
        }
      });
    },
    async code(action, call) {
      const order = calls++;
      const malformed = checkCodeCall(call);
      if (malformed !== undefined) return refuse(call, malformed);
      const reading = codes.read(call.code);
      if (reading.kind !== "code") return refuse(call, unreadableCode);
      return mayLeave(call, async (leaving) => {
        const prepare = () => prepareCode(context, action.name, call, reading.code);
        if (context.isBlocked && (await isBlocked(action, call, []))) return refuseBlocked(prepare());
        const request = afterLookUps(prepare());
        const booking = await lookUps.find(reading.code);
        return await enterAt(booking, laneOf(booking, call.sender), order, action, request, leaving);
      });
    },
    move: (action, call) =>
      ofBooking(action, call, checkRescheduleCall(call), (code, booking) =>
        prepareMove(context, action.name, call, code, booking),
      ),
    members(action, call) {
      const identified = checkChangePartyCall(call) ?? identifyParty(call.people, context.peopleBy);
      if ("kind" in identified) return refuse(call, identified);
      return ofBooking(action, call, undefined, (code, booking) =>
        prepareChangeParty(context, action.name, call, code, { booking, identified }),
      );
    },
  };
}

const unreadableCode = { kind: "malformed", field: "code", expected: "a whole booking code" } as const;

function unknownOffice(officeId: string): { readonly kind: "unknown-office"; readonly officeId: string } {
  return { kind: "unknown-office", officeId };
}

export function officeLane(officeId: string): string {
  return `office ${officeId}`;
}
