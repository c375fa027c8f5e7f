import type { Task } from "../action.js";
import { senderKind } from "../kinds.js";
import { needCodes, needSenders } from "../needs.js";
import { senderOf } from "../rules/sender-record.js";

/** Bookings of a sender whose address on the channel is another now. */
interface HandOver {
  readonly codes: readonly string[];
  /** Left out for bookings that have none. */
  readonly from: string | undefined;
  readonly to: string;
}

/** The bookings go on under the sender's new address. */
export const handOver: Task<HandOver, undefined> = {
  name: "hand-over",
  needs: ({ codes, from, to }) => [needCodes(codes), ...needSenders([from, to])],
  decide({ codes, from, to }, { now, bookings, book }) {
    for (const code of codes) {
      const booking = bookings.find(code);
      if (booking === undefined || booking.sender !== from) continue;
      const history = [...booking.history, { what: "handed-over", at: now, by: "system" }] as const;
      bookings.put({ ...booking, sender: to, history });
    }
    if (from === undefined) return undefined;
    const [before, after] = [senderOf(book, from), senderOf(book, to)];
    const lastMessageAt = Math.max(before.lastMessageAt, after.lastMessageAt);
    const senders = book.of(senderKind);
    if (lastMessageAt > 0) senders.put({ ...before, ...after, sender: to, lastMessageAt });
    senders.erase([from]);
    return undefined;
  },
};
