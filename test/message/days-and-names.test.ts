import { readFileSync } from "node:fs";
import { completeRequest, englishVocabulary, indonesianVocabulary, parseDate, parseMessage } from "giliran";
import { describe, expect, it } from "vitest";
import { passportFormat } from "./passport-format.js";

/** What people say of a day, a time and a name; `expect` is the date and its time, the name, or the problem and its readings. */
interface Said {
  readonly kind: "birth" | "arrival" | "name";
  readonly language: "id" | "en";
  readonly text: string;
  readonly expect: string;
}

const today = "2017-11-01"; // a Wednesday
const languages = { id: [indonesianVocabulary, englishVocabulary], en: [englishVocabulary] };
const corpus = JSON.parse(
  readFileSync(new URL("corpus/days-and-names.json", import.meta.url), "utf8"),
) as readonly Said[];

function read({ kind, language, text }: Said): string {
  if (kind === "name") {
    const message = `#${text}#17081980#20112017`;
    const parsed = parseMessage(message, passportFormat, { today, languages: languages[language] });
    if (parsed.kind === "request") return String(parsed.values.name);
    return parsed.kind === "not-understood" ? (parsed.problems[0]?.code ?? "") : parsed.kind;
  }
  const reading = parseDate(text, { today, expects: kind, languages: languages[language] });
  if (reading.kind === "problem") return [reading.code, ...(reading.readings ?? [])].join(" ");
  const { date, time } = reading;
  if (time === undefined) return date;
  expect(text.slice(time.index, time.index + time.text.length)).toBe(time.text);
  return `${date} ${time.from}${time.to === undefined ? "" : `-${time.to}`}`;
}

describe("what people say of a day, a time and a name", () => {
  it.each(corpus)("$kind $text is $expect", (said) => {
    expect(read(said)).toBe(said.expect);
  });
});

describe("a time of day", () => {
  it.each([
    ["#Budi#17081980#besok jam 9", "jam 9"],
    ["#Budi#17081980#20112017\njam 9 pagi", "jam 9 pagi"],
    ["  #Budi#17081980#20112017\n\nterima kasih pak\nkalau bisa pagi", "kalau bisa pagi"],
    ["Nama: Budi\nTgl lahir: 17-08-1980\nTgl kedatangan: 20-11-2017\nJam: 09.00", "Jam: 09.00"],
  ])("is found at its place in %j", (text, said) => {
    const parsed = parseMessage(text, passportFormat, { today });
    const time = parsed.kind === "request" ? parsed.evidence.arrivalDate?.time : undefined;
    expect(time?.text).toBe(said);
    expect(text.slice(time?.index, (time?.index ?? 0) + said.length)).toBe(said);
  });

  it("is no greeting behind a request", () => {
    const parsed = parseMessage("#Budi#17081980#20112017\nselamat siang pak", passportFormat, { today });
    expect(parsed.kind === "request" && parsed.evidence.arrivalDate?.time).toBe(undefined);
  });

  it.each([
    ["2017-11-19T17:00:00.000Z", "2017-11-20", undefined],
    ["2017-11-20T02:00:00Z", "2017-11-20", "09:00"],
    ["2017-11-20T09:00:00+09:00", "2017-11-20", "07:00"],
  ])("of the instant %s is the office's", (text, date, from) => {
    const reading = parseDate(text, { today, expects: "arrival", timeZone: "Asia/Jakarta" });
    expect(reading).toMatchObject({ kind: "date", date });
    expect(reading.kind === "date" ? reading.time?.from : "").toBe(from);
  });
});

describe("a name that alone was asked for", () => {
  const parsed = parseMessage("#Budi123#17081980#besok", passportFormat, { today });
  const nearly = parsed.kind === "not-understood" ? parsed.nearly : undefined;
  const complete = (text: string) => nearly && completeRequest(text, nearly, { today });

  it.each(["Budi Santoso", "budi", "Ahmad bin Abdullah", "BUDI", "Siti, S.H.", "Maria de la Cruz"])(
    "is %j",
    (text) => expect(complete(text)).toMatchObject({ kind: "request", values: { name: text } }),
  );

  it.each([
    "Halo",
    "kok lama",
    "Lama banget",
    "wkwkwk",
    "oke",
    "batal",
    "#btal",
    "ga jadi",
    "besok",
    "Budi dan Siti",
    "mau tanya dulu pak",
    "Budi?",
  ])("is not %j", (text) => expect(complete(text)).toBe(undefined));
});
