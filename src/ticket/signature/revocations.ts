/** What a revocation list is made of; bookings of the desk fit it as they are. */
export interface RevocableBooking {
  readonly code: string;
  readonly history: readonly { readonly what: string; readonly at: number }[];
}

/**
 * A code, and the instant up to which its tokens are void, epoch milliseconds. A list is JSON, and becomes what a
 * door asks by `new Map(list)`.
 */
export type Revocation = readonly [code: string, at: number];

/** What was changed after it was confirmed: `listRevocations(await desk.find({ officeId, date }))`. */
export function listRevocations(bookings: readonly RevocableBooking[]): readonly Revocation[] {
  return bookings.flatMap(({ code, history }) => {
    const last = history.at(-1);
    const hadTicket = history.slice(0, -1).some(({ what }) => what === "confirmed");
    return hadTicket && last !== undefined ? [[code, last.at] as const] : [];
  });
}
