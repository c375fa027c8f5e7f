import type { Alternative, Deadline, Say, Ticket, Words } from "giliran";
import { indonesianDates } from "giliran";
import { javaneseDates } from "./dates.js";

type Moved = Parameters<Words["notices"]["moved"]>[0];
type Held = Parameters<Words["notices"]["offer"]>[0];
type Confirmed = Parameters<Words["notices"]["reminder"]>[0];

const resend = "Mangga pesenipun dipunkintun malih.";

const when = (slot: { date: string; window: string; until: string }, say: Say) =>
  `${say.date(slot.date)} jam ${say.window(slot)}`;

function free(
  all: readonly Alternative[],
  say: Say,
  how = "Cekap mangsuli mawi salah satunggaling tanggal.",
): string {
  if (all.length === 0) return "Dumugi pungkasaning wekdal booking mboten wonten papan ingkang kothong.";
  const line = (one: Alternative) =>
    `\n• ${one.asOf === undefined ? "" : `${say.office(one.officeId)}, `}${when(one, say)}`;
  return `Ingkang taksih kothong:${all.map(line).join("")}${how && `\n${how}`}`;
}

function held(booking: Held, say: Say): string {
  return say.paragraphs(
    `${say.readBack(booking)}\nJam: ${say.window(booking)}\nPapan: ${say.office(booking.officeId)}`,
    `Kode booking panjenengan:\n${say.code(booking.code)}`,
    `Mangga mangsuli mawi kode punika saderengipun jam ${say.moment(booking.expiresAt, booking.officeId)} kangge angsal nomer antrian. Tanggalipun lepat? Wangsuli #pindhah lan tanggalipun. Sanesipun lepat? Wangsuli #batal, lajeng kintun malih.`,
  );
}

function ticketText(booking: Confirmed, ticket: Ticket, say: Say, first: string): string {
  return say.paragraphs(
    `${first}: ${ticket.queueNumber}`,
    say.visit(booking, ticket),
    `Kode punika dipuntedahaken ing kantor:\n${say.code(ticket.code)}`,
    `Mboten saestu rawuh? ${giveUp(booking, say)}${otherDay(booking, say)}`,
  );
}

const visit: Words["visit"] = (booking, ticket, say) =>
  `${say.people(booking)}\n${say.date(ticket.date)}\nJam: ${say.window(ticket)}\n${say.place(ticket.officeId)}`;

function giveUp(booking: Confirmed, say: Say): string {
  const until = say.cancelUntil(booking);
  return until.kind === "closed" ? "Mangga ngabari kantor." : `Wangsuli #batal${by(until, booking, say)}.`;
}

function otherDay(booking: Confirmed, say: Say): string {
  const until = say.moveUntil(booking);
  if (until.kind === "closed") return "";
  return ` Dinten sanes? Wangsuli #pindhah lan tanggalipun${by(until, booking, say)}.`;
}

const by = (deadline: Deadline, { officeId }: Confirmed, say: Say) =>
  deadline.kind === "until" ? ` saderengipun jam ${say.moment(deadline.instant, officeId)}` : "";

const yourNumber = "Nomer antrian panjenengan";

function moved(booking: Moved, ticket: Ticket | undefined, say: Say): string | undefined {
  if (booking.state === "held") return held(booking, say);
  return ticket && ticketText(booking, ticket, say, yourNumber);
}

const waitingAt: Words["waitingAt"] = (booking, position, say) =>
  say.paragraphs(
    `${say.people(booking)}: urutan kaping ${position} ing daftar nengga ${say.office(booking.officeId)} kangge ${say.date(booking.date)}.`,
    "Menawi wonten papan, kula kabari.",
    `Mboten saestu nengga? Wangsuli #batal lan kode punika:\n${say.code(booking.code)}`,
  );

const notOffered: Pick<
  Words["hold"] & Words["reschedule"] & Words["joinWaitingList"],
  | "pool-not-offered"
  | "party-too-large"
  | "outside-intake-hours"
  | "outside-booking-window"
  | "office-closed"
  | "window-not-offered"
> = {
  "pool-not-offered": ({ alternatives }, say) =>
    `${say.here} mboten nyawisaken layanan punika.\n\n${free(alternatives, say)}`,
  "party-too-large": ({ places, largest, alternatives }, say) =>
    `${places} tiyang kathahen: ${say.here} nampi paling kathah ${largest} tiyang.\n\n${free(alternatives, say)}`,
  "outside-intake-hours": ({ officeId, opensAt, alternatives }, say) =>
    `${say.here} saweg mboten nampi pesenan. Mangga kintun malih wiwit jam ${say.moment(opensAt, officeId)}.\n\n${free(alternatives, say, "")}`,
  "outside-booking-window": ({ date, from, until, alternatives }, say) =>
    say.paragraphs(
      `${say.date(date)} mboten saged dipunpesen.`,
      `Saged pesen ${say.date(from)} dumugi ${say.date(until)}.`,
      free(alternatives, say),
    ),
  "office-closed": ({ date, reason, alternatives }, say) =>
    `${say.here} tutup ${say.date(date)}${reason === undefined ? "" : ` (${say.short(reason)})`}.\n\n${free(alternatives, say)}`,
  "window-not-offered": ({ date, window, alternatives }, say) =>
    `Mboten wonten jam ${window} ing ${say.date(date)}.\n\n${free(alternatives, say)}`,
};

const full: Pick<Words["hold"] & Words["reschedule"], "window-full" | "pool-full" | "day-full"> = {
  "window-full": ({ date, window, alternatives }, say) =>
    `Jam ${window} ing ${say.date(date)} sampun kebak.\n\n${free(alternatives, say)}`,
  "pool-full": ({ date, alternatives }, say) =>
    `Papan kangge layanan punika ing ${say.date(date)} sampun kebak.\n\n${free(alternatives, say)}`,
  "day-full": ({ date, alternatives }, say) =>
    `${say.here} ing ${say.date(date)} sampun kebak.\n\n${free(alternatives, say)}`,
};

const limits: Pick<Words["hold"] & Words["joinWaitingList"], "person-has-booking" | "sender-limit"> = {
  "person-has-booking": ({ booking }, say) =>
    booking === undefined
      ? "Tiyang punika sampun gadhah booking saking pangirim sanes. Mangga nyuwun pirsa kantor menawi mboten leres."
      : `${say.people(booking)} sampun gadhah booking: ${when(booking, say)}. ${howToChange(booking, say)}:\n${say.code(booking.code)}`,
  "sender-limit": ({ limit }, say) =>
    `Saking satunggal pangirim ${say.here} nampi paling kathah ${limit} booking, kalebet ing kantor sanes. Batalaken rumiyin: #batal.`,
};

function howToChange(booking: Parameters<Say["moveUntil"]>[0], say: Say): string {
  const move = "Badhe pindhah? Wangsuli #pindhah, kode punika lan tanggalipun";
  const canMove = say.moveUntil(booking).kind !== "closed";
  if (say.cancelUntil(booking).kind === "closed")
    return canMove ? move : "Badhe ngewahi? Mangga nyuwun pirsa kantor mawi kode punika";
  return canMove
    ? `${move}; badhe batal, #batal lan kode punika`
    : "Badhe batal? Wangsuli #batal lan kode punika";
}

const unusable: Pick<Words["hold"], "request-id-conflict" | "blocked" | "malformed"> = {
  "request-id-conflict": () => `Pesen punika mboten saged dipunolah. ${resend}`,
  blocked: () => "Pesenan saking mriki mboten dipuntampi. Mangga nyuwun pirsa kantor.",
  malformed: () =>
    `Pesen punika mboten saged dipunolah: kepanjangen, utawi wonten ingkang kaping kalih. ${resend}`,
};

const codes: Pick<
  Words["confirm"],
  "request-id-conflict" | "blocked" | "malformed" | "unknown-code" | "slowed-down"
> = {
  ...unusable,
  malformed: () => "Kode punika mboten saged kawaos. Mangga nurun kode saking pesen kula.",
  "unknown-code": () =>
    "Kode punika mboten kepanggih ing pesen panjenengan. Mangga kodenipun dipunpriksa, lan dipunkintun saking nomer ingkang pesen.",
  "slowed-down": ({ until }, say) =>
    `Kathah kode ingkang lepat saking mriki. Mangga nengga dumugi jam ${say.nextMinute(until)}, lajeng nurun kode saking pesen kula.`,
};

const ended: Pick<Words["confirm"], "hold-lapsed" | "cancelled" | "waiting"> = {
  "hold-lapsed": () => "Kode punika sampun mboten kangge: wekdalipun telas. Mangga pesen malih.",
  cancelled: ({ booking }, say) =>
    booking.replacedBy === undefined
      ? "Booking punika sampun dipunbatalaken. Mangga pesen malih."
      : `Kode punika sampun dipungantos dados:\n${say.code(booking.replacedBy)}`,
  waiting: ({ booking }, say) =>
    `Panjenengan taksih wonten daftar nengga ${say.date(booking.date)}. Mboten saestu nengga? Wangsuli #batal.`,
};

const moving: Pick<Words["reschedule"], "visit-over" | "too-late" | "reschedule-limit"> = {
  "visit-over": ({ booking }, say) => `Booking ${when(booking, say)} sampun kapengker. Mangga pesen malih.`,
  "too-late": ({ booking, until }, say) =>
    `Booking ${when(booking, say)} namung saged dipunpindhah dumugi jam ${say.moment(until, booking.officeId)}. Mboten saged rawuh? ${giveUp(booking, say)}`,
  "reschedule-limit": ({ booking, limit }, say) =>
    `Booking ${when(booking, say)} namung saged dipunpindhah kaping ${limit}. Mboten saged rawuh? ${giveUp(booking, say)}`,
};

const only = (accepted: string) => (accepted === "" ? "" : `; ingkang dipuntampi: ${accepted}`);
const bullets = (lines: readonly string[]) => lines.map((line) => `• ${line}`).join("\n");

/** Javanese in krama, the polite speech. */
export const javanese: Words = {
  tag: "jv",
  languages: [javaneseDates, indonesianDates],
  commands: {
    cancel: "#batal",
    status: "#status",
    reschedule: "#pindhah",
    extend: "#tambah wekdal",
    availability: "#kothong",
    wait: "#nengga",
    help: "#pitulungan",
  },
  fieldNames: { name: "Asma", birthDate: "Tanggal miyos", arrivalDate: "Tanggal rawuh", office: "Kantor" },
  buttons: { again: "Pesen malih", wait: "Nengga", extend: "Tambah wekdal", cancel: "Batal" },
  offices: {
    any: "salah satunggaling kantor kula",
    which: (names, example) =>
      `Kangge kantor pundi? Wangsuli mawi naminipun, utawi kintun malih, tuladhanipun:\n${example}\n\nKantoripun: ${names}.`,
  },
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
    ...codes,
    ...ended,
    ...moving,
  },
  cancel: {
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
    ...codes,
    ...ended,
    extended: ({ booking }, say) =>
      `Wekdalipun dipuntambah dumugi jam ${say.moment(booking.expiresAt, booking.officeId)}. Wangsuli mawi kode punika:\n${say.code(booking.code)}`,
    "longest-hold": ({ booking }, say) =>
      `Wekdalipun tetep: wangsuli mawi kode punika saderengipun jam ${say.moment(booking.expiresAt, booking.officeId)}:\n${say.code(booking.code)}`,
    "already-confirmed": ({ booking, ticket }, say) => ticketText(booking, ticket, say, yourNumber),
  },
  reschedule: {
    ...codes,
    ...ended,
    ...notOffered,
    ...full,
    ...moving,
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
  problems: {
    "too-long": () => "Pesenipun kepanjangen.",
    empty: () => "Pesenipun kosong.",
    "not-a-request": () => "Punika sanes pesen pendaftaran.",
    template: () => "Punika tuladha; mangga dipunisi data panjenengan piyambak.",
    "several-people": ({ mostPeople }) => `Satunggal pesen kangge paling kathah ${mostPeople} tiyang.`,
    "extra-field": () => "Isenipun kekathahen.",
    "media-missing": () => "Fotonipun dereng wonten.",
    missing: ({ name }) => `${name}: dereng dipunisi.`,
    placeholder: ({ name }) => `${name}: mangga dipunisi data panjenengan piyambak.`,
    "not-a-name": ({ name, found }) => `${name}: "${found}" sanes asma.`,
    "not-a-date": ({ name, found }) => `${name}: "${found}" sanes tanggal. Serat kados 17-08-1990.`,
    "incomplete-date": ({ name, found }) => `${name}: "${found}" dereng jangkep.`,
    "no-such-day": ({ name, found }) => `${name}: "${found}" mboten wonten ing tanggalan.`,
    ambiguous: ({ name, found, field }) => {
      if (field === "code") return "Kintun satunggal kode mawon; badhe batal, #batal lan kodenipun.";
      if (field === "whole") return "Pesen punika dereng cetha.";
      return `${name}: "${found}" saged kawaos kalih cara. Serat tanggal, wulan lan taun.`;
    },
    "in-the-past": ({ name, found }) => `${name}: "${found}" sampun kapengker.`,
    "in-the-future": ({ name, found }) => `${name}: "${found}" dereng kelampahan.`,
    "too-far": ({ name, found }) => `${name}: "${found}" ketebihen.`,
    "weekday-disagrees": ({ name, found }) => `${name}: dinten lan tanggal "${found}" mboten cocog.`,
    "not-a-choice": ({ name, choices }) => `${name}: pilih salah satunggal: ${choices.join(", ")}.`,
    "not-a-number": ({ name, found }) => `${name}: "${found}" sanes angka.`,
    "wrong-length": ({ name, found, limits: accepted }) =>
      `${name}: panjangipun "${found}" mboten trep${only(accepted)}.`,
    "out-of-range": ({ name, found, limits: accepted }) =>
      `${name}: "${found}" langkung saking wates${only(accepted)}.`,
    "not-accepted": ({ name, found, limits: accepted }) =>
      `${name}: "${found}" mboten saged dipuntampi${only(accepted)}.`,
    "code-missing": () => "Mangga kintun kode booking saking pesen kula. Badhe mirsani malih: #status.",
    "code-wrong-length": ({ found }) => `Kode "${found}" dereng jangkep utawi kepanjangen.`,
    "code-foreign-character": ({ found, character, lookAlikes }) =>
      `Kode "${found}": ${character} mboten dipunangge. Menapa ${lookAlikes.join(" utawi ")}? Mangga nurun kode saking pesen kula.`,
    "code-check-failed": ({ found }) => `Kode "${found}" lepat serat. Mangga nurun kode saking pesen kula.`,
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
  help: (example, say) =>
    `Kangge angsal nomer antrian ing ${say.here}, kintun pesen kados mekaten:\n${example}\n\nLajeng wangsuli mawi kode booking saking kula. #status nedahaken booking,${say.hasMoves ? " #pindhah mindhah," : ""} #batal mbatalaken; #kothong nedahaken dinten ingkang kothong.`,
  helpWithBookings: (list, say) =>
    `Booking panjenengan:\n\n${list}\n\nKintun kodenipun kangge mirsani.${say.hasMoves ? " #pindhah mindhah." : ""}${say.hasCancels ? " #batal mbatalaken." : ""} Badhe pesen malih: #pitulungan.`,
  pausing: (example) =>
    `Pesen panjenengan dereng saged kula waos. Sawatawis wekdal kula namung mangsuli pesen ingkang saged kawaos, tuladhanipun:\n${example}`,
  noBooking: (example) =>
    `Panjenengan mboten gadhah booking. Kangge pesen, kintun kados mekaten:\n${example}`,
  bookings: (list) => `Booking panjenengan:\n\n${list}\n\nKintun satunggal kode kangge mirsani.`,
  which: {
    cancel: (list) => `Booking pundi ingkang dipunbatalaken? Wangsuli #batal lan kodenipun.\n\n${list}`,
    reschedule: (list) =>
      `Booking pundi ingkang dipunpindhah? Wangsuli #pindhah, kodenipun lan tanggalipun.\n\n${list}`,
    extend: (list) => `Booking pundi? Wangsuli #tambah wekdal lan kodenipun.\n\n${list}`,
  },
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
