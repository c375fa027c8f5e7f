import type { ConversationWords } from "giliran";
import { free, moved, ticketText, visit, waitingAt, when } from "./phrases.js";

const bullets = (lines: readonly string[]) => lines.map((line) => `• ${line}`).join("\n");

export const conversation: ConversationWords = {
  offices: {
    any: "salah satunggaling kantor kula",
    which: (names, example) =>
      `Kangge kantor pundi? Wangsuli mawi naminipun, utawi kintun malih, tuladhanipun:\n${example}\n\nKantoripun: ${names}.`,
  },
  orWait: "Utawi wangsuli #nengga kangge mlebet daftar nengga dinten punika.",
  notices: {
    reminder: (booking, ticket, say) =>
      ticketText(booking, ticket, say, "Pangenget: nomer antrian panjenengan"),
    "hold-lapsing": (booking, say) =>
      `Papan ${say.people(booking)} ${when(booking, say)} dereng mesthi. Wangsuli mawi kode punika saderengipun jam ${say.moment(booking.expiresAt, booking.officeId)}:\n${say.code(booking.code)}`,
    offer: (booking, say) =>
      `Wonten papan kangge ${say.people(booking)}: ${when(booking, say)} ing ${say.office(booking.officeId)}. Wangsuli mawi kode punika saderengipun jam ${say.moment(booking.expiresAt, booking.officeId)}:\n${say.code(booking.code)}\n\nMboten saestu? Wangsuli #batal lan kode punika.`,
    moved: (booking, ticket, say) =>
      say.paragraphs(
        "Nyuwun pangapunten, kantor mindhah booking panjenengan. Kode lami mboten kangge malih.",
        moved(booking, ticket, say),
      ),
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
  pausing: (example) =>
    `Pesen panjenengan dereng saged kula waos. Sawatawis wekdal kula namung mangsuli pesen ingkang saged kawaos, tuladhanipun:\n${example}`,
  noBooking: (example) =>
    `Panjenengan mboten gadhah booking. Kangge pesen, kintun kados mekaten:\n${example}`,
  bookings: (list) => `Booking panjenengan:\n\n${list}\n\nKintun satunggal kode kangge mirsani.`,
  listed: (booking, say) =>
    `${say.people(booking)}, ${booking.state === "waiting" ? `${say.date(booking.date)}, nengga` : when(booking, say)}\n${say.code(booking.code)}`,
  visit,
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
