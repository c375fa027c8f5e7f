import { readFileSync } from "node:fs";
import * as chrono from "chrono-node";
import { bookingCodes, defineMessageFormat, field, parseMessage } from "giliran";
import { DateTime } from "luxon";

/** A way to read a request, beside which ours is measured. */
interface Rival {
  readonly name: string;
  readonly parse: (text: string, today: string) => unknown;
}

const format = defineMessageFormat(
  "#name#birthDate#arrivalDate",
  { name: field.personName(), birthDate: field.birthDate(), arrivalDate: field.arrivalDate() },
  { codes: bookingCodes },
);

const luxonFormats = [
  "ddMMyyyy",
  "ddMMyy",
  "dd-MM-yyyy",
  "d/M/yyyy",
  "dd.MM.yyyy",
  "dd MM yyyy",
  "d MMMM yyyy",
  "d MMM yyyy",
  "yyyy-MM-dd",
  "yyyyMMdd",
];

function readWithLuxon(text: string, pattern: string): readonly string[] {
  const date = DateTime.fromFormat(text, pattern, { zone: "utc", locale: "id" });
  return date.isValid ? [date.toISODate()] : [];
}

/** Stops at the first format that fits, right or not. */
function readFirst(text: string): string | undefined {
  for (const pattern of luxonFormats) {
    const [date] = readWithLuxon(text, pattern);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** Only all ten show whether there is a second reading, which is what ours says. */
function readOnly(text: string): string | undefined {
  const [date, ...others] = new Set(luxonFormats.flatMap((pattern) => readWithLuxon(text, pattern)));
  return others.length === 0 ? date : undefined;
}

const published = /^#([^#]+)#(\d\d)(\d\d)(\d{4})#(\d\d)(\d\d)(\d{4})$/;

/** What people write by hand: the digits must be a day, the birth past, the arrival from today on. */
function readDay(year = "", month = "", day = ""): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
    ? date.toISOString().slice(0, 10)
    : undefined;
}

const rivals: readonly Rival[] = [
  { name: "giliran", parse: (text, today) => parseMessage(text, format, { today }) },
  {
    name: "ten luxon formats a date",
    parse(text) {
      const [, name, birth = "", arrival = ""] = text.split("#");
      return { name, birth: readOnly(birth), arrival: readOnly(arrival) };
    },
  },
  {
    name: "luxon formats until one fits",
    parse(text) {
      const [, name, birth = "", arrival = ""] = text.split("#");
      return { name, birth: readFirst(birth), arrival: readFirst(arrival) };
    },
  },
  {
    name: "chrono-node",
    parse(text) {
      const [, name, birth = "", arrival = ""] = text.split("#");
      return { name, birth: chrono.en.GB.parseDate(birth), arrival: chrono.en.GB.parseDate(arrival) };
    },
  },
  {
    name: "a regular expression by hand",
    parse(text, today) {
      const match = published.exec(text);
      if (match === null) return undefined;
      const birth = readDay(match[4], match[3], match[2]);
      const arrival = readDay(match[7], match[6], match[5]);
      if (birth === undefined || arrival === undefined || birth >= today || arrival < today) return undefined;
      return { name: match[1]?.trim(), birth, arrival };
    },
  },
];

const corpus = ["readings", "refusals"].flatMap((name) =>
  (
    JSON.parse(readFileSync(new URL(`../message/corpus/${name}.json`, import.meta.url), "utf8")) as {
      readonly kind: string;
      readonly text: string;
    }[]
  ).flatMap(({ kind, text }) => {
    if (kind === "message") return [text];
    return [kind === "birth" ? `#Budi#${text}#20112017` : `#Budi#17081980#${text}`];
  }),
);

const rounds = 15;

/** Microseconds for each text: the median of rounds in which the rivals take turns. */
function measure(texts: readonly string[], times: number, ways: readonly Rival[]): readonly number[] {
  const taken = ways.map((): number[] => []);
  for (let round = -3; round < rounds; round++)
    for (const [index, { parse }] of ways.entries()) {
      const start = performance.now();
      for (let time = 0; time < times; time++) for (const text of texts) parse(text, "2017-07-10");
      if (round >= 0) taken[index]?.push(((performance.now() - start) * 1000) / times / texts.length);
    }
  return taken.map((each) => each.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN);
}

function report(title: string, texts: readonly string[], times: number): void {
  const [ours = Number.NaN, ...others] = measure(texts, times, rivals);
  console.log(`\n${title}\n  giliran ${ours.toFixed(2)} µs`);
  for (const [index, other] of others.entries()) {
    const name = rivals[index + 1]?.name ?? "";
    const ratio =
      other > ours
        ? `${(other / ours).toFixed(1)} times ours`
        : `ours is ${(ours / other).toFixed(1)} times that`;
    console.log(`  ${name} ${other.toFixed(2)} µs, ${ratio}`);
  }
}

report("The published form, #Ahmad#20111967#18072017", ["#Ahmad#20111967#18072017"], 4000);
report(`The corpus, ${corpus.length} messages; the others read few of them`, corpus, 4);

const long = [
  "#",
  "A ",
  "#a\n",
  "*1",
  "nama: ",
  "#Nama#Tgl Lahir#Tgl Kedatangan",
  "promo murah!!! http://x.example ",
];
console.log("\nTexts of 10,000 signs");
for (const sign of long) {
  const text = sign.repeat(Math.ceil(10_000 / sign.length)).slice(0, 10_000);
  const [taken = Number.NaN] = measure([text], 3, rivals.slice(0, 1));
  console.log(`  ${JSON.stringify(sign)} ${(taken / 1000).toFixed(2)} ms`);
}
