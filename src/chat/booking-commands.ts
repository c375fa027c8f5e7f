import { isLive, type LiveBooking } from "../booking/booking.js";
import type { Doubt } from "../message/doubt.js";
import type { BookingCommand } from "../message/language.js";
import type { ChatContext } from "./chat-settings.js";
import { isPick, partsOf, without } from "./doubtful.js";
import { listLive } from "./list-live.js";
import { createMoving, type Moving } from "./moving.js";
import { pickBookings } from "./pick-booking.js";
import { readMove } from "./read-day.js";
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
export interface BookingCommands extends Omit<Moving, "askMove"> {
  /** Obeys a command, or asks first where some of what stands beside it does not say which booking is meant. */
  readonly obey: (
    parsed: ParsedCommand & { readonly command: BookingCommand },
    scene: Scene,
    doubts?: readonly Doubt[],
  ) => Promise<Reaction>;
  /** Obeys it about this booking. */
  readonly act: (command: BookingCommand, code: string, rest: string, scene: Scene) => Promise<Reaction>;
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
  const { desk, requests } = context;
  const moving = createMoving(context);

  /** Without a code it is about the only booking that it can be, or the only one that fits what was said of it. */
  async function obey(
    parsed: ParsedCommand & { readonly command: BookingCommand },
    scene: Scene,
    doubts: readonly Doubt[] = [],
  ): Promise<Reaction> {
    const { command, code, rest } = parsed;
    if (code === undefined) return obeyAboutLive(parsed, scene, doubts);
    if (doubts.length === 0) return commands[command].act(code, rest, scene);
    const { booking } = await moving.findOwn(code, scene);
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
    const { from = "" } = command === "reschedule" ? readMove(context, rest, scene.where) : {};
    const said = [...doubts.map(({ text }) => text), from].join(" ").trim();
    const fitting = pickBookings(context, said, candidates, scene.where) ?? [];
    const isCertain = fitting.length > 0 ? doubts.every(isPick) : said === "";
    const meant = fitting.length > 0 ? fitting : candidates;
    const [only, ...others] = meant;
    if (only !== undefined && others.length === 0)
      return isCertain ? act(only.code, rest, scene) : ask(only, rest, partsOf(doubts), scene);
    const codes = meant.map((booking) => booking.code);
    const reply = scene.replies.which(command, meant, rest);
    // Whether anything is to be done is in doubt as well: which it is does not say that yet.
    return unchanged(reply, doubts.every(isPick) ? { kind: "which", command, codes, rest } : "dropped");
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

  const askAbout =
    (kind: "cancel" | "extend"): Obeys[BookingCommand]["ask"] =>
    async (booking, _, parts, scene) =>
      asked(scene.at(booking.officeId).replies.question({ kind, booking }, parts), scene);

  const commands: Obeys = {
    cancel: { act: cancel, mayBe: () => true, ask: askAbout("cancel") },
    extend: { act: extend, mayBe: ({ state }) => state === "held", ask: askAbout("extend") },
    reschedule: {
      act: moving.reschedule,
      mayBe: ({ state }) => state !== "waiting",
      ask: moving.askMove,
    },
  };

  return {
    ...moving,
    obey,
    act: (command, code, rest, scene) => commands[command].act(code, rest, scene),
  };
}
