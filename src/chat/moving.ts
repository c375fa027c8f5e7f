import type { RescheduleOutcome } from "../booking/actions/reschedule.js";
import { type Booking, isLive, type LiveBooking } from "../booking/booking.js";
import { notStanding } from "../booking/rules/endings.js";
import { refuseMove } from "../booking/rules/late-refusals.js";
import type { ProblemCode } from "../message/problem.js";
import type { ChatContext } from "./chat-settings.js";
import { offeredIn } from "./draft.js";
import { listNextDays } from "./next-days.js";
import { readDay, readDays, readMove } from "./read-day.js";
import { asked, changed, type Reaction, type Scene, unchanged } from "./scene.js";

/** How a booking is moved to another day. */
export interface Moving {
  /** To the window that is nearest to a local time, where one was said. */
  readonly move: (code: string, date: string, scene: Scene, prefer?: string) => Promise<Reaction>;
  /** A move whose date is to be read. */
  readonly reschedule: (code: string, rest: string, scene: Scene) => Promise<Reaction>;
  /** Asks whether it is to be moved; where no day is certain, to which. `parts` were not understood. */
  readonly askMove: (
    booking: LiveBooking,
    rest: string,
    parts: readonly string[],
    scene: Scene,
  ) => Promise<Reaction>;
  /** The sender's own booking, and the scene at its office; of others nothing is told. */
  readonly findOwn: (code: string, scene: Scene) => Promise<OwnBooking>;
}

interface OwnBooking {
  readonly booking: Booking | undefined;
  readonly scene: Scene;
}

export function createMoving(context: ChatContext): Moving {
  const { desk, offices, requests } = context;

  async function findOwn(code: string, scene: Scene): Promise<OwnBooking> {
    const [booking] = await desk.find({ code });
    const isOwn = booking?.sender === scene.caller.sender && offices.has(booking.officeId);
    return isOwn ? { booking, scene: scene.at(booking.officeId) } : { booking: undefined, scene };
  }

  /** What no date changes is told before a date is asked for. */
  function refuseAnyMove(booking: Booking, at: number): RescheduleOutcome | undefined {
    const office = offices.get(booking.officeId);
    if (office === undefined || booking.state === "held") return undefined;
    return booking.state === "confirmed"
      ? refuseMove(booking, office, "applicant", at)
      : notStanding(booking);
  }

  async function move(code: string, date: string, scene: Scene, prefer?: string): Promise<Reaction> {
    const { replies, caller } = (await findOwn(code, scene)).scene;
    const outcome = await desk.reschedule({ ...caller, code, date, ...(prefer !== undefined && { prefer }) });
    const reply = await replies.reschedule(outcome, code);
    if (outcome.kind === "rescheduled") return changed(reply);
    if ("alternatives" in outcome)
      return unchanged(reply, {
        kind: "move",
        code,
        offered: offeredIn(outcome.alternatives),
        ...(outcome.kind === "day-full" && { full: outcome.date }),
      });
    const isNobodys = outcome.kind === "unknown-code" || outcome.kind === "other-sender";
    return unchanged(reply, isNobodys ? "kept" : "dropped");
  }

  async function reschedule(code: string, rest: string, scene: Scene): Promise<Reaction> {
    const own = await findOwn(code, scene);
    const { where } = own.scene;
    const { from, to } = readMove(context, rest, where);
    const reading = readDay(context, to, where);
    if (reading.kind === "problem") return askForDay(code, to, reading.code, own);
    const { booking } = own;
    const isFromAnother = from !== undefined && booking !== undefined && booking.date !== from;
    return isFromAnother && isLive(booking)
      ? askMove(booking, rest, [], scene)
      : move(code, reading.date, scene, reading.time?.from);
  }

  /** The day that was said is none, or one of several. */
  async function askForDay(
    code: string,
    said: string,
    problem: ProblemCode,
    { booking, scene }: OwnBooking,
  ): Promise<Reaction> {
    const { where, replies, message } = scene;
    const { officeId, today } = where;
    const refusal = booking && refuseAnyMove(booking, message.at);
    if (refusal !== undefined) return unchanged(await replies.reschedule(refusal), "dropped");
    const days = booking === undefined ? [] : readDays(context, said, where);
    if (days.length > 0)
      return unchanged(replies.moveToWhich(code, days), { kind: "move", code, offered: days });
    const told =
      problem === "missing" || problem === "not-a-date"
        ? undefined
        : { code: problem, field: requests[0].arrivalField, index: 0, expected: "", found: said };
    const next = officeId === undefined ? [] : await listNextDays(desk, officeId, today);
    const others = next.filter(({ date }) => date !== booking?.date);
    const offered = offeredIn(others);
    return unchanged(replies.moveWhere(code, told, others), { kind: "move", code, offered });
  }

  /** Where no day is certain, that is asked. */
  async function askMove(
    booking: LiveBooking,
    rest: string,
    parts: readonly string[],
    scene: Scene,
  ): Promise<Reaction> {
    const there = scene.at(booking.officeId);
    const { to } = readMove(context, rest, there.where);
    const reading = readDay(context, to, there.where);
    if (reading.kind !== "date") return reschedule(booking.code, to, scene);
    return asked(there.replies.question({ kind: "reschedule", booking, date: reading.date }, parts), scene);
  }

  return { move, reschedule, askMove, findOwn };
}
