import { readFileSync } from "node:fs";
import fc from "fast-check";
import { englishVocabulary, indonesianVocabulary, type ParsedMessage, parseDate } from "giliran";
import { describe, expect, it } from "vitest";
import { parseToday } from "../../src/input/calendar-day.js";
import { type Lexicon, lexiconOf } from "../../src/message/lexicon.js";
import { labelsOf } from "../../src/message/message-shape.js";
import { prepareText } from "../../src/message/readers/message-text.js";
import { chooseReading, type MessageReader } from "../../src/message/readers/reader.js";
import { readers } from "../../src/message/readers/readers.js";
import { passportFormat } from "./passport-format.js";

/** `GILIRAN_RUNS=20000` for more than the suite does. */
const numRuns = Number(process.env.GILIRAN_RUNS ?? 2000);
const today = "2017-11-01";

type Tongue = "indonesian" | "english";

const vocabularies = {
  indonesian: [indonesianVocabulary, englishVocabulary],
  english: [englishVocabulary],
} as const;

const lexicons: Readonly<Record<Tongue, Lexicon>> = {
  indonesian: lexiconOf(vocabularies.indonesian),
  english: lexiconOf(vocabularies.english),
};

/** Words that are a command, or of a date, would change what is said and should. */
function isPlainWord(word: string, lexicon: Lexicon): boolean {
  const { commands, months, weekdays, datePhraseWords, numbers, multipliers, raisers, partLabels } = lexicon;
  const lists = [commands, months, weekdays, datePhraseWords, numbers, multipliers, raisers, partLabels];
  return !lists.some((list) => list.has(word));
}

function listWords(tongue: Tongue): readonly string[] {
  const lists = JSON.parse(
    readFileSync(new URL("corpus/common-words.json", import.meta.url), "utf8"),
  ) as Readonly<Record<Tongue, readonly string[]>>;
  return lists[tongue].join(" ").split(" ");
}

/** Each blank, each line and both ends is a place for a word, but for those inside a name. */
const messages: Readonly<Record<Tongue, readonly string[]>> = {
  indonesian: [
    "#Budi#17081980#20112017",
    "Selamat pagi pak\n#Budi#17081980#20112017\nterima kasih ya",
    "Nama: Budi\nTgl lahir: 17-08-1980\nTgl kedatangan: 20-11-2017",
    "Halo min\nNama: Budi\nTgl lahir: 17-08-1980\nTgl kedatangan: 20-11-2017\nMakasih",
    "Budi - 17-8-1980 - besok",
    "Budi\n17-08-1980\n20-11-2017",
    "Budi 17081980 20112017",
    "tagar Budi tagar 17081980 tagar 20112017",
    "#batal",
    "#batal pak, maaf ga bisa datang",
    "mau batal ya min",
    "tolong batalkan kode 7HXW-9TB6 karena anak sakit",
    "#pindah kamis ya pak",
    "mau pindah ke hari jumat, terima kasih",
    "7HXW-9TB6",
    "kode saya 7HXW9TB6 pak, makasih",
    "#tunggu",
    "#perpanjang 7HXW-9TB6",
    "besok masih ada slot?",
  ],
  english: [
    "#Budi#17 Aug 1980#20 Nov 2017",
    "Good morning\n#Budi#17 Aug 1980#20 Nov 2017\nthank you",
    "Name: Budi\nDate of birth: 17 Aug 1980\nArrival date: 20 Nov 2017",
    "Budi, 17 Aug 1980, tomorrow",
    "#cancel",
    "please cancel my appointment, I am sick",
    "#cancel 7HXW-9TB6 thanks",
    "#reschedule friday please",
    "please move my booking to monday",
    "my code is 7HXW9TB6, thanks",
    "7HXW-9TB6",
    "is there a free slot tomorrow?",
  ],
};

function parse(text: string, tongue: Tongue, list: readonly MessageReader[]): ParsedMessage | undefined {
  const lexicon = lexicons[tongue];
  const shape = { format: passportFormat, labels: labelsOf(passportFormat, lexicon), lexicon };
  const setting = { today: parseToday(today), lexicon, codes: passportFormat.codes, media: [] };
  return chooseReading(prepareText(text, shape, setting), list)?.parsed;
}

/** What a program would do at once; `undefined` where it asks, or only looks. */
function done(parsed: ParsedMessage | undefined, tongue: Tongue): string | undefined {
  if (parsed?.kind === "request") return JSON.stringify(parsed.values);
  if (parsed?.kind === "code") return parsed.code;
  if (parsed?.kind !== "command") return undefined;
  const { command, code, rest } = parsed;
  if (["status", "availability", "help"].includes(command)) return undefined;
  const day = parseDate(rest, { today, expects: "arrival", languages: vocabularies[tongue] });
  if (command === "reschedule" && day.kind !== "date") return undefined;
  return JSON.stringify([command, code, command === "reschedule" && day.kind === "date" ? day.date : ""]);
}

function insert(text: string, word: string, place: number): string {
  const places = [0, ...[...text.matchAll(/[ \n]/gu)].map(({ index }) => index + 1)];
  const at = place % (places.length + 1);
  return at === places.length
    ? `${text} ${word}`
    : `${text.slice(0, places[at])}${word} ${text.slice(places[at])}`;
}

/** A word in front of a name, or between its words, is part of a text value. */
function isInName(text: string, word: string): boolean {
  return new RegExp(`(?:^|# ?|nama: |name: |tagar )${word} Budi|Budi ${word}`, "iu").test(text);
}

function findChange(list: readonly MessageReader[], runs: number, seed?: number): string | undefined {
  const cases = (["indonesian", "english"] as const).map((tongue) =>
    fc.record({
      tongue: fc.constant(tongue),
      message: fc.constantFrom(...messages[tongue]),
      word: fc.constantFrom(...listWords(tongue).filter((word) => isPlainWord(word, lexicons[tongue]))),
      place: fc.nat(30),
    }),
  );
  const found = fc.check(
    fc.property(fc.oneof(...cases), ({ tongue, message, word, place }) => {
      const text = insert(message, word, place);
      if (isInName(text, word)) return true;
      const got = done(parse(text, tongue, list), tongue);
      return got === undefined || got === done(parse(message, tongue, readers), tongue);
    }),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  );
  if (!found.failed) return undefined;
  const [{ message, word, place }] = found.counterexample ?? [{ message: "", word: "", place: 0 }];
  return insert(message, word, place);
}

/** A message that is done though a word behind it takes it back. */
function findDone(list: readonly MessageReader[]): string | undefined {
  const takenBack = [
    ...messages.indonesian.map((message) => ({ tongue: "indonesian", text: `${message} jangan` }) as const),
    ...messages.english.map((message) => ({ tongue: "english", text: `${message} not` }) as const),
  ];
  return takenBack.find(({ tongue, text }) => done(parse(text, tongue, list), tongue) !== undefined)?.text;
}

/** A reader that passes over a word that nobody knows, or that takes back. */
function careless(read: MessageReader): MessageReader {
  return (message) => {
    const reading = read(message);
    if (reading?.left === 0) return reading;
    const { text, shape, setting } = message;
    for (const { index, 0: word } of text.matchAll(/\p{L}+ ?/gu)) {
      const without = `${text.slice(0, index)}${text.slice(index + word.length)}`.trim();
      const other = read(prepareText(without, shape, setting));
      if (other?.left === 0) return other;
    }
    return reading;
  };
}

describe("a common word that is put into a message", () => {
  it(`never changes what is done (${numRuns} runs)`, () => {
    expect(findChange(readers, numRuns)).toBeUndefined();
    expect(findDone(readers)).toBeUndefined();
  });

  // The partial form and the question do nothing, so that no word can change what they do.
  it.each(
    readers.filter(({ name }) => !["readPartial", "readQuestion"].includes(name)).map(({ name }) => name),
  )("is caught where %s passes over it", (name) => {
    const broken = readers.map((each) => (each.name === name ? careless(each) : each));
    expect(findDone(broken) ?? findChange(broken, numRuns, 1)).toBeDefined();
  });
});
