import type { Alternative } from "../allocation/alternatives.js";
import type { Booking, Details } from "../booking/booking.js";
import type { CommandName } from "../message/language.js";
import type { ChatContext } from "./chat-settings.js";
import { clip } from "./clip.js";
import type { Goal } from "./draft.js";
import type { Choice } from "./reply.js";
import type { RequestFields } from "./request-fields.js";
import type { OfficeToday } from "./route.js";
import type { Say } from "./say.js";
import { preferring, type SaidTime } from "./wish.js";

/** Who asks, and for when, so that the same can be asked otherwise. */
export interface Asked {
  readonly party: readonly Details[];
  readonly date: string;
  readonly time?: SaidTime | undefined;
}

/** The messages that a person may want to send next. */
export interface Offers {
  /** A command with what stands behind it; none where no language has it. */
  readonly message: (command: CommandName, ...behind: readonly string[]) => string | undefined;
  /** The request for a date at an office, which is named only where the message would go elsewhere without it. */
  readonly ask: (
    party: readonly Details[],
    date: string,
    officeId: string | undefined,
    goal?: Goal,
    time?: SaidTime,
  ) => string | undefined;
  readonly officeWord: (officeId: string) => string | undefined;
  /** The codes themselves, or a command with each, and all that stands behind it or, where that is long, nothing. */
  readonly codes: (bookings: readonly Booking[], command?: CommandName, rest?: string) => readonly Choice[];
  /** One command with a code. */
  readonly command: (label: string, command: CommandName, booking: Booking) => readonly Choice[];
  /** The same request on other days, or at other offices. */
  readonly otherDays: (
    alternatives: readonly Alternative[],
    asked: Pick<Asked, "party" | "time">,
  ) => readonly Choice[];
  /** A date, and a time of it, as a message says them. */
  readonly moment: (date: string, time: SaidTime | undefined) => string;
  /** A hold is confirmed. */
  readonly confirm: (booking: Booking) => readonly Choice[];
  /** A booking moved to other windows, or to other days. */
  readonly windows: (alternatives: readonly Alternative[], booking: Booking) => readonly Choice[];
  /** A booking moved to other days. */
  readonly moves: (dates: readonly string[], code: string) => readonly Choice[];
  /** What is free on these days. */
  readonly looks: (alternatives: readonly Alternative[]) => readonly Choice[];
  /** The same request again, where it came to nothing and its day has not gone by. */
  readonly again: (booking: Booking) => readonly Choice[];
  /** The waiting list of a full day. */
  readonly wait: (asked: Asked, officeId: string) => readonly Choice[];
}

/** How many bookings are listed. */
export const mostListed = 4;
const longestLabel = 20;
const longestRest = 100;

/** `sentTo` is the office that messages go to which name none. */
export function createOffers(
  { words, commands, requests, offices }: ChatContext,
  { officeId, today }: Omit<OfficeToday, "timeZone">,
  sentTo: string | undefined,
  say: Say,
): Offers {
  const { buttons } = words;

  function message(command: CommandName, ...behind: readonly string[]): string | undefined {
    const written = commands[command];
    return written && [written, ...behind].filter((part) => part !== "").join(" ");
  }

  const ask: Offers["ask"] = (party, date, office, goal = "hold", time = undefined) => {
    const named = office === sentTo ? [undefined, office] : [office];
    const { prefer } = preferring(time);
    const text = named
      .flatMap((name) => requests.flatMap((each) => printAll(each, party, date, name, prefer)))
      .at(0);
    return text && (goal === "wait" ? message("wait", text) : text);
  };

  function moment(date: string, time: SaidTime | undefined): string {
    const { prefer } = preferring(time);
    return prefer === undefined ? say.plainDate(date) : `${say.plainDate(date)} ${say.clock(prefer)}`;
  }

  const officeWord = (id: string): string | undefined =>
    requests.flatMap((request) => request.officeWord(id) ?? []).at(0);

  const isElsewhere = officeId !== undefined && officeId !== sentTo;
  const named = isElsewhere ? `${officeWord(officeId) ?? ""} `.trimStart() : "";

  return {
    message,
    ask,
    moment,
    officeWord,
    codes: (bookings, command, rest = "") =>
      bookings.slice(0, mostListed).flatMap(({ code }) => {
        const text = say.code(code);
        const behind = rest.length > longestRest ? "" : rest;
        return choice(text, command === undefined ? text : message(command, text, behind));
      }),
    command: (label, command, { code }) => choice(label, message(command, say.code(code))),
    otherDays: (alternatives, { party, time }) =>
      alternatives.flatMap(({ officeId: office, date }) =>
        choice(
          office === officeId ? say.shortDate(date) : (officeWord(office) ?? office),
          ask(party, date, office, "hold", time),
        ),
      ),
    confirm: ({ code }) => choice(buttons.confirm, say.code(code)),
    windows: (alternatives, { code, date }) =>
      alternatives.flatMap((one) => {
        const when = moment(one.date, { from: one.window.slice(0, 5) });
        const label = one.date === date ? say.window(one) : say.shortDate(one.date);
        return choice(label, message("reschedule", say.code(code), when));
      }),
    moves: (dates, code) =>
      dates.flatMap((date) =>
        choice(say.shortDate(date), message("reschedule", say.code(code), say.plainDate(date))),
      ),
    looks: (alternatives) =>
      alternatives.flatMap(({ date }) =>
        choice(say.shortDate(date), message("availability", `${named}${say.plainDate(date)}`)),
      ),
    again(booking) {
      const isGone =
        booking.state === "lapsed" || (booking.state === "cancelled" && booking.replacedBy === undefined);
      if (!isGone || booking.date < today) return [];
      const party = booking.people.map(({ details }) => details);
      return choice(buttons.again, ask(party, booking.date, booking.officeId));
    },
    wait({ party, date, time }, office) {
      if ((offices.get(office)?.rules.longestWaitingList ?? 0) === 0) return [];
      return choice(buttons.wait, ask(party, date, office, "wait", time));
    },
  };
}

/** A line for each person. */
function printAll(
  { print }: RequestFields,
  party: readonly Details[],
  date: string,
  officeId: string | undefined,
  time: string | undefined,
): readonly string[] {
  const lines = party.flatMap((details) => print([details], date, officeId, time) ?? []);
  return lines.length === 0 || lines.length < party.length ? [] : [lines.join("\n")];
}

/** None where there is no message for it. */
export function choice(label: string, text: string | undefined): readonly Choice[] {
  return text === undefined ? [] : [{ label: clip(label, longestLabel), text }];
}
