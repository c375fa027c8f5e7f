import type { RescheduleOutcome } from "../booking/actions/reschedule.js";
import type { Booking, LiveBooking } from "../booking/booking.js";
import { notStanding } from "../booking/rules/endings.js";
import { refuseMove } from "../booking/rules/refusals.js";
import { readChosenDay } from "../message/dates/read-chosen-day.js";
import { type DateReading, parseDate } from "../message/parse-date.js";
import type { ChatContext } from "./chat-settings.js";
import type { DescribeProblems } from "./describe-problems.js";
import { offeredIn } from "./draft.js";
import { listLive } from "./list-live.js";
import { listNextDays } from "./next-days.js";
import { clip } from "./reply.js";
import type { RequestHandler } from "./request-handler.js";
import { changed, type ParsedCommand, type Reaction, type Scene, unchanged } from "./scene.js";
import type { BookingCommand } from "./words.js";

/** What is done with commands. */
export interface CommandHandler {
  readonly obey: (parsed: ParsedCommand, scene: Scene) => Promise<Reaction>;
  readonly move: (code: string, date: string, scene: Scene) => Promise<Reaction>;
  /** A move whose date is to be read. */
  readonly reschedule: (code: string, rest: string, scene: Scene) => Promise<Reaction>;
  /** What is free on the day, at the office, that the text names. */
  readonly look: (text: string, scene: Scene) => Promise<Reaction>;
  /** The scene at the office of the sender's own booking. */
  readonly sceneOf: (code: string, scene: Scene) => Promise<Scene>;
  /** What a booking is now. */
  readonly show: (booking: LiveBooking, scene: Scene) => Promise<Reaction>;
}

const longestRest = 100;
const isWord = /[\p{L}\p{N}]/u;

export function createCommandHandler(
  context: ChatContext,
  requestHandler: RequestHandler,
  describe: DescribeProblems,
): CommandHandler {
  const { desk, words, offices, route, requests } = context;

  /** A date, or a day of the month alone: "tanggal 14". */
  function readDate(text: string, today: string): DateReading {
    const { languages } = words;
    const reading = parseDate(text, { today, expects: "arrival", languages });
    const isPart = reading.kind === "problem" && reading.code === "incomplete-date";
    const day = isPart ? readChosenDay(text, [], { today, languages }) : undefined;
    return day === undefined ? reading : { kind: "date", date: day, basis: "assumed" };
  }

  /** By the date at the scene's office: "besok" is another day in another zone. */
  function dateIn(text: string, { where }: Scene): string | undefined {
    const reading = readDate(text, where.today);
    return reading.kind === "date" ? reading.date : undefined;
  }

  /** Obeys a command about a booking; without a code about the only one that it can be. */
  async function about(
    { command, code, rest }: ParsedCommand & { readonly command: BookingCommand },
    scene: Scene,
    act: (code: string) => Promise<Reaction>,
    mayBe: (booking: LiveBooking) => boolean = () => true,
  ): Promise<Reaction> {
    if (code !== undefined) return act(code);
    const { caller, replies } = scene;
    const live = await listLive(context, caller.sender);
    const [booking, ...others] = live.some(mayBe) ? live.filter(mayBe) : live;
    if (booking === undefined) return unchanged(replies.noBooking());
    if (others.length > 0) return unchanged(replies.which(command, [booking, ...others], rest));
    return act(booking.code);
  }

  async function cancel(code: string, { caller, replies }: Scene): Promise<Reaction> {
    const outcome = await desk.cancel({ ...caller, code });
    const reply = await replies.cancel(outcome);
    return outcome.kind === "cancelled" ? changed(reply) : unchanged(reply);
  }

  async function extend(code: string, { caller, replies }: Scene): Promise<Reaction> {
    const outcome = await desk.extend({ ...caller, code });
    const reply = await replies.extend(outcome);
    return outcome.kind === "extended" ? changed(reply) : unchanged(reply);
  }

  /** A booking of the sender's own with the scene at its office; of others nothing is told. */
  async function findOwn(code: string, scene: Scene) {
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
    const { where, replies } = own.scene;
    const { officeId, today } = where;
    const reading = readDate(rest, today);
    if (reading.kind === "date") return move(code, reading.date, scene);
    const refusal = own.booking && refuseAnyMove(own.booking, scene.message.at);
    if (refusal !== undefined) return unchanged(await replies.reschedule(refusal), "dropped");
    const problem =
      reading.code === "missing" || reading.code === "not-a-date"
        ? undefined
        : { code: reading.code, field: requests[0].arrivalField, index: 0, expected: "", found: rest };
    const next = officeId === undefined ? [] : await listNextDays(desk, officeId, today);
    const others = next.filter(({ date }) => date !== own.booking?.date);
    const offered = offeredIn(others);
    return unchanged(replies.moveWhere(code, problem, others), { kind: "move", code, offered });
  }

  /** The request behind the command, or what is understood of it. */
  async function wait(rest: string, scene: Scene): Promise<Reaction> {
    const { message, replies } = scene;
    const { quoted: _, ...unquoted } = message;
    const { parsed } = route.read({ ...unquoted, text: rest });
    if (parsed.kind === "request") return requestHandler.wait(parsed, scene);
    const isDated = dateIn(rest, scene) !== undefined;
    const reaction = isDated || !isWord.test(rest) ? await waitOn(rest, scene) : undefined;
    if (reaction !== undefined) return reaction;
    const draft = isWord.test(rest) ? undefined : await scene.recallDraft();
    if (draft?.kind === "request")
      return unchanged(replies.nearlyUnderstood([], draft.wrong, [], []), { ...draft, goal: "wait" });
    const isNearly = parsed.kind === "not-understood" && parsed.nearly !== undefined;
    return isNearly ? describe(parsed, "wait", scene) : unchanged(replies.howToWait());
  }

  /** Who waits is the party of the draft or of the only booking; without a date, for the day that was full. */
  async function waitOn(rest: string, scene: Scene): Promise<Reaction | undefined> {
    const date = dateIn(rest, scene);
    const draft = await scene.recallDraft();
    const drafted = requestHandler.ofDraft(draft, { date }, scene);
    if (drafted !== undefined) return requestHandler.wait(drafted, scene);
    const live = await listLive(context, scene.caller.sender);
    if (draft?.kind === "move" && draft.full !== undefined && date === undefined) {
      const moved = live.find(({ code }) => code === draft.code);
      if (moved !== undefined) return requestHandler.waitAgain(moved, draft.full, scene);
    }
    const only = onlyOne(live.filter(({ state }) => (state === "waiting") === (date === undefined)));
    if (only === undefined) return undefined;
    const there = dateIn(rest, scene.at(only.officeId));
    return there === undefined ? show(only, scene) : requestHandler.waitAgain(only, there, scene);
  }

  async function look(rest: string, scene: Scene): Promise<Reaction> {
    const behind = route.takeOffice(rest);
    const named = behind ?? route.takeOffice(scene.message.text);
    const { where, replies } = named === undefined ? scene : scene.at(named.officeId);
    const { officeId, today } = where;
    if (officeId === undefined)
      return unchanged(replies.whichOfficeToLookAt(rest), { kind: "look", rest: clip(rest, longestRest) });
    const reading = readDate(behind?.rest ?? rest, today);
    const next = await listNextDays(desk, officeId, today);
    if (reading.kind !== "date") return unchanged(replies.availability(undefined, next));
    const [day] = await desk.availability({ officeId, from: reading.date, days: 1 });
    return unchanged(replies.availability(day, next));
  }

  async function show(booking: LiveBooking, { replies }: Scene): Promise<Reaction> {
    return unchanged(await replies.status([booking], await desk.waitingPosition(booking)));
  }

  async function status(code: string | undefined, scene: Scene): Promise<Reaction> {
    const { replies } = scene;
    const { sender } = scene.caller;
    if (code === undefined) {
      const live = await listLive(context, sender);
      const only = onlyOne(live);
      return only === undefined ? unchanged(await replies.status(live)) : show(only, scene);
    }
    const [booking] = await desk.find({ code });
    if (booking === undefined || booking.sender !== sender || !offices.has(booking.officeId))
      return unchanged(await replies.confirm({ kind: "unknown-code" }));
    switch (booking.state) {
      case "cancelled":
        return unchanged(await replies.confirm({ kind: "cancelled", booking }));
      case "lapsed":
        return unchanged(await replies.confirm({ kind: "hold-lapsed", booking }));
      default:
        return show(booking, scene);
    }
  }

  return {
    move,
    reschedule,
    look,
    show,
    sceneOf: async (code, scene) => (await findOwn(code, scene)).scene,
    async obey(parsed, scene) {
      const { command, code, rest } = parsed;
      switch (command) {
        case "status":
          return status(code, scene);
        case "availability":
          return look(rest, scene);
        case "wait":
          return wait(rest, scene);
        case "help":
          return unchanged(scene.replies.help());
        case "cancel":
          return about({ ...parsed, command }, scene, (own) => cancel(own, scene));
        case "extend":
          return about(
            { ...parsed, command },
            scene,
            (own) => extend(own, scene),
            ({ state }) => state === "held",
          );
        case "reschedule":
          return about(
            { ...parsed, command },
            scene,
            (own) => reschedule(own, rest, scene),
            ({ state }) => state !== "waiting",
          );
        default:
          return command satisfies never;
      }
    },
  };
}

function onlyOne<T>([first, ...others]: readonly T[]): T | undefined {
  return others.length === 0 ? first : undefined;
}
