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
import type { RequestTurns } from "./request-turns.js";
import { changed, type ParsedCommand, type Scene, type Turn, unchanged } from "./turn.js";
import type { BookingCommand } from "./words.js";

/** What is done with commands. */
export interface CommandTurns {
  readonly obey: (parsed: ParsedCommand, scene: Scene) => Promise<Turn>;
  readonly move: (code: string, date: string, scene: Scene) => Promise<Turn>;
  /** A move whose date is to be read. */
  readonly reschedule: (code: string, rest: string, scene: Scene) => Promise<Turn>;
  /** What is free on the day, at the office, that the text names. */
  readonly look: (text: string, scene: Scene) => Promise<Turn>;
  /** The scene at the office of the sender's own booking. */
  readonly sceneOf: (code: string, scene: Scene) => Promise<Scene>;
  /** What a booking is now. */
  readonly show: (booking: LiveBooking, scene: Scene) => Promise<Turn>;
}

const longestRest = 100;
const isWord = /[\p{L}\p{N}]/u;

export function createCommandTurns(
  context: ChatContext,
  requestTurns: RequestTurns,
  describe: DescribeProblems,
): CommandTurns {
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
  function dateIn(text: string, { place }: Scene): string | undefined {
    const reading = readDate(text, place.today);
    return reading.kind === "date" ? reading.date : undefined;
  }

  /** Obeys a command about a booking; without a code about the only one that it can be. */
  async function about(
    { command, code, rest }: ParsedCommand & { readonly command: BookingCommand },
    scene: Scene,
    act: (code: string) => Promise<Turn>,
    mayBe: (booking: LiveBooking) => boolean = () => true,
  ): Promise<Turn> {
    if (code !== undefined) return act(code);
    const { caller, answers } = scene;
    const live = await listLive(context, caller.sender);
    const [booking, ...others] = live.some(mayBe) ? live.filter(mayBe) : live;
    if (booking === undefined) return unchanged(answers.noBooking());
    if (others.length > 0) return unchanged(answers.which(command, [booking, ...others], rest));
    return act(booking.code);
  }

  async function cancel(code: string, { caller, answers }: Scene): Promise<Turn> {
    const outcome = await desk.cancel({ ...caller, code });
    const reply = await answers.cancel(outcome);
    return outcome.kind === "cancelled" ? changed(reply) : unchanged(reply);
  }

  async function extend(code: string, { caller, answers }: Scene): Promise<Turn> {
    const outcome = await desk.extend({ ...caller, code });
    const reply = await answers.extend(outcome);
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

  async function move(code: string, date: string, scene: Scene): Promise<Turn> {
    const { answers, caller } = (await findOwn(code, scene)).scene;
    const outcome = await desk.reschedule({ ...caller, code, date });
    const reply = await answers.reschedule(outcome, code);
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

  async function reschedule(code: string, rest: string, scene: Scene): Promise<Turn> {
    const own = await findOwn(code, scene);
    const { place, answers } = own.scene;
    const { officeId, today } = place;
    const reading = readDate(rest, today);
    if (reading.kind === "date") return move(code, reading.date, scene);
    const refusal = own.booking && refuseAnyMove(own.booking, scene.message.at);
    if (refusal !== undefined) return unchanged(await answers.reschedule(refusal), "dropped");
    const problem =
      reading.code === "missing" || reading.code === "not-a-date"
        ? undefined
        : { code: reading.code, field: requests[0].arrivalField, index: 0, expected: "", found: rest };
    const next = officeId === undefined ? [] : await listNextDays(desk, officeId, today);
    const others = next.filter(({ date }) => date !== own.booking?.date);
    const offered = offeredIn(others);
    return unchanged(answers.moveWhere(code, problem, others), { kind: "move", code, offered });
  }

  /** The request behind the command, or what is understood of it. */
  async function wait(rest: string, scene: Scene): Promise<Turn> {
    const { message, answers } = scene;
    const { quoted: _, ...unquoted } = message;
    const { parsed } = route.read({ ...unquoted, text: rest });
    if (parsed.kind === "request") return requestTurns.wait(parsed, scene);
    const isDated = dateIn(rest, scene) !== undefined;
    const turn = isDated || !isWord.test(rest) ? await waitOn(rest, scene) : undefined;
    if (turn !== undefined) return turn;
    const draft = isWord.test(rest) ? undefined : await scene.recallDraft();
    if (draft?.kind === "request")
      return unchanged(answers.nearlyUnderstood([], draft.wrong, [], []), { ...draft, goal: "wait" });
    const isNearly = parsed.kind === "not-understood" && parsed.nearly !== undefined;
    return isNearly ? describe(parsed, "wait", scene) : unchanged(answers.howToWait());
  }

  /** Who waits is the party of the draft or of the only booking; without a date, for the day that was full. */
  async function waitOn(rest: string, scene: Scene): Promise<Turn | undefined> {
    const date = dateIn(rest, scene);
    const draft = await scene.recallDraft();
    const drafted = requestTurns.ofDraft(draft, { date }, scene);
    if (drafted !== undefined) return requestTurns.wait(drafted, scene);
    const live = await listLive(context, scene.caller.sender);
    if (draft?.kind === "move" && draft.full !== undefined && date === undefined) {
      const moved = live.find(({ code }) => code === draft.code);
      if (moved !== undefined) return requestTurns.waitAgain(moved, draft.full, scene);
    }
    const only = onlyOne(live.filter(({ state }) => (state === "waiting") === (date === undefined)));
    if (only === undefined) return undefined;
    const there = dateIn(rest, scene.at(only.officeId));
    return there === undefined ? show(only, scene) : requestTurns.waitAgain(only, there, scene);
  }

  async function look(rest: string, scene: Scene): Promise<Turn> {
    const behind = route.takeOffice(rest);
    const named = behind ?? route.takeOffice(scene.message.text);
    const { place, answers } = named === undefined ? scene : scene.at(named.officeId);
    const { officeId, today } = place;
    if (officeId === undefined)
      return unchanged(answers.whichOfficeToLookAt(rest), { kind: "look", rest: clip(rest, longestRest) });
    const reading = readDate(behind?.rest ?? rest, today);
    const next = await listNextDays(desk, officeId, today);
    if (reading.kind !== "date") return unchanged(answers.availability(undefined, next));
    const [day] = await desk.availability({ officeId, from: reading.date, days: 1 });
    return unchanged(answers.availability(day, next));
  }

  async function show(booking: LiveBooking, { answers }: Scene): Promise<Turn> {
    return unchanged(await answers.status([booking], await desk.waitingPosition(booking)));
  }

  async function status(code: string | undefined, scene: Scene): Promise<Turn> {
    const { answers } = scene;
    const { sender } = scene.caller;
    if (code === undefined) {
      const live = await listLive(context, sender);
      const only = onlyOne(live);
      return only === undefined ? unchanged(await answers.status(live)) : show(only, scene);
    }
    const [booking] = await desk.find({ code });
    if (booking === undefined || booking.sender !== sender || !offices.has(booking.officeId))
      return unchanged(await answers.confirm({ kind: "unknown-code" }));
    switch (booking.state) {
      case "cancelled":
        return unchanged(await answers.confirm({ kind: "cancelled", booking }));
      case "lapsed":
        return unchanged(await answers.confirm({ kind: "hold-lapsed", booking }));
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
          return unchanged(scene.answers.help());
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
