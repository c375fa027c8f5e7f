import type { DueNotice } from "../desk/notices.js";
import { createTicket } from "../ticket/ticket.js";
import type { ChatContext } from "./chat-settings.js";
import { listNextDays } from "./next-days.js";
import { createOffers } from "./offers.js";
import type { Reply } from "./reply.js";
import { writeReply } from "./write-reply.js";

/** A message that nobody asked for. */
export interface NoticeReply extends Reply {
  /** The transport of the person's messages, as `receive` was told it. */
  readonly channel: string;
}

export type TellNotice = (notice: DueNotice) => Promise<NoticeReply | undefined>;

export function createTellNotice(context: ChatContext): TellNotice {
  const { desk, words, offices } = context;
  const { notices, buttons, commands } = words;

  async function write({ kind, at, booking }: DueNotice, to: string): Promise<Reply | undefined> {
    const { officeId, code } = booking;
    const office = offices.get(officeId);
    if (office === undefined) return undefined;
    const today = desk.dateAt(officeId, at);
    const say = context.say(officeId, today);
    const offers = createOffers(context, { officeId, today }, officeId, say);
    const { reply, withBarcode } = writeReply(context, to);
    switch (kind) {
      case "reminder":
        if (booking.state !== "confirmed") return undefined;
        return withBarcode(reply(notices.reminder(booking, createTicket({ office, booking }), say)), code);
      case "hold-lapsing": {
        if (booking.state !== "held") return undefined;
        const { holdMinutes, longestHoldMinutes = holdMinutes } = office.rules;
        const more =
          longestHoldMinutes > holdMinutes ? offers.command(buttons.extend, commands.extend, booking) : [];
        return reply(notices["hold-lapsing"](booking, say), [...offers.codes([booking]), ...more]);
      }
      case "offer":
        if (booking.state !== "held") return undefined;
        return withBarcode(
          reply(notices.offer(booking, say), [
            ...offers.codes([booking]),
            ...offers.command(buttons.cancel, commands.cancel, booking),
          ]),
          code,
        );
      case "moved": {
        if (booking.state !== "confirmed" && booking.state !== "held") return undefined;
        const ticket = booking.state === "confirmed" ? createTicket({ office, booking }) : undefined;
        const choices = booking.state === "held" ? offers.codes([booking]) : [];
        return withBarcode(reply(notices.moved(booking, ticket, say), choices), code);
      }
      case "office-cancelled": {
        if (booking.state !== "cancelled") return undefined;
        const next = await listNextDays(desk, officeId, today);
        const party = booking.people.map(({ details }) => details);
        return reply(notices["office-cancelled"](booking, next, say), offers.otherDays(next, party));
      }
      default:
        return kind satisfies never;
    }
  }

  return async (notice) => {
    const { sender = "" } = notice.booking;
    const colon = sender.indexOf(":");
    if (colon === -1) return undefined;
    const reply = await write(notice, sender.slice(colon + 1));
    return reply && { ...reply, channel: sender.slice(0, colon) };
  };
}
