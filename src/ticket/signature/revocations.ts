import { checkArguments } from "../../input/check-arguments.js";
import { aList, aNumber, aText, kindOf } from "../../input/shape.js";

/** What a revocation list is made of; bookings of the desk fit it as they are. */
export interface RevocableBooking {
  readonly code: string;
  readonly history: readonly { readonly what: string; readonly at: number }[];
}

/**
 * A code, and the instant since which it is void, epoch milliseconds. A list is JSON, and becomes what a
 * door asks by `new Map(list)`.
 */
export type Revocation = readonly [code: string, at: number];

/**
 * What was cancelled after it was confirmed, the old code of what was moved too: codes with their instants, epoch
 * milliseconds.
 * @example
 * const revoked = new Map(listRevocations(await desk.find({ officeId: "bali", date: "2017-08-10" })));
 */
export function listRevocations(bookings: readonly RevocableBooking[]): readonly Revocation[] {
  if (kindOf(bookings) !== "list")
    throw new RangeError(`Expected a list of bookings, found ${kindOf(bookings)}.`);
  return bookings.flatMap((booking) => {
    checkArguments("booking", booking, { code: aText, history: aList });
    const { code, history } = booking;
    for (const change of history) checkArguments("change", change, { what: aText, at: aNumber });
    const confirmed = history.findIndex(({ what }) => what === "confirmed");
    const cancelled = history.findLastIndex(({ what }) => what === "cancelled");
    const end = confirmed !== -1 && cancelled > confirmed ? history[cancelled] : undefined;
    return end === undefined ? [] : [[code, end.at] as const];
  });
}
