import { checkArguments } from "../input/check-arguments.js";
import { found } from "../input/found.js";
import { isInstant } from "../input/instant.js";
import { aNumber, aText, type Shapes } from "../input/shape.js";
import type { Ticket } from "./ticket.js";

/** What a calendar file says besides the ticket. */
export interface CalendarFileOptions {
  /** When the file is made, epoch milliseconds. */
  readonly at: number;
  /** Higher for every later file of the same booking, so that calendars follow; `booking.history.length` is. */
  readonly sequence: number;
  /** `cancelled` takes the visit out of the calendar again; default `confirmed`. */
  readonly state?: "confirmed" | "cancelled";
  /** In plain words, of any length up to 2000: what to bring, how to cancel. */
  readonly description?: string;
  /** Minutes before people are asked to be there, up to ten; default one hour, none when empty. */
  readonly alarmMinutes?: readonly number[];
}

type Shown = Pick<Ticket, "code" | "queueNumber" | "officeName" | "address" | "arriveBy" | "end">;

const shownShapes: Shapes<Shown> = {
  code: aText,
  queueNumber: aText,
  officeName: aText,
  address: ["string"],
  arriveBy: aNumber,
  end: aNumber,
};
const optionShapes: Shapes<CalendarFileOptions> = {
  at: aNumber,
  sequence: aNumber,
  state: ["string"],
  description: ["string"],
  alarmMinutes: ["list"],
};
const longestDescription = 2000;
const mostAlarms = 10;
const longestAlarmMinutes = 40_320;
const longestLineBytes = 75;
/** RFC 5546 wants an organiser; calendars know this address as one that takes no answers. */
const noAddress = "invalid:nomail";

/**
 * The visit for a calendar: iCalendar (RFC 5545), times in UTC, from `arriveBy` to the window's end. Serve it as
 * `text/calendar; charset=utf-8` or attach it as `.ics`.
 * @throws RangeError where a time, the sequence, an alarm or the description is impossible.
 * @example
 * const file = renderCalendarFile(ticket, { at: Date.now(), sequence: 0 });
 */
export function renderCalendarFile(ticket: Ticket, options: CalendarFileOptions): string {
  checkArguments<Shown>("ticket", ticket, shownShapes);
  checkArguments("options", options, optionShapes);
  const { at, sequence, state = "confirmed", description = "", alarmMinutes = [60] } = options;
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 2 ** 31 - 1)
    throw new RangeError(`sequence: expected a whole number from 0 up, found ${sequence}`);
  if (description.length > longestDescription)
    throw new RangeError(
      `description: expected ${longestDescription} characters at most, found ${description.length}`,
    );
  const summary = `${ticket.queueNumber} · ${ticket.officeName}`;
  const isCancelled = state === "cancelled";
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//giliran//giliran//EN",
    `METHOD:${isCancelled ? "CANCEL" : "PUBLISH"}`,
    "BEGIN:VEVENT",
    `UID:${text(ticket.code)}@giliran`,
    `DTSTAMP:${utc(at, "at")}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    `ORGANIZER;CN=${parameter(ticket.officeName)}:${noAddress}`,
    `DTSTART:${utc(ticket.arriveBy, "arriveBy")}`,
    `DTEND:${utc(ticket.end, "end")}`,
    `SUMMARY:${text(summary)}`,
    `LOCATION:${text([ticket.officeName, ticket.address].filter(Boolean).join(", "))}`,
    ...(description === "" ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(isCancelled ? [] : listAlarms(alarmMinutes, summary)),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function listAlarms(alarmMinutes: readonly number[], summary: string): readonly string[] {
  if (alarmMinutes.length > mostAlarms)
    throw new RangeError(`alarmMinutes: expected ${mostAlarms} at most, found ${alarmMinutes.length}`);
  return alarmMinutes.flatMap((minutes) => {
    if (!Number.isInteger(minutes) || minutes < 0 || minutes > longestAlarmMinutes)
      throw new RangeError(
        `alarmMinutes: expected whole numbers from 0 to ${longestAlarmMinutes}, found ${found(minutes)}`,
      );
    const trigger = `TRIGGER:-PT${minutes}M`;
    return ["BEGIN:VALARM", "ACTION:DISPLAY", trigger, `DESCRIPTION:${text(summary)}`, "END:VALARM"];
  });
}

/** `20170807T013000Z` */
function utc(instant: number, name: string): string {
  if (!isInstant(instant))
    throw new RangeError(`${name}: expected epoch milliseconds from 1970 to 9999, found ${instant}`);
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** RFC 5545, 3.3.11. Control characters and lone surrogates have no place in a file of UTF-8 lines. */
function text(value: string): string {
  return value
    .replace(/\r\n?/g, "\n")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replace(/\p{Surrogate}|\p{Control}/gu, " ");
}

/** RFC 5545, 3.2: a quoted value, which can't hold a quote itself. */
function parameter(value: string): string {
  return `"${value.replaceAll('"', "'").replace(/\p{Surrogate}|\p{Control}/gu, " ")}"`;
}

/** RFC 5545, 3.1: lines of 75 octets; a character of several octets is not torn apart. */
function fold(line: string): string {
  let folded = "";
  let bytes = 0;
  for (const character of line) {
    const more = utf8Length(character);
    if (bytes + more > longestLineBytes) {
      folded += "\r\n ";
      bytes = 1;
    }
    folded += character;
    bytes += more;
  }
  return folded;
}

function utf8Length(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}
