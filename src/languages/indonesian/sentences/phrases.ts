import type { Alternative } from "../../../allocation/alternatives.js";
import type {
  Booking,
  ConfirmedBooking,
  HeldBooking,
  LiveBooking,
  WaitingBooking,
} from "../../../booking/booking.js";
import type { Deadline } from "../../../chat/deadline.js";
import type { Say } from "../../../chat/say.js";
import type { Ticket } from "../../../ticket/ticket.js";
import { listFree } from "../../list-free.js";

export const resend = "Silakan kirim ulang pesan Anda.";

/** A reservation with its code, and what is to be done with it. */
export function held(booking: HeldBooking, say: Say): string {
  return say.paragraphs(
    `${say.readBack(booking)}\nPukul: ${say.window(booking)}\nTempat: ${say.office(booking.officeId)}`,
    `Kode booking Anda:\n${say.code(booking.code)}`,
    `Tempat ini belum pasti. Balas ya atau kirim kode ini sebelum pukul ${say.moment(booking.expiresAt, booking.officeId)} untuk mendapat nomor antrian; setelah itu tempat dilepas. Tanggalnya salah? Balas #pindah dan tanggal yang benar. Nama atau data lain salah? Balas #batal, lalu kirim ulang.`,
  );
}

export function ticketText(booking: ConfirmedBooking, ticket: Ticket, say: Say): string {
  return say.paragraphs(
    `Nomor antrian Anda: ${ticket.queueNumber}`,
    say.visit(booking, ticket),
    `Tunjukkan kode ini di kantor:\n${say.code(ticket.code)}`,
    `Tidak jadi datang? ${giveUp(booking, say)}${otherDay(booking, say)}`,
  );
}

/** What to do with a certain visit that is not wanted, as long as the office lets people do it, and what comes of it. */
export function giveUp(booking: ConfirmedBooking, say: Say, then = ""): string {
  const deadline = say.cancelUntil(booking);
  if (deadline.kind === "closed") return "Mohon beri tahu kantor.";
  return `Balas #batal${by(deadline, booking, say)}${then}.`;
}

function otherDay(booking: ConfirmedBooking, say: Say): string {
  const deadline = say.moveUntil(booking);
  if (deadline.kind === "closed") return "";
  return ` Ingin hari lain? Balas #pindah dan tanggalnya${by(deadline, booking, say)}.`;
}

function by(deadline: Deadline, { officeId }: Booking, say: Say): string {
  return deadline.kind === "until" ? ` sebelum pukul ${say.moment(deadline.instant, officeId)}` : "";
}

/** Who comes when and where. */
export function visit(booking: ConfirmedBooking, ticket: Ticket, say: Say): string {
  const early =
    ticket.arriveBy < ticket.start
      ? `\nHadir: pukul ${say.moment(ticket.arriveBy, ticket.officeId, ticket.date)}`
      : "";
  return `${say.people(booking)}\n${say.date(ticket.date)}\nPukul: ${say.window(ticket)}${early}\n${say.address(ticket.officeId)}`;
}

/** A booking that was moved: its ticket, or its code that is still to come back. */
export function moved(
  booking: HeldBooking | ConfirmedBooking,
  ticket: Ticket | undefined,
  say: Say,
): string | undefined {
  if (booking.state === "held") return held(booking, say);
  return ticket && ticketText(booking, ticket, say);
}

export function when(booking: { date: string; window: string; until: string }, say: Say): string {
  return `${say.date(booking.date)} pukul ${say.window(booking)}`;
}

/** Whose booking it is, and for when. */
export function whose(booking: LiveBooking, say: Say): string {
  const day = booking.state === "waiting" ? say.date(booking.date) : when(booking, say);
  return `${say.people(booking)} untuk ${day}`;
}

export function quoted(parts: readonly string[]): string {
  return parts.map((part) => `“${part}”`).join(", ");
}

/** What is free, and how to take it. */
export function free(
  alternatives: readonly Alternative[],
  say: Say,
  how = "Cukup balas dengan salah satu tanggal ini.",
): string {
  return listFree(alternatives, say, {
    nothing: "Sampai akhir masa booking tidak ada tempat yang kosong.",
    here: "Yang masih kosong:",
    elsewhere: "Kosong di kantor lain:",
    how,
    when,
  });
}

/** Where the office itself never has it, there is nothing to say of what is free. */
export function freeIfAny(alternatives: readonly Alternative[], say: Say, how?: string): string | undefined {
  return alternatives.length > 0 ? free(alternatives, say, how) : undefined;
}

/** A turn on the waiting list. */
export function waitingAt(booking: WaitingBooking, position: number, say: Say): string {
  return say.paragraphs(
    `${say.people(booking)} ada di urutan ke-${position} dalam daftar tunggu ${say.office(booking.officeId)} untuk ${say.date(booking.date)}.`,
    "Begitu ada tempat, kami mengirim pesan dengan batas waktu untuk mengambilnya.",
    `Tidak jadi menunggu? Balas #batal dan kode ini:\n${say.code(booking.code)}`,
  );
}
