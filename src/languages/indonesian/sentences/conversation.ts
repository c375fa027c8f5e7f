import type { ConversationWords } from "../../../chat/words.js";
import { commandsInShort } from "../commands.js";
import { free, freeIfAny, giveUp, moved, quoted, visit, waitingAt, when, whose } from "./phrases.js";

export const conversation: ConversationWords = {
  offices: {
    any: "salah satu kantor kami",
    which: (names, example, say) =>
      say.paragraphs(
        `Untuk kantor yang mana? Balas dengan nama kantornya, atau kirim ulang pesan Anda, misalnya:\n${example}`,
        `Pilihan kantor: ${names}.`,
      ),
  },
  orWait: "Atau balas #tunggu untuk masuk daftar tunggu hari itu.",
  questions: {
    ask: (question, parts, yes, say) =>
      say.paragraphs(
        parts.length === 0 ? undefined : `Yang belum kami pahami: ${quoted(parts)}.`,
        question,
        `Kalau benar, balas ya atau kirim:\n${yes}\nKalau bukan, tidak ada yang berubah.`,
      ),
    again: (yes) => `Belum ada yang berubah. Balas ya, atau kirim:\n${yes}`,
    hold: (names, date, say) => `Apakah maksudnya memesan tempat untuk ${names} pada ${say.date(date)}?`,
    wait: (names, date, say) => `Apakah maksudnya masuk daftar tunggu untuk ${names} pada ${say.date(date)}?`,
    confirm: (booking, say) => `Apakah booking ${whose(booking, say)} dipastikan?`,
    cancel: (booking, say) => `Apakah booking ${whose(booking, say)} dibatalkan?`,
    extend: (booking, say) => `Apakah batas waktu booking ${whose(booking, say)} diperpanjang?`,
    reschedule: (booking, date, say) =>
      `Apakah booking ${whose(booking, say)} dipindahkan ke ${say.date(date)}?`,
    whichDay: (dates, say) =>
      `Hari yang mana?${dates.map((date) => `\n• ${say.date(date)}`).join("")}\n\nCukup balas dengan salah satu tanggal ini.`,
    nothingDone: (bookings, say) =>
      `Baik, tidak ada yang kami ubah.${bookings.map((booking) => `\n• ${whose(booking, say)}`).join("")}`,
  },
  notices: {
    reminder: (booking, ticket, say) =>
      say.paragraphs(
        `Pengingat: nomor antrian Anda ${ticket.queueNumber}`,
        say.visit(booking, ticket),
        `Tunjukkan kode ini di kantor:\n${say.code(ticket.code)}`,
        `Tidak bisa datang? ${giveUp(booking, say, ", supaya tempatnya dapat dipakai orang lain")}`,
      ),
    "hold-lapsing": (booking, say) =>
      `Tempat ${say.people(booking)} untuk ${when(booking, say)} belum dipastikan. Balas dengan kode ini sebelum pukul ${say.moment(booking.expiresAt, booking.officeId)}, atau tempatnya dilepas:\n${say.code(booking.code)}`,
    offer: (booking, say) =>
      say.paragraphs(
        `Ada tempat untuk ${say.people(booking)}: ${when(booking, say)} di ${say.office(booking.officeId)}.`,
        `Untuk mengambilnya, balas dengan kode ini sebelum pukul ${say.moment(booking.expiresAt, booking.officeId)}; setelah itu tempatnya untuk yang menunggu berikutnya:\n${say.code(booking.code)}`,
        "Tidak jadi? Balas #batal dan kode ini.",
      ),
    moved: (booking, ticket, say, from) =>
      say.paragraphs(
        from === undefined
          ? "Mohon maaf, kantor memindahkan booking Anda. Kode yang lama tidak berlaku lagi."
          : `Mohon maaf, kantor memindahkan booking Anda dari ${when(from, say)}. Kode yang lama tidak berlaku lagi.`,
        moved(booking, ticket, say),
      ),
    "offer-lapsed": (booking, alternatives, say) =>
      say.paragraphs(
        `Tempat untuk ${say.people(booking)} pada ${when(booking, say)} tidak diambil sampai batas waktunya, dan sudah untuk yang berikutnya.`,
        freeIfAny(alternatives, say, "Untuk menunggu lagi, atau untuk hari lain, kirim ulang pesan Anda."),
      ),
    "wait-over": (booking, alternatives, say) =>
      say.paragraphs(
        `Tidak ada tempat yang kosong untuk ${say.people(booking)} pada ${say.date(booking.date)}. Daftar tunggu hari itu sudah ditutup.`,
        freeIfAny(alternatives, say, "Kirim ulang pesan Anda dengan salah satu tanggal ini."),
      ),
    "office-cancelled": (booking, alternatives, say) =>
      say.paragraphs(
        `Mohon maaf, kantor membatalkan booking ${say.people(booking)} untuk ${when(booking, say)} di ${say.office(booking.officeId)}.`,
        freeIfAny(alternatives, say, "Kirim ulang pesan Anda dengan salah satu tanggal ini."),
      ),
  },
  availability: {
    days: (alternatives, example, say) =>
      say.paragraphs(
        say.here,
        free(alternatives, say, `Untuk memesan, kirim pesan seperti ini dengan data Anda:\n${example}`),
      ),
    day(day, { slots, alternatives, example }, say) {
      const date = say.date(day.date);
      const lines = slots.map(({ places, ...slot }) => `\n• ${say.window(slot)}: ${places} tempat`);
      const how = `Untuk memesan, kirim pesan seperti ini dengan data Anda:\n${example}`;
      if (lines.length > 0) return say.paragraphs(`${say.here}, ${date}:${lines.join("")}`, how);
      const reason = day.kind === "closed" && day.reason !== undefined ? ` (${say.short(day.reason)})` : "";
      const why = {
        open: `${say.here} pada ${date} sudah penuh.${say.hasWaitingList ? " Kirim #tunggu dan data Anda untuk masuk daftar tunggu." : ""}`,
        closed: `${say.here} tutup pada ${date}${reason}.`,
        "outside-booking-window": `${date} sekarang tidak dapat dipesan di ${say.here}.`,
      };
      return say.paragraphs(why[day.kind], free(alternatives, say, ""));
    },
  },
  notUnderstood: (lines, example, alternatives, say) =>
    say.paragraphs(
      `Pesan Anda belum dapat kami proses:\n${lines.map((line) => `• ${line}`).join("\n")}`,
      freeIfAny(alternatives, say, ""),
      `Tulis seperti ini, dengan data Anda:\n${example}`,
    ),
  nearlyUnderstood: (lines, fields, alternatives, say) =>
    say.paragraphs(
      lines.length === 0
        ? undefined
        : `Pesan Anda belum lengkap atau belum tepat:\n${lines.map((line) => `• ${line}`).join("\n")}`,
      freeIfAny(alternatives, say, ""),
      fields.length === 0
        ? "Cukup kirim fotonya; yang lain sudah kami catat."
        : `Cukup kirim bagian ini saja; yang lain sudah kami catat:\n${fields.map((field) => `${field}: …`).join("\n")}`,
    ),
  helpWithBookings: (list, say) =>
    say.paragraphs(
      `Booking Anda:\n\n${list}`,
      `Kirim kodenya untuk memastikan atau melihatnya. ${commandsInShort(say)} Untuk memesan lagi: #bantuan.`,
    ),
  tooFast: () =>
    "Pesan Anda terlalu cepat berturut-turut, dan yang berikutnya belum kami baca. Silakan tunggu satu menit, lalu kirim pesan terakhir sekali lagi.",
  pausing: (example) =>
    `Kami belum dapat membaca pesan-pesan Anda, dan untuk sementara hanya menjawab pesan yang dapat dibaca, misalnya:\n${example}\n\nBila perlu bantuan, silakan tanya petugas di kantor.`,
  bookings: (list) => `Booking Anda:\n\n${list}\n\nKirim sebuah kode untuk memastikan atau melihatnya.`,
  noBooking: (example) =>
    `Anda tidak punya booking yang berlaku. Untuk memesan, kirim pesan seperti ini dengan data Anda:\n${example}`,
  listed(booking, say) {
    const names = say.people(booking);
    const code = say.code(booking.code);
    switch (booking.state) {
      case "waiting":
        return `${names}, ${say.date(booking.date)}, dalam daftar tunggu\n${code}`;
      case "held":
        return `${names}, ${when(booking, say)}, menunggu kode sampai pukul ${say.moment(booking.expiresAt, booking.officeId)}\n${code}`;
      default:
        return `${names}, ${when(booking, say)}, nomor antrian ${booking.queueNumber}\n${code}`;
    }
  },
  visit,
  otherTime: (asked, booking, say) =>
    `Pukul ${asked} sudah tidak ada tempat. Waktu terdekat yang masih ada: ${say.window(booking)}.`,
  waitingAt,
  moveWhere: (code, problem, alternatives, say) =>
    say.paragraphs(
      problem,
      `Ke tanggal berapa booking ini dipindahkan?\n${code}`,
      free(alternatives, say, "Cukup balas dengan tanggalnya."),
    ),
  howToWait: (example, say) =>
    say.hasWaitingList
      ? say.paragraphs(
          `Untuk masuk daftar tunggu ${say.here}, kirim pesan seperti ini dengan data Anda:\n${example}`,
          say.hasMoves ? "Sudah punya booking di hari lain? Cukup balas #tunggu dan tanggalnya." : undefined,
        )
      : `${say.here} tidak punya daftar tunggu. Untuk melihat hari yang masih kosong, balas #tersedia.`,
  more: (count) => `dan ${count} lagi`,
};
