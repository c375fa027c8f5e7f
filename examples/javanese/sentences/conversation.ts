import type { ConversationWords } from "giliran";
import { free, moved, ticketText, visit, waitingAt, when, whose } from "./phrases.js";

const bullets = (lines: readonly string[]) => lines.map((line) => `• ${line}`).join("\n");

export const conversation: ConversationWords = {
  offices: {
    any: "salah satunggaling kantor kula",
    which: (names, example) =>
      `Kangge kantor pundi? Wangsuli mawi naminipun, utawi kintun malih, tuladhanipun:\n${example}\n\nKantoripun: ${names}.`,
  },
  orWait: "Utawi wangsuli #nengga kangge mlebet daftar nengga dinten punika.",
  questions: {
    ask: (question, parts, yes, say) =>
      say.paragraphs(
        parts.length === 0
          ? undefined
          : `Ingkang dereng kula mangertosi: ${parts.map((part) => `“${part}”`).join(", ")}.`,
        question,
        `Menawi leres, wangsuli nggih utawi kintun:\n${yes}\nMenawi mboten, mboten wonten ingkang owah.`,
      ),
    again: (yes) => `Dereng wonten ingkang owah. Wangsuli nggih, utawi kintun:\n${yes}`,
    hold: (names, date, say) => `Menapa badhe pesen papan kangge ${names} ing ${say.date(date)}?`,
    wait: (names, date, say) => `Menapa badhe mlebet daftar nengga kangge ${names} ing ${say.date(date)}?`,
    confirm: (booking, say) => `Menapa booking ${whose(booking, say)} dipunpesthekaken?`,
    cancel: (booking, say) => `Menapa booking ${whose(booking, say)} dipunbatalaken?`,
    extend: (booking, say) => `Menapa booking ${whose(booking, say)} dipuntambahi wekdal?`,
    reschedule: (booking, date, say) =>
      `Menapa booking ${whose(booking, say)} dipunpindhah dhateng ${say.date(date)}?`,
    whichDay: (dates, say) =>
      `Dinten pundi?${dates.map((date) => `\n• ${say.date(date)}`).join("")}\n\nWangsuli mawi tanggalipun kemawon.`,
    nothingDone: (bookings, say) =>
      `Nggih, mboten wonten ingkang kula owahi.${bookings.map((booking) => `\n• ${whose(booking, say)}`).join("")}`,
  },
  notices: {
    reminder: (booking, ticket, say) =>
      ticketText(booking, ticket, say, "Pangenget: nomer antrian panjenengan"),
    "hold-lapsing": (booking, say) =>
      `Papan ${say.people(booking)} ${when(booking, say)} dereng mesthi. Wangsuli mawi kode punika saderengipun jam ${say.moment(booking.expiresAt, booking.officeId)}:\n${say.code(booking.code)}`,
    offer: (booking, say) =>
      `Wonten papan kangge ${say.people(booking)}: ${when(booking, say)} ing ${say.office(booking.officeId)}. Wangsuli mawi kode punika saderengipun jam ${say.moment(booking.expiresAt, booking.officeId)}:\n${say.code(booking.code)}\n\nMboten saestu? Wangsuli #batal lan kode punika.`,
    moved: (booking, ticket, say, from) =>
      say.paragraphs(
        `Nyuwun pangapunten, kantor mindhah booking panjenengan${from === undefined ? "" : ` saking ${when(from, say)}`}. Kode lami mboten kangge malih.`,
        moved(booking, ticket, say),
      ),
    "offer-lapsed": (booking, alternatives, say) =>
      `Papan kangge ${say.people(booking)} ${when(booking, say)} mboten dipunpendhet ing wekdalipun.\n\n${free(alternatives, say)}`,
    "wait-over": (booking, alternatives, say) =>
      `Mboten wonten papan kangge ${say.people(booking)} ${say.date(booking.date)}.\n\n${free(alternatives, say)}`,
    "office-cancelled": (booking, alternatives, say) =>
      `Nyuwun pangapunten, kantor mbatalaken booking ${say.people(booking)} kangge ${when(booking, say)}.\n\n${free(alternatives, say, "Mangga pesen malih kangge salah satunggaling tanggal.")}`,
  },
  availability: {
    days: (alternatives, example, say) =>
      `${say.here}\n\n${free(alternatives, say, `Kangge pesen, kintun pesen kados mekaten:\n${example}`)}`,
    day(day, { slots, alternatives, example }, say) {
      const lines = slots.map((slot) => `\n• ${say.window(slot)}: ${slot.places} papan`).join("");
      return lines === ""
        ? `${say.date(day.date)} mboten wonten papan ing ${say.here}.\n\n${free(alternatives, say, "")}`
        : `${say.here}, ${say.date(day.date)}:${lines}\n\nKangge pesen, kintun pesen kados mekaten:\n${example}`;
    },
  },
  notUnderstood: (lines, example, alternatives, say) =>
    say.paragraphs(
      `Pesen panjenengan dereng saged dipunolah:\n${bullets(lines)}`,
      alternatives.length > 0 ? free(alternatives, say, "") : undefined,
      `Serat kados mekaten:\n${example}`,
    ),
  nearlyUnderstood: (lines, fields, alternatives, say) =>
    say.paragraphs(
      lines.length > 0
        ? `Pesen panjenengan dereng jangkep utawi dereng leres:\n${bullets(lines)}`
        : undefined,
      alternatives.length > 0 ? free(alternatives, say, "") : undefined,
      `Cekap kintun punika mawon; sanesipun sampun kula cathet:\n${fields.map((field) => `${field}: …`).join("\n") || "foto"}`,
    ),
  helpWithBookings: (list, say) =>
    `Booking panjenengan:\n\n${list}\n\nKintun kodenipun kangge mirsani.${say.hasMoves ? " #pindhah mindhah." : ""}${say.hasCancels ? " #batal mbatalaken." : ""} Badhe pesen malih: #pitulungan.`,
  tooFast: () =>
    "Pesen panjenengan kerep sanget, lan salajengipun dereng kula waos. Mangga ngentosi saksedhela, lajeng kintun pesen pungkasan malih.",
  pausing: (example) =>
    `Pesen panjenengan dereng saged kula waos. Sawatawis wekdal kula namung mangsuli pesen ingkang saged kawaos, tuladhanipun:\n${example}`,
  noBooking: (example) =>
    `Panjenengan mboten gadhah booking. Kangge pesen, kintun kados mekaten:\n${example}`,
  bookings: (list) => `Booking panjenengan:\n\n${list}\n\nKintun satunggal kode kangge mirsani.`,
  listed: (booking, say) =>
    `${say.people(booking)}, ${booking.state === "waiting" ? `${say.date(booking.date)}, nengga` : when(booking, say)}\n${say.code(booking.code)}`,
  visit,
  otherTime: (asked, booking, say) =>
    `Jam ${asked} mboten wonten papan. Wekdal ingkang paling celak: ${say.window(booking)}.`,
  waitingAt,
  moveWhere: (code, problem, alternatives, say) =>
    say.paragraphs(
      problem,
      `Badhe dipunpindhah dhateng tanggal pinten?\n${code}`,
      free(alternatives, say, "Cekap mangsuli mawi tanggalipun."),
    ),
  howToWait: (example, say) =>
    say.hasWaitingList
      ? `Kangge mlebet daftar nengga ${say.here}, kintun kados mekaten:\n${example}\n\n${say.hasMoves ? "Sampun gadhah booking dinten sanes? Cekap #nengga lan tanggalipun." : ""}`.trim()
      : `${say.here} mboten gadhah daftar nengga. Dinten ingkang kothong: #kothong.`,
  more: (count) => `lan ${count} malih`,
};
