import type { Booking, RefusalWords, Say } from "giliran";
import { free, giveUp, resend, when } from "./phrases.js";

export const notOffered: RefusalWords["notOffered"] = {
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
    `Mboten wonten jam ${say.time({ date, window })} ing ${say.date(date)}.\n\n${free(alternatives, say)}`,
};

export const full: RefusalWords["full"] = {
  "window-full": ({ date, window, alternatives }, say) =>
    `Jam ${say.time({ date, window })} ing ${say.date(date)} sampun kebak.\n\n${free(alternatives, say)}`,
  "pool-full": ({ date, alternatives }, say) =>
    `Papan kangge layanan punika ing ${say.date(date)} sampun kebak.\n\n${free(alternatives, say)}`,
  "day-full": ({ date, alternatives }, say) =>
    `${say.here} ing ${say.date(date)} sampun kebak.\n\n${free(alternatives, say)}`,
};

export const limits: RefusalWords["limits"] = {
  "person-has-booking": ({ booking }, say) =>
    booking === undefined
      ? "Tiyang punika sampun gadhah booking saking pangirim sanes. Mangga nyuwun pirsa kantor menawi mboten leres."
      : `${say.people(booking)} sampun gadhah booking: ${when(booking, say)}. ${howToChange(booking, say)}:\n${say.code(booking.code)}`,
  "sender-limit": ({ limit }, say) =>
    `Saking satunggal pangirim ${say.here} nampi paling kathah ${limit} booking, kalebet ing kantor sanes. Batalaken rumiyin: #batal.`,
  "visit-limit": ({ most, withinDays }, say) =>
    `Ing ${withinDays} dinten ${say.here} nampi paling kathah ${most} booking kangge satunggal tiyang.`,
  paused: ({ until }, say) =>
    `${say.here} nampi booking malih kangge tiyang punika wiwit ${say.moment(until)}.`,
  "too-many-changes": ({ until }, say) =>
    `Kathah sanget booking ingkang dipun-ewahi utawi dipun-batalaken saking mriki dinten punika. Booking enggal saged malih wiwit ${say.moment(until)}.`,
};

function howToChange(booking: Booking, say: Say): string {
  const move = "Badhe pindhah? Wangsuli #pindhah, kode punika lan tanggalipun";
  const canMove = say.moveUntil(booking).kind !== "closed";
  if (say.cancelUntil(booking).kind === "closed")
    return canMove ? move : "Badhe ngewahi? Mangga nyuwun pirsa kantor mawi kode punika";
  return canMove
    ? `${move}; badhe batal, #batal lan kode punika`
    : "Badhe batal? Wangsuli #batal lan kode punika";
}

export const unusable: RefusalWords["unusable"] = {
  "request-id-conflict": () => `Pesen punika mboten saged dipunolah. ${resend}`,
  busy: () => "Sapunika kathah sanget ingkang nyerat. Mangga dipunkirim malih mangke.",
  blocked: () => "Pesenan saking mriki mboten dipuntampi. Mangga nyuwun pirsa kantor.",
  malformed: () =>
    `Pesen punika mboten saged dipunolah: kepanjangen, utawi wonten ingkang kaping kalih. ${resend}`,
};

export const codes: RefusalWords["codes"] = {
  malformed: () => "Kode punika mboten saged kawaos. Mangga nurun kode saking pesen kula.",
  "unknown-code": () =>
    "Kode punika mboten kepanggih ing pesen panjenengan. Mangga kodenipun dipunpriksa, lan dipunkintun saking nomer ingkang pesen.",
  "slowed-down": ({ until }, say) =>
    `Kathah kode ingkang lepat saking mriki. Mangga nengga dumugi jam ${say.nextMinute(until)}, lajeng nurun kode saking pesen kula.`,
};

export const ended: RefusalWords["ended"] = {
  "hold-lapsed": () => "Kode punika sampun mboten kangge: wekdalipun telas. Mangga pesen malih.",
  cancelled: ({ booking }, say) =>
    booking.replacedBy === undefined
      ? "Booking punika sampun dipunbatalaken. Mangga pesen malih."
      : `Kode punika sampun dipungantos dados:\n${say.code(booking.replacedBy)}`,
  waiting: ({ booking }, say) =>
    `Panjenengan taksih wonten daftar nengga ${say.date(booking.date)}. Mboten saestu nengga? Wangsuli #batal.`,
};

export const moving: RefusalWords["moving"] = {
  "visit-over": ({ booking }, say) => `Booking ${when(booking, say)} sampun kapengker. Mangga pesen malih.`,
  "too-late": ({ booking, until }, say) =>
    `Booking ${when(booking, say)} namung saged dipunpindhah dumugi jam ${say.moment(until, booking.officeId)}. Mboten saged rawuh? ${giveUp(booking, say)}`,
  "reschedule-limit": ({ booking, limit }, say) =>
    `Booking ${when(booking, say)} namung saged dipunpindhah kaping ${limit}. Mboten saged rawuh? ${giveUp(booking, say)}`,
};
