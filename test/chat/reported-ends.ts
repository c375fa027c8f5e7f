/** What is taken for a case's `expected`, which is a remark for people. */
export interface ExpectedEnd {
  /** Which bookings there may be afterwards, but for cancelled ones beside others; `same` where the last message may not have changed any. */
  readonly bookings: readonly (readonly string[] | "same")[];
  /** What the last reply has to say. */
  readonly says?: RegExp;
}

const asked: ExpectedEnd = { bookings: ["same"] };
const none: ExpectedEnd = { bookings: [[]] };
const held = (day: number, who = "Budi") => [`held:${who}:2017-08-${String(day).padStart(2, "0")}`];
const stands = (day: number) => [`confirmed:Budi:2017-08-${String(day).padStart(2, "0")}`];
const cancelled = (day: number) => [`cancelled:Budi:2017-08-${String(day).padStart(2, "0")}`];
const one = (...bookings: readonly (readonly string[])[]): ExpectedEnd => ({ bookings });
const orAsked = (...bookings: readonly (readonly string[])[]): ExpectedEnd => ({
  bookings: ["same", ...bookings],
});
const shows = (says: RegExp): ExpectedEnd => ({ bookings: ["same"], says });
const aCode = /^\w{4}-\w{4}$/m;
const aTime = /\d\d[.:]\d\d/;
const help = /#NAMA LENGKAP ANDA#/;
/** One window of the day is open from 08:00 to 09:00, one to 10:00. */
const windows = /0?8[.:]00[\s\S]*0?9[.:]00/;

/** By what a case expects. */
export const endsByExpectation: Readonly<Record<string, ExpectedEnd>> = {
  "held:Budi:2017-08-08": one(held(8)),
  "held:Budi or told how": { bookings: [[], held(8)], says: /Budi|#[^#]+|nama/i },
  "- ; availability of Tuesday shown": { ...none, says: /selasa/i },
  "held first offered": one(held(11)),
  "- (he gave up; nothing may be booked)": none,
  "- or held 10": one([], held(10)),
  "confirmed:Budi:2017-08-08": one(stands(8)),
  "confirmed or asked": orAsked(stands(8)),
  "confirmed:Budi (asked: no booking of Siti)": { ...one(stands(8)), says: /Siti/ },
  "confirmed:Budi (asked)": one(stands(8)),
  "confirmed:Budi or moved to 11": one(stands(8), stands(11)),
  "cancelled by one of them": one(cancelled(8)),
  "Siti cancelled or asked": orAsked(["cancelled:Siti:2017-08-08", "held:Budi:2017-08-08"]),
  "Siti cancelled": one(["cancelled:Siti:2017-08-08", "held:Budi:2017-08-08"]),
  asked,
  "asked which": shows(/Budi[\s\S]*Siti|Siti[\s\S]*Budi|(?:\w{4}-\w{4}[\s\S]*){2}/),
  "held (asked) or moved": orAsked(stands(8), held(8), stands(9), held(9), stands(17), held(17)),
  "- (asked)": none,
  "ticket / booking shown": shows(aCode),
  "booking shown": shows(/\w{4}-\w{4}$/m),
  "told that only days can be chosen; not a date list without a word": shows(windows),
  "told that only days can be chosen": shows(windows),
  "moved or told #pindah": { bookings: ["same", stands(10)], says: /#pindah|Kamis/ },
  "moved to 2017-08-11 or told #pindah": orAsked(stands(11)),
  confirmed: one(stands(8)),
  "held (asked)": asked,
  held: one(held(8), held(9)),
  "held or confirmed": one(held(8), stands(8)),
  "held; code shown again": { ...one(held(8)), says: aCode },
  "asked, or Budi Santoso": one([], held(8, "Budi Santoso")),
  "Siti or asked; not Budi on a day said for Siti": one([], held(8, "Siti")),
  "lapsed: told, offered again": one(["lapsed:Budi:2017-08-08"]),
  "confirmed by the last": one(stands(8)),
  "2017-08-09 or asked; not another day": one([], held(9)),
  "2017-08-11 or asked; not another day": one([], held(11)),
  "- or 14": one([], held(14)),
  "held 2017-08-14 or asked": one([], held(14)),
  "held first": one(held(11)),
  "held 9 Aug": one(held(9)),
  "asked or cancelled": orAsked(cancelled(8)),
  "asked or 2017-08-13 (closed)->asked; never 5 September": asked,
  "asked; never 14 August silently": asked,
  "asked (a time); not 10 August": asked,
  "2017-08-12 closed, told": shows(/12 Agustus/),
  "asked; not the third offered": none,
  "second offered or asked": one([], held(14)),
  "2017-08-15 or asked": one([], held(15)),
  "2017-08-10 or asked; not another day": one(stands(8), stands(10)),
  "held 9 Aug; or at least a draft for the date": { bookings: [held(8), held(9)] },
  "held on the second at least": one(held(8)),
  "cancelled or shown": { bookings: ["same", cancelled(8)], says: /\w{4}-\w{4}|dibatalkan/ },
  "held or asked about besok (forwarded)": { bookings: [held(8), []], says: /\w{4}-\w{4}|besok/ },
  "booking shown with #batal": shows(/#batal/),
  help: shows(help),
  "help or free places of tomorrow": shows(/#NAMA LENGKAP ANDA#|Selasa/),
  "one booking": one(held(8), held(8, "Budi.")),
  "held Budi+Siti": one(held(8, "Budi+Siti")),
  "asked; not Budi alone": none,
  "held three or asked": one([], held(8, "Budi+Siti+Adi")),
  "ticket/booking": shows(aCode),
  "- ; name asked again": none,
  "09.00-10.00, or told that the time is the office's": { ...one(held(8)), says: /09[.:]00[-–]10[.:]00|jam/ },
  "asked, or told": shows(aTime),
  "booking shown / #pindah told": shows(/#pindah/),
  "booking shown / #cancel told": shows(/#cancel/),
  "told that it is cancelled; how to book again": shows(/dibatalkan|#NAMA LENGKAP ANDA#|Pesan lagi/),
  availability: shows(/Selasa/),
  "held 11": one(held(11)),
  "asked or first": one([], held(11)),
  "asked or 15 Aug": orAsked(stands(15)),
  "2017-08-21": one(stands(21)),
  "asked; not 10 August": asked,
  "2017-08-10": one(stands(10)),
  "asked or 10": orAsked(stands(10)),
  "Thursday or asked; not today": one(stands(8), stands(10)),
  "10 Aug or asked": one([], held(10)),
};
