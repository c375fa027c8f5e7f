import type {
  Alternative,
  ConfirmedBooking,
  Deadline,
  HeldBooking,
  LiveBooking,
  Say,
  Ticket,
  Words,
} from "giliran";

export const resend = "Mangga pesenipun dipunkintun malih.";

export function when(slot: { date: string; window: string; until: string }, say: Say): string {
  return `${say.date(slot.date)} jam ${say.window(slot)}`;
}

export function whose(booking: LiveBooking, say: Say): string {
  const day = booking.state === "waiting" ? say.date(booking.date) : when(booking, say);
  return `${say.people(booking)} ${day}`;
}

export function free(
  all: readonly Alternative[],
  say: Say,
  how = "Cekap mangsuli mawi salah satunggaling tanggal.",
): string {
  if (all.length === 0) return "Dumugi pungkasaning wekdal booking mboten wonten papan ingkang kothong.";
  const line = (one: Alternative) =>
    `\n• ${one.asOf === undefined ? "" : `${say.office(one.officeId)}, `}${when(one, say)}`;
  return `Ingkang taksih kothong:${all.map(line).join("")}${how && `\n${how}`}`;
}

export function held(booking: HeldBooking, say: Say): string {
  return say.paragraphs(
    `${say.readBack(booking)}\nJam: ${say.window(booking)}\nPapan: ${say.office(booking.officeId)}`,
    `Kode booking panjenengan:\n${say.code(booking.code)}`,
    `Papan punika dereng mesthi. Mangga mangsuli nggih utawi kode punika saderengipun jam ${say.moment(booking.expiresAt, booking.officeId)} kangge angsal nomer antrian. Tanggalipun lepat? Wangsuli #pindhah lan tanggalipun. Sanesipun lepat? Wangsuli #batal, lajeng kintun malih.`,
  );
}

export function ticketText(booking: ConfirmedBooking, ticket: Ticket, say: Say, first: string): string {
  return say.paragraphs(
    `${first}: ${ticket.queueNumber}`,
    say.visit(booking, ticket),
    `Kode punika dipuntedahaken ing kantor:\n${say.code(ticket.code)}`,
    `Mboten saestu rawuh? ${giveUp(booking, say)}${otherDay(booking, say)}`,
  );
}

export const visit: Words["visit"] = (booking, ticket, say) =>
  `${say.people(booking)}\n${say.date(ticket.date)}\nJam: ${say.window(ticket)}\n${say.address(ticket.officeId)}`;

export function giveUp(booking: ConfirmedBooking, say: Say): string {
  const until = say.cancelUntil(booking);
  return until.kind === "closed" ? "Mangga ngabari kantor." : `Wangsuli #batal${by(until, booking, say)}.`;
}

function otherDay(booking: ConfirmedBooking, say: Say): string {
  const until = say.moveUntil(booking);
  if (until.kind === "closed") return "";
  return ` Dinten sanes? Wangsuli #pindhah lan tanggalipun${by(until, booking, say)}.`;
}

const by = (deadline: Deadline, { officeId }: ConfirmedBooking, say: Say) =>
  deadline.kind === "until" ? ` saderengipun jam ${say.moment(deadline.instant, officeId)}` : "";

export const yourNumber = "Nomer antrian panjenengan";

export function moved(
  booking: HeldBooking | ConfirmedBooking,
  ticket: Ticket | undefined,
  say: Say,
): string | undefined {
  if (booking.state === "held") return held(booking, say);
  return ticket && ticketText(booking, ticket, say, yourNumber);
}

export const waitingAt: Words["waitingAt"] = (booking, position, say) =>
  say.paragraphs(
    `${say.people(booking)}: urutan kaping ${position} ing daftar nengga ${say.office(booking.officeId)} kangge ${say.date(booking.date)}.`,
    "Menawi wonten papan, kula kabari.",
    `Mboten saestu nengga? Wangsuli #batal lan kode punika:\n${say.code(booking.code)}`,
  );
