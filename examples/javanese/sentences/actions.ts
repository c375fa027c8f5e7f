import type { ActionWords } from "giliran";
import { free, held, moved, resend, ticketText, waitingAt, when, yourNumber } from "./phrases.js";
import { codes, ended, full, limits, moving, notOffered, unusable } from "./refusals.js";

export const actions: ActionWords = {
  hold: {
    held: ({ booking }, say) => held(booking, say),
    "already-held": ({ booking }, say) => held(booking, say),
    "unknown-office": () => `Kantor punika mboten nampi booking. ${resend}`,
    ...unusable,
    ...notOffered,
    ...full,
    ...limits,
  },
  confirm: {
    confirmed: ({ booking, ticket }, say) => ticketText(booking, ticket, say, yourNumber),
    "already-confirmed": ({ booking, ticket }, say) => ticketText(booking, ticket, say, yourNumber),
    ...unusable,
    ...codes,
    ...ended,
    ...moving,
  },
  cancel: {
    ...unusable,
    ...codes,
    cancelled: ({ booking }, say) =>
      `Booking ${say.people(booking)} kangge ${say.date(booking.date)} sampun dipunbatalaken. Panjenengan saged pesen malih.`,
    "already-cancelled": () => "Booking punika pancen sampun dipunbatalaken.",
    "hold-lapsed": () => "Booking punika sampun mboten kangge, dados mboten perlu dipunbatalaken.",
    "visit-over": ({ booking }, say) => `Booking ${when(booking, say)} sampun kapengker.`,
    "too-late": ({ booking, until }, say) =>
      `Booking ${when(booking, say)} namung saged dipunbatalaken dumugi jam ${say.moment(until, booking.officeId)}. Mangga ngabari kantor menawi mboten saged rawuh.`,
  },
  extend: {
    ...unusable,
    ...codes,
    ...ended,
    extended: ({ booking }, say) =>
      `Wekdalipun dipuntambah dumugi jam ${say.moment(booking.expiresAt, booking.officeId)}. Wangsuli mawi kode punika:\n${say.code(booking.code)}`,
    "longest-hold": ({ booking }, say) =>
      `Wekdalipun tetep: wangsuli mawi kode punika saderengipun jam ${say.moment(booking.expiresAt, booking.officeId)}:\n${say.code(booking.code)}`,
    "already-confirmed": ({ booking, ticket }, say) => ticketText(booking, ticket, say, yourNumber),
  },
  reschedule: {
    ...unusable,
    ...codes,
    ...ended,
    ...notOffered,
    ...limits,
    ...full,
    ...moving,
    "unknown-office": () => `Kantor punika mboten nampi booking. ${resend}`,
    rescheduled: ({ booking, replaced, ticket }, say) =>
      say.paragraphs(
        `Booking dipunpindhah saking ${when(replaced, say)}. Kode lami mboten kangge malih.`,
        moved(booking, ticket, say),
      ),
    "same-place": ({ booking }, say) => `Booking pancen sampun kangge ${when(booking, say)}.`,
  },
  joinWaitingList: {
    ...unusable,
    ...notOffered,
    ...limits,
    ...moving,
    "unknown-office": () => `Kantor punika mboten nampi booking. ${resend}`,
    waiting: ({ booking, position }, say) => waitingAt(booking, position, say),
    "already-waiting": ({ booking, position }, say) => waitingAt(booking, position, say),
    "places-free": ({ date, alternatives }, say) =>
      `${say.date(date)} taksih wonten papan, mboten perlu nengga.\n\n${free(alternatives, say)}`,
    "waiting-list-full": ({ date, limit, alternatives }, say) =>
      `${limit === 0 ? `${say.here} mboten gadhah daftar nengga.` : `Daftar nengga ${say.date(date)} ugi sampun kebak.`}\n\n${free(alternatives, say)}`,
  },
};
