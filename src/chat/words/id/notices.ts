import type { NoticeWords } from "../../words.js";
import { freeIfAny, giveUp, moved, when } from "./phrases.js";

/** What the system tells unasked. */
export const notices: NoticeWords = {
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
  moved: (booking, ticket, say) =>
    say.paragraphs(
      "Mohon maaf, kantor memindahkan booking Anda. Kode yang lama tidak berlaku lagi.",
      moved(booking, ticket, say),
    ),
  "office-cancelled": (booking, alternatives, say) =>
    say.paragraphs(
      `Mohon maaf, kantor membatalkan booking ${say.people(booking)} untuk ${when(booking, say)} di ${say.office(booking.officeId)}.`,
      freeIfAny(alternatives, say, "Kirim ulang pesan Anda dengan salah satu tanggal ini."),
    ),
};
