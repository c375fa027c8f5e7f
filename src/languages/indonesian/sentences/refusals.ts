import type { Booking } from "../../../booking/booking.js";
import type { RefusalWords } from "../../../chat/refusal-words.js";
import type { Say } from "../../../chat/say.js";
import { free, freeIfAny, giveUp, resend, when } from "./phrases.js";

export const notOffered: RefusalWords["notOffered"] = {
  "pool-not-offered": ({ alternatives }, say) =>
    say.paragraphs(`${say.here} tidak menyediakan layanan ini.`, freeIfAny(alternatives, say)),
  "party-too-large": ({ places, largest, alternatives }, say) =>
    say.paragraphs(
      `Rombongan ${places} orang terlalu besar: ${say.here} menerima paling banyak ${largest} orang sekaligus. Kirim untuk ${largest} orang atau kurang.`,
      freeIfAny(alternatives, say),
    ),
  "outside-intake-hours": ({ officeId, opensAt, alternatives }, say) =>
    say.paragraphs(
      `${say.here} sedang tidak menerima pesanan. Silakan kirim lagi mulai pukul ${say.moment(opensAt, officeId)}.`,
      freeIfAny(alternatives, say, ""),
    ),
  "outside-booking-window": ({ reason, date, from, until, alternatives }, say) => {
    const why = {
      past: `${say.date(date)} sudah lewat.`,
      "day-is-over": `Untuk ${say.date(date)} sudah tidak ada jam layanan yang tersisa.`,
      "window-is-over": `Jam itu pada ${say.date(date)} sudah lewat.`,
      "too-late": `${say.date(date)} sudah tidak dapat dipesan.`,
      "too-far-ahead": `${say.date(date)} belum dibuka.`,
    };
    const window = `Anda bisa memesan dari ${say.date(from)} sampai ${say.date(until)}.`;
    return say.paragraphs(why[reason], window, free(alternatives, say));
  },
  "office-closed": ({ date, reason, alternatives }, say) =>
    say.paragraphs(
      `${say.here} tutup pada ${say.date(date)}${reason === undefined ? "" : ` (${say.short(reason)})`}.`,
      free(alternatives, say),
    ),
  "window-not-offered": ({ date, window, alternatives }, say) =>
    say.paragraphs(
      `${say.here} tidak melayani pukul ${say.time({ date, window })} pada ${say.date(date)}.`,
      free(alternatives, say),
    ),
};

export const full: RefusalWords["full"] = {
  "window-full": ({ date, window, alternatives }, say) =>
    say.paragraphs(
      `${say.here} pukul ${say.time({ date, window })} pada ${say.date(date)} sudah penuh.`,
      free(alternatives, say),
    ),
  "pool-full": ({ date, alternatives }, say) =>
    say.paragraphs(
      `Tempat untuk layanan ini di ${say.here} pada ${say.date(date)} sudah penuh.`,
      free(alternatives, say),
    ),
  "day-full": ({ date, alternatives }, say) =>
    say.paragraphs(`${say.here} pada ${say.date(date)} sudah penuh.`, free(alternatives, say)),
};

export const limits: RefusalWords["limits"] = {
  "person-has-booking": ({ booking }, say) => {
    if (booking === undefined)
      return "Orang ini sudah punya booking dari pengirim lain. Hubungi kantor bila ini tidak benar.";
    const code = say.code(booking.code);
    return booking.state === "waiting"
      ? say.paragraphs(
          `${say.people(booking)} sudah ada dalam daftar tunggu ${say.office(booking.officeId)} untuk ${say.date(booking.date)}.`,
          `Untuk hari lain, keluar dulu dari daftar itu: balas #batal dan kode ini:\n${code}`,
        )
      : say.paragraphs(
          `${say.people(booking)} sudah punya booking: ${when(booking, say)} di ${say.office(booking.officeId)}.`,
          `${howToChange(booking, say)}:\n${code}`,
        );
  },
  "sender-limit": ({ limit }, say) =>
    `Dari satu pengirim ${say.here} menerima paling banyak ${limit} booking, termasuk yang di kantor lain. Untuk memesan lagi, batalkan dulu: balas #batal.`,
  "visit-limit": ({ most, withinDays }, say) =>
    `Dalam ${withinDays} hari ${say.here} menerima paling banyak ${most} kunjungan untuk satu orang, termasuk yang sudah lewat.`,
  paused: ({ until }, say) =>
    `Beberapa kunjungan tidak dihadiri. ${say.here} menerima booking untuk orang ini lagi mulai ${say.moment(until)}.`,
  "too-many-changes": ({ until }, say) =>
    `Terlalu banyak booking diubah atau dibatalkan dari sini hari ini. Booking baru dari sini diterima lagi mulai ${say.moment(until)}; yang sudah ada tetap berlaku.`,
};

/** What may still be done with a booking, in front of its code. */
function howToChange(booking: Booking, say: Say): string {
  const canMove = say.moveUntil(booking).kind !== "closed";
  const canCancel = say.cancelUntil(booking).kind !== "closed";
  if (canMove && canCancel)
    return "Untuk pindah hari, balas #pindah dengan kode ini dan tanggalnya; untuk membatalkan, #batal dan kode ini";
  if (canMove) return "Untuk pindah hari, balas #pindah dengan kode ini dan tanggalnya";
  return canCancel
    ? "Untuk membatalkannya, balas #batal dan kode ini"
    : "Untuk mengubahnya, mohon hubungi kantor dengan kode ini";
}

export const unusable: RefusalWords["unusable"] = {
  "request-id-conflict": () => `Pesan ini tidak dapat diproses. ${resend}`,
  busy: () => "Sekarang sangat banyak yang menulis. Mohon kirim lagi sebentar lagi.",
  blocked: () => "Kami tidak menerima pesanan dari sini. Hubungi kantor bila ini tidak benar.",
  malformed: () =>
    `Pesan ini tidak dapat diproses: isinya terlalu panjang, atau seseorang tertulis dua kali. ${resend}`,
};

export const codes: RefusalWords["codes"] = {
  malformed: () => "Kode ini tidak dapat dibaca. Salin kode dari pesan kami.",
  "unknown-code": () =>
    "Kode ini tidak kami temukan pada pesan-pesan Anda. Periksa kodenya, dan kirim dari nomor yang memesan.",
  "slowed-down": ({ until }, say) =>
    `Terlalu banyak kode yang salah dari sini. Tunggu sampai pukul ${say.nextMinute(until)}, lalu salin kode dari pesan kami.`,
};

export const ended: RefusalWords["ended"] = {
  "hold-lapsed": () =>
    "Kode ini sudah tidak berlaku: batas waktunya lewat dan tempatnya sudah dilepas. Silakan pesan lagi.",
  cancelled: ({ booking }, say) =>
    booking.replacedBy === undefined
      ? `Booking ini sudah dibatalkan. Silakan pesan lagi di ${say.office(booking.officeId)}.`
      : `Kode ini sudah diganti dengan kode:\n${say.code(booking.replacedBy)}`,
  waiting: ({ booking }, say) =>
    `Anda masih dalam daftar tunggu ${say.office(booking.officeId)} untuk ${say.date(booking.date)}. Begitu ada tempat, kami mengirim pesan. Tidak jadi menunggu? Balas #batal.`,
};

export const moving: RefusalWords["moving"] = {
  "visit-over": ({ booking }, say) => `Booking untuk ${when(booking, say)} sudah lewat. Silakan pesan lagi.`,
  "too-late": ({ booking, until }, say) =>
    `Booking untuk ${when(booking, say)} hanya dapat dipindahkan sampai pukul ${say.moment(until, booking.officeId)}. Booking Anda tetap berlaku. Tidak bisa datang? ${giveUp(booking, say)}`,
  "reschedule-limit": ({ booking, limit }, say) =>
    say.paragraphs(
      limit === 0
        ? "Di kantor ini booking tidak dapat dipindahkan."
        : `Booking ini sudah dipindahkan ${limit} kali, sebanyak yang diizinkan.`,
      `Booking untuk ${when(booking, say)} tetap berlaku. Tidak bisa datang? ${giveUp(booking, say, ", lalu pesan lagi")}`,
    ),
};
