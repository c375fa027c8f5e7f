import { fc, test } from "@fast-check/vitest";
import { englishVocabulary, indonesianVocabulary, parseDate } from "giliran";
import { describe, expect } from "vitest";
import { type CalendarDay, fromDayNumber, printIso, toDayNumber } from "../../src/input/calendar-day.js";
import { arrivalForms, birthForms, type WrittenForm, writtenForms } from "./written-forms.js";

const numRuns = 1000;

/** A reference date, and a day that a birth or an arrival can be on it; `years` keeps it sayable in the form. */
function days(expects: "birth" | "arrival", years: WrittenForm["years"]) {
  const today = fc.integer({
    min: toDayNumber({ year: 2015, month: 1, day: 1 }),
    max: toDayNumber({ year: 2035, month: 12, day: 31 }),
  });
  const farthest = years === "four digits" ? 47_000 : 36_000;
  const distance =
    expects === "birth" ? fc.integer({ min: -farthest, max: -1 }) : fc.integer({ min: 0, max: 364 });
  return fc
    .tuple(today, distance)
    .map(([now, away]) => ({ today: fromDayNumber(now), day: fromDayNumber(now + away) }));
}

/** Chooses by a list of generated numbers, so that a failing choice shrinks. */
function picker(numbers: readonly number[]) {
  let next = 0;
  return <T>(choices: readonly T[]): T =>
    choices[(numbers[next++ % numbers.length] ?? 0) % choices.length] as T;
}

const picks = fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 });
const scripts = [0x30, 0x660, 0x6f0, 0x966, 0xff10];

/** What people, keyboards and chats put into a date and that says nothing. */
const noises: readonly ((text: string, pick: ReturnType<typeof picker>) => string)[] = [
  (text) => text,
  (text, pick) =>
    pick(["  ", "\n", "\t", "\u00a0", "\u200e", "\u2068"]) + text + pick([" ", "\n", ".", "\u2069", " 🙏"]),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => [...text].join("\u200b"),
  (text) => text.replaceAll(" ", "  "),
  (text) => text.replaceAll(" ", "\u00a0"),
  (text, pick) => {
    const zero = pick(scripts);
    return text.replace(/\d/gu, (digit) => String.fromCharCode(zero + Number(digit)));
  },
  (text, pick) => pick([`*${text}*`, `_${text}_`, `(${text})`, `"${text}"`, `“${text}”`]),
  (text, pick) => text + pick([", terima kasih", " ya pak", " mohon dibantu", " trims 🙏", "..."]),
];

function readsAll(expects: "birth" | "arrival", forms: readonly WrittenForm[]): void {
  for (const { name, write, years } of forms) {
    test.prop([days(expects, years), picks, fc.constantFrom(...noises), picks], { numRuns })(
      `reads ${name}`,
      ({ today, day }, numbers, noise, others) => {
        const text = noise(write(day, picker(numbers)), picker(others));
        expect({ text, ...parseDate(text, { today: printIso(today), expects }) }).toMatchObject({
          text,
          date: printIso(day),
        });
      },
    );
  }
}

describe("a generated birth date", () =>
  readsAll("birth", [...writtenForms.filter(({ years }) => years !== "none"), ...birthForms]));
describe("a generated arrival date", () => readsAll("arrival", [...writtenForms, ...arrivalForms]));

describe("a date with a fault", () => {
  const today = { year: 2017, month: 11, day: 1 };
  const read = (text: string) => parseDate(text, { today: printIso(today), expects: "birth" });
  const day = days("birth", "four digits").map((each) => each.day);
  const pad = (number: number) => String(number).padStart(2, "0");

  test.prop(
    [fc.integer({ min: 1900, max: 2016 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 29, max: 99 })],
    { numRuns },
  )("is refused where no such day exists", (year, month, dayOfMonth) => {
    const isReal =
      printIso(fromDayNumber(toDayNumber({ year, month, day: dayOfMonth }))) ===
      printIso({ year, month, day: dayOfMonth });
    fc.pre(!isReal);
    expect(read(`${dayOfMonth}-${pad(month)}-${year}`)).toEqual({ kind: "problem", code: "no-such-day" });
    expect(read(`${dayOfMonth}${pad(month)}${year}`).kind).toBe("problem");
  });

  test.prop([day, fc.integer({ min: 1, max: 6 })], { numRuns })(
    "is refused where its weekday disagrees",
    (date, shift) => {
      const names = ["Kamis", "Jumat", "Sabtu", "Minggu", "Senin", "Selasa", "Rabu"];
      const wrong = names[(((toDayNumber(date) + shift) % 7) + 7) % 7];
      expect(read(`${wrong}, ${date.day}-${date.month}-${date.year}`)).toEqual({
        kind: "problem",
        code: "weekday-disagrees",
      });
    },
  );

  test.prop([day, day, fc.constantFrom(" atau ", " / ", " - ", ", ", " dan ", " ", " s/d ", " bukan ")], {
    numRuns,
  })("is refused beside another date", (one, other, between) => {
    fc.pre(printIso(one) !== printIso(other));
    const write = ({ day, month, year }: CalendarDay) => `${day}-${month}-${year}`;
    expect(read(write(one) + between + write(other)).kind).toBe("problem");
  });

  test.prop([day, fc.nat(7), fc.constantFrom("delete", "double", "swap")], { numRuns })(
    "of eight digits is refused, or read as it stands, where a digit is missing, doubled or swapped",
    (date, place, slip) => {
      const text = pad(date.day) + pad(date.month) + date.year;
      const [before, at, behind] = [text.slice(0, place), text.charAt(place), text.slice(place + 1)];
      const slipped = {
        delete: before + behind,
        double: before + at + at + behind,
        swap: before + behind.charAt(0) + at + behind.slice(1),
      }[slip];
      const reading = read(slipped);
      if (slipped.length !== 8) expect(reading.kind).toBe("problem");
      else if (reading.kind === "date") {
        const [year = "", month = "", day = ""] = reading.date.split("-");
        expect([day + month + year, year + month + day]).toContain(slipped);
      }
    },
  );
});

describe("an everyday word in a date", () => {
  const words = [indonesianVocabulary, englishVocabulary].flatMap((each) =>
    [each.commonWords, each.negations, each.hedges, each.conditions].join(" ").split(" "),
  );
  const texts = [
    ["arrival", "20 November 2017", "2017-11-20"],
    ["arrival", "besok jam 9", "2017-11-02"],
    ["arrival", "hari Senin tanggal 20 November", "2017-11-20"],
    ["arrival", "3 hari lagi", "2017-11-04"],
    ["arrival", "Friday at half past nine", "2017-11-03"],
    ["birth", "Bandung, 17 Agustus 1980", "1980-08-17"],
    ["birth", "17-08-1980 (37 tahun)", "1980-08-17"],
  ] as const;

  test.prop([fc.constantFrom(...texts), fc.constantFrom(...words), fc.nat(6)], { numRuns: 10_000 })(
    "leaves the day as it is, or makes it none",
    ([expects, text, date], word, place) => {
      const parts = text.split(" ");
      const at = place % (parts.length + 1);
      const said = [...parts.slice(0, at), word, ...parts.slice(at)].join(" ");
      const reading = parseDate(said, { today: "2017-11-01", expects });
      if (reading.kind === "date") expect({ said, date: reading.date }).toEqual({ said, date });
    },
  );

  const doubts = [indonesianVocabulary, englishVocabulary].flatMap((each) =>
    // "Nope" is November as well, cut off: "nopember"; "kok" behind a day only stresses it.
    [each.negations, each.hedges, each.conditions]
      .join(" ")
      .split(" ")
      .filter((word) => word !== "nope" && word !== "kok"),
  );

  test.prop([fc.constantFrom(...texts), fc.constantFrom(...doubts), fc.nat(6)], { numRuns: 5000 })(
    "makes it none where it takes back, is not sure or sets a condition",
    ([expects, text], word, place) => {
      const parts = text.split(" ");
      const at = place % (parts.length + 1);
      const said = [...parts.slice(0, at), word, ...parts.slice(at)].join(" ");
      expect({ said, ...parseDate(said, { today: "2017-11-01", expects }) }).toMatchObject({
        kind: "problem",
      });
    },
  );
});

describe("a month with a slip", () => {
  const months = [
    "januari",
    "februari",
    "maret",
    "april",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
  ];
  const numbers = [1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12];
  const slip = fc.tuple(
    fc.nat(10),
    fc.nat(8),
    fc.constantFrom("delete", "swap", "replace", "insert"),
    fc.constantFrom(..."aeiouklnrst"),
  );
  const slipped = slip.map(([index, at, kind, letter]) => {
    const name = months[index] ?? "";
    const place = at % name.length;
    const [before, sign, behind] = [name.slice(0, place), name.charAt(place), name.slice(place + 1)];
    const word = {
      delete: before + behind,
      swap: before + behind.charAt(0) + sign + behind.slice(1),
      replace: before + letter + behind,
      insert: before + letter + sign + behind,
    }[kind];
    return { word, month: numbers[index] ?? 0 };
  });
  const otherMonths = ["mei", "juni", "juli"];

  test.prop([slipped], { numRuns: 5000 })("is that month or is refused, never another", ({ word, month }) => {
    fc.pre(!otherMonths.includes(word));
    const reading = parseDate(`17 ${word} 1980`, { today: "2017-11-01", expects: "birth" });
    if (reading.kind === "date") expect(reading.date).toBe(`1980-${String(month).padStart(2, "0")}-17`);
  });
});
