import type { LiveBooking } from "../booking/booking.js";
import type { ToldCommand } from "../message/language.js";
import { type BookingCommands, createBookingCommands } from "./booking-commands.js";
import type { ChatContext } from "./chat-settings.js";
import { clip } from "./clip.js";
import type { DescribeProblems } from "./describe-problems.js";
import { listLive } from "./list-live.js";
import { listNextDays } from "./next-days.js";
import { readDay } from "./read-day.js";
import type { RequestHandler } from "./request-handler.js";
import { type ParsedCommand, type Reaction, type Scene, unchanged } from "./scene.js";
import { createWaitCommand } from "./wait-command.js";

/** What is done with commands. */
export interface CommandHandler extends Omit<BookingCommands, "obey"> {
  /** A command about a booking with what stands beside it. */
  readonly obeyOrAsk: BookingCommands["obey"];
  readonly obey: (parsed: ParsedCommand, scene: Scene) => Promise<Reaction>;
  /** What is free on the day, at the office, that the text names. */
  readonly look: (text: string, scene: Scene) => Promise<Reaction>;
  /** What a booking is now. */
  readonly show: (booking: LiveBooking, scene: Scene) => Promise<Reaction>;
}

const longestRest = 100;

export function createCommandHandler(
  context: ChatContext,
  requestHandler: RequestHandler,
  describe: DescribeProblems,
): CommandHandler {
  const { desk, offices, route } = context;
  const bookingCommands = createBookingCommands(context);
  const wait = createWaitCommand(context, requestHandler, describe, show);

  async function look(rest: string, scene: Scene): Promise<Reaction> {
    const behind = route.takeOffice(rest);
    const named = behind ?? route.takeOffice(scene.message.text);
    const { where, replies } = named === undefined ? scene : scene.at(named.officeId);
    const { officeId, today } = where;
    if (officeId === undefined)
      return unchanged(replies.whichOfficeToLookAt(rest), { kind: "look", rest: clip(rest, longestRest) });
    const reading = readDay(context, behind?.rest ?? rest, where);
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
      const [only, ...others] = live;
      return only === undefined || others.length > 0
        ? unchanged(await replies.status(live))
        : show(only, scene);
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

  function tell(command: ToldCommand, { replies }: Scene): Reaction {
    return unchanged(replies.plain((say, words, example) => words[command](example, say)));
  }

  return {
    ...bookingCommands,
    obeyOrAsk: bookingCommands.obey,
    look,
    show,
    async obey(parsed, scene) {
      const { command, code, rest } = parsed;
      switch (command) {
        case "cancel":
        case "extend":
        case "reschedule":
          return bookingCommands.obey({ ...parsed, command }, scene);
        case "status":
          return status(code, scene);
        case "availability":
          return look(rest, scene);
        case "wait":
          return wait(rest, scene);
        default:
          return tell(command, scene);
      }
    },
  };
}
