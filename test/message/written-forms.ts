import { type CalendarDay, toDayNumber, weekdayOf } from "../../src/input/calendar-day.js";

/** A way to write a day, as a person would. */
export interface WrittenForm {
  readonly name: string;
  /** `pick` chooses among spellings; the same number gives the same text. */
  readonly write: (day: CalendarDay, pick: <T>(choices: readonly T[]) => T) => string;
  /** A form that has no full year says the same day only within these bounds. */
  readonly years: "four digits" | "two digits" | "none";
}

const indonesianMonths = [
  ["Januari", "Jan"],
  ["Februari", "Feb", "Pebruari", "Peb"],
  ["Maret", "Mar", "Mrt"],
  ["April", "Apr"],
  ["Mei"],
  ["Juni", "Jun"],
  ["Juli", "Jul"],
  ["Agustus", "Agu", "Ags", "Agt", "Agust"],
  ["September", "Sep", "Sept"],
  ["Oktober", "Okt"],
  ["November", "Nov", "Nopember", "Nop"],
  ["Desember", "Des"],
] as const;
const englishMonths = [
  ["January", "Jan"],
  ["February", "Feb"],
  ["March", "Mar"],
  ["April", "Apr"],
  ["May"],
  ["June", "Jun"],
  ["July", "Jul"],
  ["August", "Aug"],
  ["September", "Sep", "Sept"],
  ["October", "Oct"],
  ["November", "Nov"],
  ["December", "Dec"],
] as const;
const romanMonths = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const weekdays = [
  ["Senin"],
  ["Selasa"],
  ["Rabu"],
  ["Kamis"],
  ["Jumat", "Jum'at", "Jum’at"],
  ["Sabtu"],
  ["Minggu", "Ahad"],
];
const separators = ["-", "/", ".", " ", " - ", "--", "–", "\\", "_", ". ", ","];
const places = ["Bandung", "Jakarta Selatan", "Kab. Bogor", "Medan"];
const ones = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

function ordinal(day: number): string {
  const ending = day > 10 && day < 14 ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
  return `${day}${ending}`;
}

/** 1 to 9999 in Indonesian words. */
function inWords(number: number): string {
  if (number < 10) return ones[number] ?? "";
  if (number === 10) return "sepuluh";
  if (number === 11) return "sebelas";
  if (number < 20) return `${ones[number - 10]} belas`;
  const [unit, word] = number < 100 ? [10, "puluh"] : number < 1000 ? [100, "ratus"] : [1000, "ribu"];
  const count = Math.floor(number / unit);
  const head = count === 1 ? `se${word}` : `${ones[count]} ${word}`;
  return `${head} ${inWords(number % unit)}`.trim();
}

/** All forms of an Indonesian writer. */
export const writtenForms: readonly WrittenForm[] = [
  { name: "ddmmyyyy", years: "four digits", write: ({ day, month, year }) => pad(day) + pad(month) + year },
  { name: "yyyymmdd", years: "four digits", write: ({ day, month, year }) => year + pad(month) + pad(day) },
  {
    name: "ddmmyy",
    years: "two digits",
    write: ({ day, month, year }) => pad(day) + pad(month) + pad(year % 100),
  },
  {
    name: "dd-mm-yyyy with any separator",
    years: "four digits",
    write: ({ day, month, year }, pick) => [pad(day), pad(month), year].join(pick(separators)),
  },
  {
    name: "d-m-yyyy with any separator",
    years: "four digits",
    write: ({ day, month, year }, pick) => [day, month, year].join(pick(separators)),
  },
  {
    name: "d-m-yy",
    years: "two digits",
    write: ({ day, month, year }, pick) => [day, month, pad(year % 100)].join(pick(["-", "/", "."])),
  },
  {
    name: "yyyy-mm-dd",
    years: "four digits",
    write: ({ day, month, year }, pick) => [year, pad(month), pad(day)].join(pick(["-", "/", ".", " "])),
  },
  {
    name: "d Month yyyy",
    years: "four digits",
    write: ({ day, month, year }, pick) =>
      `${day}${pick([" ", "-", "/", "", ". "])}${pick(indonesianMonths[month - 1] ?? [])}${pick([" ", "-", "", ". ", ", "])}${year}`,
  },
  {
    name: "d Month yy",
    years: "two digits",
    write: ({ day, month, year }, pick) =>
      `${day} ${pick(indonesianMonths[month - 1] ?? [])} ${pick(["", "'", "’"])}${pad(year % 100)}`,
  },
  {
    name: "English months",
    years: "four digits",
    write: ({ day, month, year }, pick) =>
      `${pick([String(day), ordinal(day), `${ordinal(day)} of`])} ${pick(englishMonths[month - 1] ?? [])} ${year}`,
  },
  {
    name: "Month d, yyyy",
    years: "four digits",
    write: ({ day, month, year }, pick) =>
      `${pick([...(englishMonths[month - 1] ?? []), ...(indonesianMonths[month - 1] ?? [])])} ${pick([String(day), ordinal(day)])}, ${year}`,
  },
  {
    name: "Roman months",
    years: "four digits",
    write: ({ day, month, year }, pick) =>
      [day, romanMonths[month - 1], year].join(pick(["-", "/", " ", "."])),
  },
  {
    name: "labels before the parts",
    years: "four digits",
    write: ({ day, month, year }, pick) =>
      pick([
        `tgl ${day} bln ${month} thn ${year}`,
        `tanggal ${day} bulan ${pick(indonesianMonths[month - 1] ?? [])} tahun ${year}`,
        `bulan ${month} tanggal ${day} tahun ${year}`,
      ]),
  },
  {
    name: "words",
    years: "four digits",
    write: ({ day, month, year }, pick) =>
      `${inWords(day)} ${pick(indonesianMonths[month - 1] ?? [])} ${pick([inWords(year), String(year)])}`,
  },
  {
    name: "a weekday in front",
    years: "four digits",
    write: (date, pick) =>
      `${pick(["", "hari "])}${pick(weekdays[weekdayOf(toDayNumber(date))] ?? [])}${pick([", ", " ", " tgl "])}${date.day}-${date.month}-${date.year}`,
  },
  {
    name: "d Month",
    years: "none",
    write: ({ day, month }, pick) => `${day} ${pick(indonesianMonths[month - 1] ?? [])}`,
  },
  {
    name: "dd/mm",
    years: "none",
    write: ({ day, month }, pick) => `${pad(day)}${pick(["/", "-", " "])}${pad(month)}`,
  },
];

/** What only births have. */
export const birthForms: readonly WrittenForm[] = [
  {
    name: "what else forms ask for behind",
    years: "four digits",
    write: ({ day, month, year }, pick) =>
      `${day} ${pick(indonesianMonths[month - 1] ?? [])} ${year}${pick([" (L)", ", Islam", " / perempuan", " sesuai KTP"])}`,
  },
  {
    name: "a place in front",
    years: "four digits",
    write: ({ day, month, year }, pick) =>
      `${pick(["", "TTL: ", "lahir di ", "Lahir: "])}${pick(places)}${pick([", ", " ", " / "])}${day} ${pick(indonesianMonths[month - 1] ?? [])} ${year}`,
  },
];

/** What only arrivals have. */
export const arrivalForms: readonly WrittenForm[] = [
  {
    name: "a time behind",
    years: "four digits",
    write: ({ day, month, year }, pick) =>
      `${pad(day)}-${pad(month)}-${year}${pick([" jam 9", " pukul 09.00 WIB", ", jam 10.30 pagi", " 09:00", " 9 pagi", " (pagi)", " at 9am", " 08.00-10.00", " jam setengah 9", " habis dzuhur", ", kalau bisa pagi", " sebelum jam 10", " at half past nine", " sekitar jam 9an"])}`,
  },
];
