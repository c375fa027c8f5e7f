import type { RescheduleOutcome } from "../booking/actions/reschedule.js";
import { type Booking, isLive, type LiveBooking } from "../booking/booking.js";
import { notStanding } from "../booking/rules/endings.js";
import { refuseMove } from "../booking/rules/refusals.js";
import type { Doubt } from "../message/doubt.js";
import type { BookingCommand } from "../message/language.js";
import type { ProblemCode } from "../message/problem.js";
import type { ChatContext } from "./chat-settings.js";
import { isPick, partsOf, without } from "./doubtful.js";
import { offeredIn } from "./draft.js";
import { listLive } from "./list-live.js";
import { listNextDays } from "./next-days.js";
import { pickBookings } from "./pick-booking.js";
import { readDay, readDays, readMove } from "./read-day.js";
import {
  asked,
  changed,
  type ParsedCommand,
  type Pending,
  type Reaction,
  type Scene,
  unchanged,
} from "./scene.js";

/** What is done with commands that change one booking. */
export interface BookingCommands {
  /** Obeys a command, or asks first where some of what stands beside it does not say which booking is meant. */
  readonly obey: (
    parsed: ParsedCommand & { readonly command: BookingCommand },
    scene: Scene,
    doubts?: readonly Doubt[],
  ) => Promise<Reaction>;
  /** Obeys it about this booking. */
  readonly act: (command: BookingCommand, code: string, rest: string, scene: Scene) => Promise<Reaction>;
  readonly move: (code: string, date: string, scene: Scene) => Promise<Reaction>;
  /** A move whose date is to be read. */
  readonly reschedule: (code: string, rest: string, scene: Scene) => Promise<Reaction>;
  /** The sender's own booking, and the scene at its office; of others nothing is told. */
  readonly findOwn: (code: string, scene: Scene) => Promise<OwnBooking>;
}

interface OwnBooking {
  readonly booking: Booking | undefined;
  readonly scene: Scene;
}

/** What each does, with which bookings where several could be meant, and how it is asked first. */
type Obeys = Readonly<
  Record<
    BookingCommand,
    {
      readonly act: (code: string, rest: string, scene: Scene) => Promise<Reaction>;
      readonly mayBe: (booking: LiveBooking) => boolean;
      readonly ask: (
        booking: LiveBooking,
        rest: string,
        parts: readonly string[],
        scene: Scene,
      ) => Promise<Reaction>;
    }
  >
>;

export function createBookingCommands(context: ChatContext): BookingCommands {
  const { desk, offices, requests } = context;

  /** Without a code it is about the only booking that it can be, or the only one that fits what was said of it. */
  async function obey(
    parsed: ParsedCommand & { readonly command: BookingCommand },
    scene: Scene,
    doubts: readonly Doubt[] = [],
  ): Promise<Reaction> {
    const { command, code, rest } = parsed;
    if (code === undefined) return obeyAboutLive(parsed, scene, doubts);
    if (doubts.length === 0) return commands[command].act(code, rest, scene);
    const { booking } = await findOwn(code, scene);
    if (booking === undefined) return unchanged(await scene.replies.confirm({ kind: "unknown-code" }));
    return isLive(booking)
      ? obeyAbout([booking], parsed, scene, doubts)
      : commands[command].act(code, rest, scene);
  }

  async function obeyAboutLive(
    parsed: ParsedCommand & { readonly command: BookingCommand },
    scene: Scene,
    doubts: readonly Doubt[],
  ): Promise<Reaction> {
    const { command } = parsed;
    const { mayBe, ask } = commands[command];
    // Asked for in the same moment, so that both are one call of the store.
    const [live, pending] = await Promise.all([
      listLive(context, scene.caller.sender),
      command === "cancel" ? scene.recall() : undefined,
    ]);
    const candidates = live.some(mayBe) ? live.filter(mayBe) : live;
    const [first, ...others] = candidates;
    const endsOther = pending !== undefined && isOpen(pending) && !isMarked(scene.message.text);
    if (first === undefined) {
      const { noBooking, nothingDone } = scene.replies;
      return unchanged(endsOther ? nothingDone([]) : noBooking(), endsOther ? "dropped" : "kept");
    }
    if (endsOther && others.length === 0)
      return { ...(await ask(first, "", partsOf(doubts), scene)), draft: "dropped" };
    return obeyAbout(candidates, parsed, scene, doubts);
  }

  /** About one of these, if it is the only one or the only one that fits; else it is asked which, or whether. */
  async function obeyAbout(
    candidates: readonly LiveBooking[],
    parsed: ParsedCommand & { readonly command: BookingCommand },
    scene: Scene,
    doubts: readonly Doubt[],
  ): Promise<Reaction> {
    const { command } = parsed;
    const { act, ask } = commands[command];
    const rest = without(parsed.rest, doubts);
    const { today } = scene.where;
    const { from = "" } = command === "reschedule" ? readMove(context, rest, today) : {};
    const said = [...doubts.map(({ text }) => text), from].join(" ").trim();
    const fitting = pickBookings(context, said, candidates, today) ?? [];
    const isCertain = fitting.length > 0 ? doubts.every(isPick) : said === "";
    const meant = fitting.length > 0 ? fitting : candidates;
    const [only, ...others] = meant;
    if (only !== undefined && others.length === 0)
      return isCertain ? act(only.code, rest, scene) : ask(only, rest, partsOf(doubts), scene);
    const codes = meant.map((booking) => booking.code);
    return unchanged(scene.replies.which(command, meant, rest), { kind: "which", command, codes, rest });
  }

  /** Whether "batal" may be said of something else than a booking: a draft, a move, another question. */
  function isOpen({ draft, question }: Pending): boolean {
    const asksToCancel = question?.yes.startsWith(context.commands.cancel ?? "") === true;
    return draft?.kind === "request" || draft?.kind === "move" || (question !== undefined && !asksToCancel);
  }

  /** `#batal` is the command and nothing else. */
  function isMarked(text: string): boolean {
    return requests.some(({ format }) => [...format.delimiters, "/"].some((sign) => text.includes(sign)));
  }

  async function cancel(code: string, _: string, { caller, replies }: Scene): Promise<Reaction> {
    const outcome = await desk.cancel({ ...caller, code });
    const reply = await replies.cancel(outcome);
    return outcome.kind === "cancelled" ? changed(reply) : unchanged(reply);
  }

  async function extend(code: string, _: string, { caller, replies }: Scene): Promise<Reaction> {
    const outcome = await desk.extend({ ...caller, code });
    const reply = await replies.extend(outcome);
    return outcome.kind === "extended" ? changed(reply) : unchanged(reply);
  }

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

  async function move(code: string, date: string, scene: Scene): Promise<Reaction> {
    const { replies, caller } = (await findOwn(code, scene)).scene;
    const outcome = await desk.reschedule({ ...caller, code, date });
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
    const { today } = own.scene.where;
    const { from, to } = readMove(context, rest, today);
    const reading = readDay(context, to, today);
    if (reading.kind === "problem") return askForDay(code, to, reading.code, own);
    const { booking } = own;
    const isFromAnother = from !== undefined && booking !== undefined && booking.date !== from;
    return isFromAnother && isLive(booking)
      ? askMove(booking, rest, [], scene)
      : move(code, reading.date, scene);
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
    const days = booking === undefined ? [] : readDays(context, said, today);
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
    const { to } = readMove(context, rest, there.where.today);
    const reading = readDay(context, to, there.where.today);
    if (reading.kind !== "date") return reschedule(booking.code, to, scene);
    return asked(there.replies.question({ kind: "reschedule", booking, date: reading.date }, parts), scene);
  }

  const askAbout =
    (kind: "cancel" | "extend"): Obeys[BookingCommand]["ask"] =>
    async (booking, _, parts, scene) =>
      asked(scene.at(booking.officeId).replies.question({ kind, booking }, parts), scene);

  const commands: Obeys = {
    cancel: { act: cancel, mayBe: () => true, ask: askAbout("cancel") },
    extend: { act: extend, mayBe: ({ state }) => state === "held", ask: askAbout("extend") },
    reschedule: { act: reschedule, mayBe: ({ state }) => state !== "waiting", ask: askMove },
  };

  return {
    obey,
    move,
    reschedule,
    findOwn,
    act: (command, code, rest, scene) => commands[command].act(code, rest, scene),
  };
}
