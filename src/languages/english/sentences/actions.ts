import type { ActionWords } from "../../../chat/words.js";
import { free, freeIfAny, held, moved, sendAgain, ticketText, waitingAt, when } from "./phrases.js";
import { codes, ended, full, limits, moving, notOffered, unusable } from "./refusals.js";

const noOffice = () => `This office takes no bookings. ${sendAgain}`;

/** How each action of the desk ends. */
export const actions: ActionWords = /* @__PURE__ */ assemble();

function assemble(): ActionWords {
  return {
    hold: {
      held: ({ booking, replaced }, say) =>
        say.paragraphs(
          held(booking, say),
          replaced && `It replaces your earlier request for ${say.date(replaced.date)}.`,
        ),
      "already-held": ({ booking }, say) => held(booking, say),
      "unknown-office": noOffice,
      ...unusable,
      ...notOffered,
      ...full,
      ...limits,
    },

    confirm: {
      confirmed: ({ booking, ticket, replaced }, say) =>
        say.paragraphs(
          ticketText(booking, ticket, say),
          replaced && `Your booking for ${when(replaced, say)} was given back.`,
        ),
      "already-confirmed": ({ booking, ticket }, say) => ticketText(booking, ticket, say),
      ...unusable,
      ...codes,
      ...ended,
      ...moving,
    },

    cancel: {
      ...unusable,
      ...codes,
      cancelled: ({ booking }, say) =>
        booking.history.at(-2)?.what === "waiting"
          ? `${say.people(booking)} left the waiting list for ${say.date(booking.date)}.`
          : `The booking of ${say.people(booking)} for ${when(booking, say)} is cancelled. You can book again.`,
      "already-cancelled": ({ booking }, say) =>
        booking.replacedBy === undefined
          ? "This booking was cancelled before."
          : `This code was replaced. To cancel, answer #cancel and the code that took its place:\n${say.code(booking.replacedBy)}`,
      "hold-lapsed": () => "This booking had run out, so there is nothing to cancel.",
      "visit-over": ({ booking }, say) =>
        `The booking for ${when(booking, say)} is over and can't be cancelled.`,
      "too-late": ({ booking, until }, say) =>
        `The booking for ${when(booking, say)} could be cancelled until ${say.moment(until, booking.officeId)}. If you can't come, please tell the office.`,
    },

    extend: {
      ...unusable,
      ...codes,
      ...ended,
      extended: ({ booking }, say) =>
        `You have until ${say.moment(booking.expiresAt, booking.officeId)} now. Before that, answer with this code:\n${say.code(booking.code)}`,
      "longest-hold": ({ booking }, say) =>
        `The time stays as it is: answer with this code before ${say.moment(booking.expiresAt, booking.officeId)}:\n${say.code(booking.code)}`,
      "already-confirmed": ({ booking, ticket }, say) => ticketText(booking, ticket, say),
    },

    reschedule: {
      ...unusable,
      ...codes,
      ...ended,
      ...notOffered,
      ...limits,
      ...full,
      ...moving,
      "unknown-office": noOffice,
      rescheduled: ({ booking, replaced, ticket }, say) =>
        say.paragraphs(
          `Your booking was moved from ${when(replaced, say)}. The old code is no longer valid.`,
          moved(booking, ticket, say),
        ),
      "same-place": ({ booking }, say) =>
        `The booking of ${say.people(booking)} is for ${when(booking, say)} already. Nothing was changed.`,
    },

    joinWaitingList: {
      ...unusable,
      ...notOffered,
      ...limits,
      ...moving,
      "unknown-office": noOffice,
      waiting: ({ booking, position }, say) =>
        say.paragraphs(
          waitingAt(booking, position, say),
          booking.replaces === undefined
            ? undefined
            : "Until then the booking that you have stays as it is. If its code is still to be sent back, send it in time.",
        ),
      "already-waiting": ({ booking, position }, say) => waitingAt(booking, position, say),
      "places-free": ({ date, alternatives }, say) =>
        say.paragraphs(`There is room on ${say.date(date)}: no need to wait.`, free(alternatives, say)),
      "waiting-list-full": ({ date, limit, alternatives }, say) =>
        say.paragraphs(
          limit === 0
            ? `${say.here} has no waiting list.`
            : `The waiting list for ${say.date(date)} is full too.`,
          freeIfAny(alternatives, say),
        ),
    },
  };
}
