import type { Alternative } from "../allocation/alternatives.js";
import type { Booking, ConfirmedBooking, HeldBooking } from "../booking/booking.js";
import type { Notice, NoticeKind } from "../booking/notice.js";
import { extendedEnd } from "../booking/rules/holds.js";
import type { DueNotice } from "../desk/notices.js";
import { checkArguments } from "../input/check-arguments.js";
import { hour, minute } from "../input/instant.js";
import { aNumber, anObject, aText } from "../input/shape.js";
import type { Office } from "../office/office.js";
import { createTicket } from "../ticket/ticket.js";
import type { ChatContext } from "./chat-settings.js";
import { listNextDays } from "./next-days.js";
import { createOffers, type Offers } from "./offers.js";
import type { Reply } from "./reply.js";
import { type ReplyWriter, writeReply } from "./reply.js";
import type { Say } from "./say.js";
import type { Words } from "./words.js";

/** A message that nobody asked for. */
export interface NoticeReply extends Reply {
  /** The transport of the person's messages, as `receive` was told it. */
  readonly channel: string;
  /** What is to be sent in its place where the channel takes no free text any more, by `freeTextHours`. */
  readonly template?: NoticeTemplate;
}

/** A text that a channel has approved before. */
export interface NoticeTemplate {
  /** The notice's kind with underscores: `hold_lapsing`. */
  readonly name: string;
  /** Each on one line, in the words of the chat; who comes is not named. */
  readonly variables: {
    readonly office: string;
    readonly date: string;
    readonly window: string;
    readonly code: string;
  };
}

type Told = Pick<DueNotice, "kind" | "at" | "booking" | "from"> &
  Partial<Pick<DueNotice, "lastMessageAt" | "givenAt">>;

export type TellNotice = (notice: DueNotice) => Promise<NoticeReply | undefined>;

/** What the sentences of one notice are made with. */
interface Telling {
  readonly office: Office;
  readonly from: Notice["from"];
  readonly at: number;
  readonly today: string;
  readonly say: Say;
  readonly words: Words;
  readonly offers: Offers;
  readonly writer: ReplyWriter;
}

type Tell<State extends Booking> = (booking: State, telling: Telling) => Promise<Reply>;

export function createTellNotice(context: ChatContext): TellNotice {
  const { desk, offices } = context;

  const remind: Tell<ConfirmedBooking> = async (booking, { office, say, words, writer }) => {
    const ticket = createTicket({ office, booking });
    return writer.withBarcode(writer.reply(words.notices.reminder(booking, ticket, say)), booking.code);
  };

  const urge: Tell<HeldBooking> = async (booking, { office, at, say, words, offers, writer }) => {
    const { notices, buttons } = words;
    const canBeLonger = extendedEnd(booking, office, at) > booking.expiresAt;
    const more = canBeLonger ? offers.command(buttons.extend, "extend", booking) : [];
    return writer.reply(notices["hold-lapsing"](booking, say), [...offers.confirm(booking), ...more]);
  };

  const offer: Tell<HeldBooking> = async (booking, { say, words, offers, writer }) => {
    const { notices, buttons } = words;
    const decline = offers.command(buttons.cancel, "cancel", booking);
    const reply = writer.reply(notices.offer(booking, say), [...offers.confirm(booking), ...decline]);
    return writer.withBarcode(reply, booking.code);
  };

  const tellMoved: Tell<HeldBooking | ConfirmedBooking> = async (
    booking,
    { office, from, say, words, offers, writer },
  ) => {
    const ticket = booking.state === "confirmed" ? createTicket({ office, booking }) : undefined;
    const choices = booking.state === "held" ? offers.confirm(booking) : [];
    return writer.withBarcode(
      writer.reply(words.notices.moved(booking, ticket, say, from), choices),
      booking.code,
    );
  };

  /** What has come to nothing, with the days on which there is something instead. */
  async function tellEnd(
    { people }: Booking,
    { office, today, offers, writer }: Telling,
    write: (next: readonly Alternative[]) => string,
  ): Promise<Reply> {
    const next = await listNextDays(desk, office.id, today);
    const party = people.map(({ details }) => details);
    return writer.reply(write(next), offers.otherDays(next, { party }));
  }

  function tellLapsed(kind: "offer-lapsed" | "wait-over") {
    return (booking: Booking, telling: Telling) =>
      booking.state === "lapsed"
        ? tellEnd(booking, telling, (next) => telling.words.notices[kind](booking, next, telling.say))
        : undefined;
  }

  /** `undefined` where the booking is no longer what the notice was about. */
  const write: Readonly<
    Record<NoticeKind, (booking: Booking, telling: Telling) => Promise<Reply> | undefined>
  > = {
    reminder: (booking, telling) => (booking.state === "confirmed" ? remind(booking, telling) : undefined),
    "hold-lapsing": (booking, telling) => (booking.state === "held" ? urge(booking, telling) : undefined),
    offer: (booking, telling) => (booking.state === "held" ? offer(booking, telling) : undefined),
    moved: (booking, telling) =>
      booking.state === "held" || booking.state === "confirmed" ? tellMoved(booking, telling) : undefined,
    "office-cancelled": (booking, telling) =>
      booking.state === "cancelled"
        ? tellEnd(booking, telling, (next) =>
            telling.words.notices["office-cancelled"](booking, next, telling.say),
          )
        : undefined,
    "offer-lapsed": tellLapsed("offer-lapsed"),
    "wait-over": tellLapsed("wait-over"),
  };

  return async (notice) => {
    context.lookAtOffices();
    checkArguments<Told>("notice", notice, {
      kind: aText,
      at: aNumber,
      booking: anObject,
      from: ["object"],
      lastMessageAt: ["number"],
      givenAt: ["number"],
    });
    const { kind, at, booking, from } = notice;
    if (!Object.hasOwn(write, kind))
      throw new RangeError(`kind: expected one of ${Object.keys(write).join(", ")}`);
    const { sender = "", officeId } = booking;
    const office = offices.get(officeId);
    const colon = sender.indexOf(":");
    if (office === undefined || colon === -1) return undefined;
    const today = desk.dateAt(officeId, at);
    const say = context.say(officeId, at);
    const words = context.wordsOf(officeId);
    const offers = createOffers({ ...context, words }, { officeId, today }, officeId, say);
    const writer = writeReply(context, sender.slice(colon + 1));
    const reply = await write[kind](booking, { office, from, at, today, say, words, offers, writer });
    const channel = sender.slice(0, colon);
    if (reply === undefined || takesText(context.freeTextHours.get(channel), notice))
      return reply && { ...reply, channel };
    return { ...reply, channel, template: templateOf(notice, say) };
  };
}

/** Whether a channel still takes free text by the time at which a notice is sent, a minute after it was given out. */
function takesText(
  hours: number | undefined,
  { givenAt = Date.now(), lastMessageAt = -Infinity }: Pick<Told, "givenAt" | "lastMessageAt">,
): boolean {
  return hours === undefined || givenAt + minute < lastMessageAt + hours * hour;
}

function templateOf({ kind, booking }: Told, say: Say): NoticeTemplate {
  const { officeId, date, code } = booking;
  const variables = {
    office: say.office(officeId),
    date: say.date(date),
    window: say.window(booking),
    code: say.code(code),
  };
  return { name: kind.replaceAll("-", "_"), variables };
}
