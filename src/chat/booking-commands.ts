import type { RescheduleOutcome } from "../booking/actions/reschedule.js";
import type { Booking, LiveBooking } from "../booking/booking.js";
import { notStanding } from "../booking/rules/endings.js";
import { refuseMove } from "../booking/rules/refusals.js";
import type { BookingCommand } from "../message/language.js";
import type { ChatContext } from "./chat-settings.js";
import { offeredIn } from "./draft.js";
import { listLive } from "./list-live.js";
import { listNextDays } from "./next-days.js";
import { readDay } from "./read-day.js";
import { changed, type ParsedCommand, type Reaction, type Scene, unchanged } from "./scene.js";

/** What is done with commands that change one booking. */
export interface BookingCommands {
  readonly obey: (
    parsed: ParsedCommand & { readonly command: BookingCommand },
    scene: Scene,
  ) => Promise<Reaction>;
  readonly move: (code: string, date: string, scene: Scene) => Promise<Reaction>;
  /** A move whose date is to be read. */
  readonly reschedule: (code: string, rest: string, scene: Scene) => Promise<Reaction>;
  /** The scene at the office of the sender's own booking. */
  readonly sceneOf: (code: string, scene: Scene) => Promise<Scene>;
}

/** What each does, and with which bookings where several could be meant. */
type Obeys = Readonly<
  Record<
    BookingCommand,
    {
      readonly act: (code: string, rest: string, scene: Scene) => Promise<Reaction>;
      readonly mayBe: (booking: LiveBooking) => boolean;
    }
  >
>;

export function createBookingCommands(context: ChatContext): BookingCommands {
  const { desk, offices, requests } = context;

  /** Obeys a command about a booking; without a code about the only one that it can be. */
  async function obey(
    { command, code, rest }: ParsedCommand & { readonly command: BookingCommand },
    scene: Scene,
  ): Promise<Reaction> {
    const { act, mayBe } = commands[command];
    if (code !== undefined) return act(code, rest, scene);
    const { caller, replies } = scene;
    const live = await listLive(context, caller.sender);
    const [booking, ...others] = live.some(mayBe) ? live.filter(mayBe) : live;
    if (booking === undefined) return unchanged(replies.noBooking());
    if (others.length > 0) return unchanged(replies.which(command, [booking, ...others], rest));
    return act(booking.code, rest, scene);
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
    const reading = readDay(context, rest, today);
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

  const commands: Obeys = {
    cancel: { act: cancel, mayBe: () => true },
    extend: { act: extend, mayBe: ({ state }) => state === "held" },
    reschedule: { act: reschedule, mayBe: ({ state }) => state !== "waiting" },
  };

  return { obey, move, reschedule, sceneOf: async (code, scene) => (await findOwn(code, scene)).scene };
}
