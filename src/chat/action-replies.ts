import type { CancelOutcome } from "../booking/actions/cancel.js";
import type { ConfirmOutcome } from "../booking/actions/confirm.js";
import type { ExtendOutcome } from "../booking/actions/extend.js";
import type { HoldOutcome } from "../booking/actions/hold.js";
import type { WaitOutcome } from "../booking/actions/join-waiting-list.js";
import type { RescheduleOutcome } from "../booking/actions/reschedule.js";
import type { LiveBooking } from "../booking/booking.js";
import type { Asked, Offers } from "./offers.js";
import type { About, Choice, Reply, ReplyWriter } from "./reply.js";
import type { OfficeToday } from "./route.js";
import type { Say } from "./say.js";
import type { MissedTime } from "./wish.js";
import type { Sentences, Words } from "./words.js";

/** What a chat replies to how an action of the desk ended. */
export interface ActionReplies {
  /** `missed` where the window is not at the time that was said. */
  readonly hold: (outcome: HoldOutcome, asked?: Asked, missed?: MissedTime) => Promise<Reply>;
  readonly confirm: (outcome: ConfirmOutcome) => Promise<Reply>;
  readonly cancel: (outcome: CancelOutcome) => Promise<Reply>;
  readonly extend: (outcome: ExtendOutcome) => Promise<Reply>;
  /** `code` is that of the booking that was to be moved. */
  readonly reschedule: (outcome: RescheduleOutcome, code?: string, missed?: MissedTime) => Promise<Reply>;
  readonly joinWaitingList: (outcome: WaitOutcome, asked?: Asked) => Promise<Reply>;
}

/** What the replies to one message are made with. */
export interface Replying {
  readonly words: Words;
  readonly where: OfficeToday;
  readonly say: Say;
  readonly offers: Offers;
  readonly writer: ReplyWriter;
}

export function createActionReplies({ words, where, say, offers, writer }: Replying): ActionReplies {
  const { reply, withBarcode } = writer;

  /** What is free instead, and where nothing is left that day, its waiting list. */
  function instead(outcome: HoldOutcome | WaitOutcome, asked: Asked | undefined): readonly Choice[] {
    if (asked === undefined || !("alternatives" in outcome)) return [];
    const days = offers.otherDays(outcome.alternatives, asked);
    return outcome.kind === "day-full" ? [...days, ...offers.wait(asked, outcome.officeId)] : days;
  }

  /** Who has a booking may move it, at its own office, or give it up. */
  function haveOne(booking: LiveBooking, date: string | undefined): readonly Choice[] {
    const canMove = say.moveUntil(booking).kind !== "closed" && booking.officeId === where.officeId;
    const moves = canMove && date !== undefined ? offers.moves([date], booking.code) : [];
    const canCancel = say.cancelUntil(booking).kind !== "closed";
    return [...moves, ...(canCancel ? offers.command(words.buttons.cancel, "cancel", booking) : [])];
  }

  function limited(outcome: HoldOutcome | WaitOutcome, asked: Asked | undefined): readonly Choice[] {
    const isOwn = outcome.kind === "person-has-booking" && outcome.booking !== undefined;
    return isOwn ? haveOne(outcome.booking as LiveBooking, asked?.date) : instead(outcome, asked);
  }

  /** Where the window is not at the time that was said, that comes first. */
  function tellMissed(text: string, booking: LiveBooking, missed: MissedTime | undefined): string {
    if (missed === undefined) return text;
    const { from, to } = missed.said;
    const asked = to === undefined ? say.clock(from) : `${say.clock(from)}–${say.clock(to)}`;
    return say.paragraphs(words.otherTime(asked, booking, say), text);
  }

  function replyHeld(text: string, booking: LiveBooking, missed: MissedTime | undefined): Promise<Reply> {
    const others = missed === undefined ? [] : offers.windows(missed.others, booking);
    const choices = [...offers.confirm(booking), ...others];
    return withBarcode(reply(tellMissed(text, booking, missed), choices), booking.code);
  }

  const written: ActionReplies = {
    async hold(outcome, asked, missed) {
      const text = sentence<HoldOutcome>(words.hold, outcome, say);
      if (outcome.kind === "day-full" && say.hasWaitingList)
        return reply(say.paragraphs(text, words.orWait), instead(outcome, asked));
      return outcome.kind === "held" || outcome.kind === "already-held"
        ? replyHeld(text, outcome.booking, missed)
        : reply(text, limited(outcome, asked));
    },
    async confirm(outcome) {
      const text = sentence<ConfirmOutcome>(words.confirm, outcome, say);
      switch (outcome.kind) {
        case "confirmed":
        case "already-confirmed":
          return withBarcode(reply(text), outcome.booking.code);
        case "hold-lapsed":
        case "cancelled":
          return reply(text, offers.again(outcome.booking));
        default:
          return reply(text);
      }
    },
    async cancel(outcome) {
      const text = sentence<CancelOutcome>(words.cancel, outcome, say);
      return reply(text, outcome.kind === "hold-lapsed" ? offers.again(outcome.booking) : []);
    },
    async extend(outcome) {
      const text = sentence<ExtendOutcome>(words.extend, outcome, say);
      switch (outcome.kind) {
        case "extended":
        case "longest-hold":
          return reply(text, offers.confirm(outcome.booking));
        case "already-confirmed":
          return withBarcode(reply(text), outcome.booking.code);
        default:
          return reply(text, "booking" in outcome ? offers.again(outcome.booking) : []);
      }
    },
    async reschedule(outcome, code, missed) {
      const text = sentence<RescheduleOutcome>(words.reschedule, outcome, say);
      if (outcome.kind === "rescheduled") {
        const { booking } = outcome;
        return booking.state === "held"
          ? replyHeld(text, booking, missed)
          : withBarcode(reply(tellMissed(text, booking, missed)), booking.code);
      }
      if (outcome.kind === "hold-lapsed" || outcome.kind === "cancelled")
        return reply(text, offers.again(outcome.booking));
      const dates = "alternatives" in outcome ? outcome.alternatives.map(({ date }) => date) : [];
      const mayWait = outcome.kind === "day-full" && code !== undefined && say.hasWaitingList;
      return reply(
        mayWait ? say.paragraphs(text, words.orWait) : text,
        code === undefined ? [] : offers.moves(dates, code),
      );
    },
    async joinWaitingList(outcome, asked) {
      return reply(sentence<WaitOutcome>(words.joinWaitingList, outcome, say), limited(outcome, asked));
    },
  };
  return {
    hold: async (outcome, asked, missed) =>
      about({ action: "hold", outcome }, await written.hold(outcome, asked, missed)),
    confirm: async (outcome) => about({ action: "confirm", outcome }, await written.confirm(outcome)),
    cancel: async (outcome) => about({ action: "cancel", outcome }, await written.cancel(outcome)),
    extend: async (outcome) => about({ action: "extend", outcome }, await written.extend(outcome)),
    reschedule: async (outcome, code, missed) =>
      about({ action: "reschedule", outcome }, await written.reschedule(outcome, code, missed)),
    joinWaitingList: async (outcome, asked) =>
      about({ action: "joinWaitingList", outcome }, await written.joinWaitingList(outcome, asked)),
  };
}

function about(told: About, reply: Reply): Reply {
  return { ...reply, about: told };
}

/** To the person an unknown code and another sender's sound the same. */
function sentence<Outcome extends { readonly kind: string }>(
  sentences: Sentences<Outcome>,
  outcome: Outcome,
  say: Say,
): string {
  const kind = (outcome.kind === "other-sender" ? "unknown-code" : outcome.kind) as keyof typeof sentences;
  // TypeScript can't tie a member of the union to the sentence of its own kind; `Sentences` does.
  return (sentences[kind] as (outcome: Outcome, say: Say) => string)(outcome, say);
}
