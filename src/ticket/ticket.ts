import { checkArguments } from "../input/check-arguments.js";
import { minute } from "../input/instant.js";
import { aNumber, aText } from "../input/shape.js";

/** What a person brings to the office. It holds no personal data. */
export interface Ticket {
  readonly code: string;
  readonly queueNumber: string;
  readonly officeId: string;
  readonly officeName: string;
  readonly address?: string;
  readonly timeZone: string;
  readonly date: string;
  /** The window's local start and end, `08:30` and `09:00`. */
  readonly window: string;
  readonly until: string;
  /** The window, half open, and when people are asked to be there; epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly arriveBy: number;
  /** Until when they are let in all the same, epoch milliseconds: the window's end and the office's grace. */
  readonly admittedUntil: number;
  readonly places: number;
}

/** An office and a visit there that is or was certain. */
export interface TicketSource {
  readonly office: {
    readonly id: string;
    readonly name: string;
    readonly address?: string;
    readonly timeZone: string;
    readonly rules: { readonly arriveEarlyMinutes: number; readonly graceMinutes: number };
  };
  readonly booking: {
    readonly code: string;
    readonly date: string;
    readonly window: string;
    readonly until: string;
    readonly start: number;
    readonly end: number;
    readonly queueNumber: string;
    readonly places: number;
  };
}

/**
 * The ticket of a certain visit, or of one that was: what a calendar file is made of that takes an old visit out.
 * @throws RangeError with what was expected and found, where a part is missing: a cancelled booking has a number only where
 * it was confirmed.
 * @example
 * const [booking] = await desk.find({ code: "7HXW-9TB6" });
 * if (booking?.state === "confirmed") console.log(createTicket({ office, booking }).queueNumber);
 */
export function createTicket(source: TicketSource): Ticket {
  checkArguments("source", source, { office: ["required", "object"], booking: ["required", "object"] });
  const { office, booking } = source;
  checkArguments("office", office, {
    id: aText,
    name: aText,
    address: ["string"],
    timeZone: aText,
    rules: ["required", "object"],
  });
  checkArguments("office.rules", office.rules, { arriveEarlyMinutes: aNumber, graceMinutes: aNumber });
  checkArguments("booking", booking, {
    code: aText,
    date: aText,
    window: aText,
    until: aText,
    start: aNumber,
    end: aNumber,
    queueNumber: aText,
    places: aNumber,
  });
  return {
    code: booking.code,
    queueNumber: booking.queueNumber,
    officeId: office.id,
    officeName: office.name,
    ...(office.address === undefined ? {} : { address: office.address }),
    timeZone: office.timeZone,
    date: booking.date,
    window: booking.window,
    until: booking.until,
    start: booking.start,
    end: booking.end,
    arriveBy: booking.start - office.rules.arriveEarlyMinutes * minute,
    admittedUntil: booking.end + office.rules.graceMinutes * minute,
    places: booking.places,
  };
}
