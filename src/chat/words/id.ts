import type { Alternative } from "../../allocation/alternatives.js";
import type { ConfirmedBooking, HeldBooking, WaitingBooking } from "../../booking/booking.js";
import { englishDates } from "../../message/dates/english.js";
import { indonesianDates } from "../../message/dates/indonesian.js";
import type { Ticket } from "../../ticket/ticket.js";
import type { Say } from "../say.js";
import type { Words } from "../words.js";

const resend = "Silakan kirim ulang pesan Anda.";

/** Indonesian, in the polite form. */
export const indonesian: Words = {
  tag: "id",
  languages: [indonesianDates, englishDates],
  commands: { cancel: "#batal", status: "#status", help: "#bantuan" },
  fieldNames: {
    name: "Nama",
    birthDate: "Tanggal lahir",
    arrivalDate: "Tanggal kedatangan",
    office: "Kantor",
  },
  offices: {
    any: "salah satu kantor kami",
    which: (names, example) =>
      `Untuk kantor yang mana? Kirim ulang pesan Anda dengan nama kantornya, misalnya:\n${example}\n\nPilihan kantor: ${names}.`,
  },
  again: "Pesan lagi",

  hold: {
    held: ({ booking, replaced }, say) =>
      say.paragraphs(
        held(booking, say),
        replaced && `Pesanan sebelumnya, ${say.date(replaced.date)}, sudah diganti.`,
      ),
    "already-held": ({ booking }, say) => held(booking, say),
    "request-id-conflict": () => `Pesan ini tidak dapat diproses. ${resend}`,
    malformed: () =>
      `Pesan ini tidak dapat diproses: isinya terlalu panjang, atau seseorang tertulis dua kali. ${resend}`,
    "unknown-office": () => "Kantor ini tidak menerima booking.",
    blocked: () => blocked,
    "pool-not-offered": ({ alternatives }, say) =>
      say.paragraphs(`${say.here} tidak menyediakan layanan ini.`, freeIfAny(alternatives, say)),
    "party-too-large": ({ places, largest, alternatives }, say) =>
      say.paragraphs(
        `Rombongan ${places} orang terlalu besar: ${say.here} menerima paling banyak ${largest} orang sekaligus.`,
        freeIfAny(alternatives, say),
      ),
    "outside-intake-hours": ({ officeId, opensAt, alternatives }, say) =>
      say.paragraphs(
        `${say.here} sedang tidak menerima pesanan. Silakan kirim lagi mulai pukul ${say.moment(opensAt, officeId)}.`,
        freeIfAny(alternatives, say),
      ),
    "outside-booking-window": ({ reason, date, from, until, alternatives }, say) => {
      const why = {
        past: `${say.date(date)} sudah lewat.`,
        "day-is-over": `Untuk ${say.date(date)} sudah tidak ada jam layanan yang tersisa.`,
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
    "person-has-booking": ({ booking }, say) =>
      booking === undefined
        ? "Orang ini sudah punya booking dari pengirim lain. Hubungi kantor bila ini tidak benar."
        : say.paragraphs(
            `${say.people(booking)} sudah punya booking: ${when(booking, say)} di ${say.office(booking.officeId)}.`,
            `Untuk mengganti hari, batalkan dulu dengan membalas #batal dan kode ini:\n${say.code(booking.code)}`,
          ),
    "sender-limit": ({ limit }) =>
      `Anda sudah punya ${limit} booking, sebanyak yang diizinkan. Batalkan salah satu dulu: balas #batal.`,
    "window-not-offered": ({ date, window, alternatives }, say) =>
      say.paragraphs(
        `${say.here} tidak melayani pukul ${window} pada ${say.date(date)}.`,
        free(alternatives, say),
      ),
    "window-full": ({ date, window, alternatives }, say) =>
      say.paragraphs(
        `${say.here} pukul ${window} pada ${say.date(date)} sudah penuh.`,
        free(alternatives, say),
      ),
    "pool-full": ({ date, alternatives }, say) =>
      say.paragraphs(
        `Tempat untuk layanan ini di ${say.here} pada ${say.date(date)} sudah penuh.`,
        free(alternatives, say),
      ),
    "day-full": ({ date, alternatives }, say) =>
      say.paragraphs(`${say.here} pada ${say.date(date)} sudah penuh.`, free(alternatives, say)),
  },

  confirm: {
    confirmed: ({ booking, ticket }, say) => ticketText(booking, ticket, say),
    "already-confirmed": ({ booking, ticket }, say) => ticketText(booking, ticket, say),
    "hold-lapsed": () =>
      "Kode ini sudah tidak berlaku: batas waktunya lewat dan tempatnya sudah dilepas. Silakan pesan lagi.",
    waiting: ({ booking }, say) => stillWaiting(booking, say),
    cancelled: ({ booking }, say) =>
      `Booking ini sudah dibatalkan. Silakan pesan lagi di ${say.office(booking.officeId)}.`,
    "request-id-conflict": () => `Pesan ini tidak dapat diproses. ${resend}`,
    malformed: () => "Kode ini tidak dapat dibaca. Salin kode dari pesan kami.",
    "unknown-code": () => unknownCode,
    "slowed-down": ({ until }, say) => tooManyCodes(until, say),
    blocked: () => blocked,
  },

  cancel: {
    cancelled: ({ booking }, say) =>
      `Booking ${say.people(booking)} untuk ${when(booking, say)} sudah dibatalkan.`,
    "already-cancelled": () => "Booking ini memang sudah dibatalkan.",
    "hold-lapsed": () => "Booking ini sudah tidak berlaku, jadi tidak perlu dibatalkan.",
    "visit-over": ({ booking }, say) =>
      `Booking untuk ${when(booking, say)} sudah lewat dan tidak dapat dibatalkan.`,
    "too-late": ({ booking, until }, say) =>
      `Booking untuk ${when(booking, say)} hanya dapat dibatalkan sampai pukul ${say.moment(until, booking.officeId)}. Bila tidak bisa datang, mohon beri tahu kantor.`,
    "request-id-conflict": () => `Pesan ini tidak dapat diproses. ${resend}`,
    malformed: () => "Kode ini tidak dapat dibaca. Salin kode dari pesan kami.",
    "unknown-code": () => unknownCode,
    "slowed-down": ({ until }, say) => tooManyCodes(until, say),
    blocked: () => blocked,
  },

  problems: {
    "too-long": () => "Pesan terlalu panjang.",
    empty: () => "Pesan kosong.",
    "not-a-request": () => "Ini bukan pesan pendaftaran.",
    template: () => "Ini contoh format; isilah dengan data Anda sendiri.",
    "several-people": ({ mostPeople }) =>
      mostPeople === 1
        ? "Satu pesan hanya untuk satu orang. Kirim satu pesan untuk setiap orang."
        : `Satu pesan hanya untuk ${mostPeople} orang paling banyak, satu baris untuk setiap orang.`,
    "extra-field": () => "Isian terlalu banyak.",
    "media-missing": () => "Foto yang diminta belum ada.",
    missing: ({ name }) => `${name}: belum diisi.`,
    placeholder: ({ name }) => `${name}: isilah dengan data Anda sendiri.`,
    "not-a-name": ({ name, found }) => `${name}: "${found}" bukan nama orang.`,
    "not-a-date": ({ name, found }) => `${name}: "${found}" bukan tanggal. Tulis seperti 17-08-1990.`,
    "incomplete-date": ({ name, found }) =>
      `${name}: "${found}" belum lengkap. Tulis tanggal, bulan dan tahun.`,
    "no-such-day": ({ name, found }) => `${name}: "${found}" tidak ada dalam kalender.`,
    ambiguous: ({ name, found, field }) => {
      if (field === "code")
        return "Kirim satu kode saja, tanpa kata lain; untuk membatalkan, #batal dan kodenya.";
      if (field === "whole") return "Maksud pesan ini belum jelas.";
      return `${name}: "${found}" dapat dibaca lebih dari satu cara. Tulis tanggal, nama bulan dan tahun.`;
    },
    "in-the-past": ({ name, found }) => `${name}: "${found}" sudah lewat.`,
    "in-the-future": ({ name, found }) => `${name}: "${found}" belum terjadi.`,
    "too-far": ({ name, found }) => `${name}: "${found}" terlalu jauh.`,
    "weekday-disagrees": ({ name, found }) => `${name}: hari dan tanggal pada "${found}" tidak cocok.`,
    "not-a-choice": ({ name, choices }) => `${name}: pilih salah satu: ${choices.join(", ")}.`,
    "not-a-number": ({ name, found }) => `${name}: "${found}" bukan angka.`,
    "wrong-length": ({ name, found, limits }) => `${name}: panjang "${found}" tidak sesuai${only(limits)}.`,
    "out-of-range": ({ name, found, limits }) => `${name}: "${found}" di luar batas${only(limits)}.`,
    "not-accepted": ({ name, found, limits }) => `${name}: "${found}" tidak dapat diterima${only(limits)}.`,
    "code-missing": () => "Kirim kode booking yang ada dalam balasan kami.",
    "code-wrong-length": ({ found }) => `Kode "${found}" tidak lengkap atau terlalu panjang.`,
    "code-foreign-character": ({ found }) => `Kode "${found}" berisi huruf yang tidak dipakai dalam kode.`,
    "code-check-failed": ({ found }) => `Kode "${found}" salah tulis. Salin kode dari pesan kami.`,
  },
  notUnderstood: (lines, example, alternatives, say) =>
    say.paragraphs(
      `Pesan Anda belum dapat kami proses:\n${lines.map((line) => `• ${line}`).join("\n")}`,
      freeIfAny(alternatives, say),
      `Tulis seperti ini, dengan data Anda:\n${example}`,
    ),
  help: (example, say) =>
    `Untuk mendapat nomor antrian di ${say.here}, kirim pesan seperti ini dengan data Anda:\n${example}\n\nLalu balas dengan kode booking yang kami kirim. #status menunjukkan booking Anda, #batal membatalkannya.`,
  bookings: (list) => `Booking Anda:\n\n${list}\n\nKirim sebuah kode untuk memastikan atau melihatnya.`,
  noBooking: (example) =>
    `Anda tidak punya booking yang berlaku. Untuk memesan, kirim pesan seperti ini dengan data Anda:\n${example}`,
  whichToCancel: (list) => `Booking mana yang dibatalkan? Balas #batal dan kodenya.\n\n${list}`,
  listed(booking, say) {
    const state =
      booking.state === "held"
        ? `menunggu kode sampai pukul ${say.moment(booking.expiresAt, booking.officeId)}`
        : `nomor antrian ${booking.queueNumber}`;
    return `${say.people(booking)}, ${when(booking, say)}, ${state}\n${say.code(booking.code)}`;
  },
  more: (count) => `dan ${count} lagi`,
};

const blocked = "Kami tidak menerima pesanan dari sini. Hubungi kantor bila ini tidak benar.";

function tooManyCodes(until: number, say: Say): string {
  return `Terlalu banyak kode yang salah dari sini. Tunggu sampai pukul ${say.moment(until)}, lalu salin kode dari pesan kami.`;
}

function stillWaiting(booking: WaitingBooking, say: Say): string {
  return `Anda ada dalam daftar tunggu ${say.office(booking.officeId)} untuk ${say.date(booking.date)}. Kami mengirim pesan begitu ada tempat.`;
}

const unknownCode =
  "Kode ini tidak kami temukan pada pesan-pesan Anda. Periksa kodenya, dan kirim dari nomor yang memesan.";

function held(booking: HeldBooking, say: Say): string {
  return say.paragraphs(
    `${say.readBack(booking)}\nPukul: ${say.window(booking)}\nTempat: ${say.office(booking.officeId)}`,
    `Kode booking Anda:\n${say.code(booking.code)}`,
    `Balas dengan kode ini sebelum pukul ${say.moment(booking.expiresAt, booking.officeId)} untuk mendapat nomor antrian; setelah itu tempat dilepas. Tanggalnya salah? Kirim ulang dengan tanggal yang benar. Nama atau data lain salah? Balas #batal dulu.`,
  );
}

function ticketText(booking: ConfirmedBooking, ticket: Ticket, say: Say): string {
  const early =
    ticket.arriveBy < ticket.start
      ? `\nHadir: pukul ${say.moment(ticket.arriveBy, ticket.officeId, ticket.date)}`
      : "";
  return say.paragraphs(
    `Nomor antrian Anda: ${ticket.queueNumber}`,
    `${say.people(booking)}\n${say.date(ticket.date)}\nPukul: ${say.window(ticket)}${early}\n${say.place(ticket.officeId)}`,
    `Tunjukkan kode ini di kantor:\n${say.code(ticket.code)}`,
    "Tidak jadi datang? Balas #batal.",
  );
}

function when(booking: { date: string; window: string; until: string }, say: Say): string {
  return `${say.date(booking.date)} pukul ${say.window(booking)}`;
}

function free(alternatives: readonly Alternative[], say: Say): string {
  if (alternatives.length === 0) return "Sampai akhir masa booking tidak ada tempat yang kosong.";
  const list = (all: readonly Alternative[], line: (one: Alternative) => string) =>
    all.map((one) => `\n• ${line(one)}`).join("");
  const here = alternatives.filter(({ asOf }) => asOf === undefined);
  const others = alternatives.filter(({ asOf }) => asOf !== undefined);
  return say.paragraphs(
    here.length > 0
      ? `Yang masih kosong:${list(here, (one) => when(one, say))}\nKirim ulang pesan Anda dengan salah satu tanggal ini.`
      : undefined,
    others.length > 0
      ? `Kosong di kantor lain:${list(others, (one) => `${say.office(one.officeId)}, ${when(one, say)}`)}`
      : undefined,
  );
}

/** Where the office itself never has it, there is nothing to say of what is free. */
function freeIfAny(alternatives: readonly Alternative[], say: Say): string | undefined {
  return alternatives.length > 0 ? free(alternatives, say) : undefined;
}

function only(limits: string): string {
  return limits === "" ? "" : `; yang diterima: ${limits}`;
}
