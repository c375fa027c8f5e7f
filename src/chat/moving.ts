import type { RescheduleOutcome } from "../booking/actions/reschedule.js";
import { type Booking, isLive, type LiveBooking } from "../booking/booking.js";
import { notStanding } from "../booking/rules/endings.js";
import { refuseMove } from "../booking/rules/late-refusals.js";
import { readTimeAlone } from "../message/dates/read-time-alone.js";
import type { DateReading } from "../message/parse-date.js";
import type { ProblemCode } from "../message/problem.js";
import type { ChatContext } from "./chat-settings.js";
import { offeredIn } from "./draft.js";
import { listNextDays } from "./next-days.js";
import { readDay, readDays, readMove } from "./read-day.js";
import type { OfficeToday } from "./route.js";
import { asked, changed, type Reaction, type Scene, unchanged } from "./scene.js";
import { missedTime, preferring, type SaidTime } from "./wish.js";

/** How a booking is moved to another day. */
export interface Moving {
  /** To the time that was said, else to that which the visit has now. */
  readonly move: (code: string, date: string, scene: Scene, time?: SaidTime) => Promise<Reaction>;
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

  async function move(code: string, date: string, scene: Scene, said?: SaidTime): Promise<Reaction> {
    const { booking, scene: there } = await findOwn(code, scene);
    const { replies, caller } = there;
    const kept = booking && { from: booking.window.slice(0, 5) };
    const outcome = await desk.reschedule({ ...caller, code, date, ...preferring(said ?? kept) });
    const missed = outcome.kind === "rescheduled" ? await missedTime(desk, said, outcome.booking) : undefined;
    const reply = await replies.reschedule(outcome, code, missed);
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
    const { booking } = own;
    const reading = readDayOf(booking, to, where);
    if (reading.kind === "problem") return askForDay(code, to, reading.code, own);
    const isFromAnother = from !== undefined && booking !== undefined && booking.date !== from;
    return isFromAnother && isLive(booking)
      ? askMove(booking, rest, [], scene)
      : move(code, reading.date, scene, reading.time);
  }

  /** A time alone is one of the day that the visit has now. */
  function readDayOf(booking: Booking | undefined, text: string, where: OfficeToday): DateReading {
    const reading = readDay(context, text, where);
    const time =
      reading.kind === "problem" && booking !== undefined
        ? readTimeAlone(text, context.words.languages)
        : undefined;
    return time === undefined || booking === undefined
      ? reading
      : { kind: "date", date: booking.date, basis: "assumed", time };
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
    const reading = readDayOf(booking, to, there.where);
    if (reading.kind !== "date") return reschedule(booking.code, to, scene);
    const { date, time } = reading;
    return asked(there.replies.question({ kind: "reschedule", booking, date, time }, parts), scene);
  }

  return { move, reschedule, askMove, findOwn };
}
