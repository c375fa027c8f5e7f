import type { ActionWords } from "../../../chat/words.js";
import { free, freeIfAny, held, moved, resend, ticketText, waitingAt, when } from "./phrases.js";
import { codes, ended, full, limits, moving, notOffered, unusable } from "./refusals.js";

const noOffice = () => `Kantor ini tidak menerima booking. ${resend}`;

/** How each action of the desk ends. */
export const actions: ActionWords = /* @__PURE__ */ assemble();

function assemble(): ActionWords {
  return {
    hold: {
      held: ({ booking, replaced }, say) =>
        say.paragraphs(
          held(booking, say),
          replaced && `Pesanan sebelumnya, ${say.date(replaced.date)}, sudah diganti.`,
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
          replaced && `Booking Anda untuk ${when(replaced, say)} sudah dilepas.`,
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
          ? `${say.people(booking)} sudah keluar dari daftar tunggu untuk ${say.date(booking.date)}.`
          : `Booking ${say.people(booking)} untuk ${when(booking, say)} sudah dibatalkan. Anda dapat memesan lagi.`,
      "already-cancelled": ({ booking }, say) =>
        booking.replacedBy === undefined
          ? "Booking ini memang sudah dibatalkan."
          : `Kode ini sudah diganti. Untuk membatalkan, balas #batal dan kode penggantinya:\n${say.code(booking.replacedBy)}`,
      "hold-lapsed": () => "Booking ini sudah tidak berlaku, jadi tidak perlu dibatalkan.",
      "visit-over": ({ booking }, say) =>
        `Booking untuk ${when(booking, say)} sudah lewat dan tidak dapat dibatalkan.`,
      "too-late": ({ booking, until }, say) =>
        `Booking untuk ${when(booking, say)} hanya dapat dibatalkan sampai pukul ${say.moment(until, booking.officeId)}. Bila tidak bisa datang, mohon beri tahu kantor.`,
    },

    extend: {
      ...unusable,
      ...codes,
      ...ended,
      extended: ({ booking }, say) =>
        `Waktunya diperpanjang sampai pukul ${say.moment(booking.expiresAt, booking.officeId)}. Sebelum itu, balas dengan kode ini:\n${say.code(booking.code)}`,
      "longest-hold": ({ booking }, say) =>
        `Batas waktunya tetap: balas dengan kode ini sebelum pukul ${say.moment(booking.expiresAt, booking.officeId)}:\n${say.code(booking.code)}`,
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
          `Booking Anda dipindahkan dari ${when(replaced, say)}. Kode yang lama tidak berlaku lagi.`,
          moved(booking, ticket, say),
        ),
      "same-place": ({ booking }, say) =>
        `Booking ${say.people(booking)} memang sudah untuk ${when(booking, say)}. Tidak ada yang berubah.`,
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
            : "Sampai saat itu booking Anda yang sekarang tetap seperti semula. Bila kodenya belum dibalas, balaslah sebelum batas waktunya.",
        ),
      "already-waiting": ({ booking, position }, say) => waitingAt(booking, position, say),
      "places-free": ({ date, alternatives }, say) =>
        say.paragraphs(
          `Untuk ${say.date(date)} masih ada tempat, jadi tidak perlu menunggu.`,
          free(alternatives, say),
        ),
      "waiting-list-full": ({ date, limit, alternatives }, say) =>
        say.paragraphs(
          limit === 0
            ? `${say.here} tidak punya daftar tunggu.`
            : `Daftar tunggu untuk ${say.date(date)} juga sudah penuh.`,
          freeIfAny(alternatives, say),
        ),
    },
  };
}
