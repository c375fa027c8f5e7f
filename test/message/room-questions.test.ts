import {
  defineMessageFormat,
  englishVocabulary,
  field,
  indonesianVocabulary,
  parseDate,
  parseMessage,
} from "giliran";
import { describe, expect, it } from "vitest";
import { passportFormat } from "./passport-format.js";

const today = "2017-08-08";
const languages = { id: [indonesianVocabulary, englishVocabulary], en: [englishVocabulary] };

function look(text: string, language: keyof typeof languages, format = passportFormat) {
  const parsed = parseMessage(text, format, { today, languages: languages[language] });
  if (parsed.kind !== "command" || parsed.command !== "availability") return parsed.kind;
  const reading = parseDate(parsed.rest, { today, expects: "arrival", languages: languages[language] });
  return reading.kind === "date" ? reading.date : "no day";
}

describe("a question for free places", () => {
  it.each([
    ["Ada slot tanggal 9 agustus?", "2017-08-09"],
    ["ada slot gak besok", "2017-08-09"],
    ["masih ada tempat hari senin?", "2017-08-14"],
    ["senin depan masih ada kuota ga ya min", "2017-08-14"],
    ["besok penuh?", "2017-08-09"],
    ["kantor buka hari sabtu?", "2017-08-12"],
    ["besok buka jam berapa?", "2017-08-09"],
    ["Ada 2 tempat besok?", "2017-08-09"],
    ["ada antrian besok jam 9 pagi?", "2017-08-09"],
    ["mohon info slot tanggal dua puluh satu agustus", "2017-08-21"],
    ["Selamat pagi Bapak, saya mau tanya apakah masih ada slot untuk paspor anak saya lusa?", "2017-08-10"],
    ["masih ada tempat?", "no day"],
    ["hari apa yang masih kosong?", "no day"],
    ["ada slot tgl 9 agustus atau 10 agustus?", "no day"],
    ["ada slot minggu depan?", "no day"],
    ["besok di loket ada tempat, lusa juga?", "no day"],
  ])("is read in Indonesian: %j", (text, expected) => {
    expect(look(text, "id")).toBe(expected);
  });

  it.each([
    ["any slots on 9 August?", "2017-08-09"],
    ["is there room tomorrow?", "2017-08-09"],
    ["is tomorrow full?", "2017-08-09"],
    ["free tomorrow?", "2017-08-09"],
    ["do you have any appointments on 21st of August", "2017-08-21"],
    ["are you open on saturday?", "2017-08-12"],
    [
      "Good morning, I would like to ask whether there is still a place for my son next monday?",
      "2017-08-14",
    ],
    ["when is the next free slot?", "no day"],
    ["is there any place on 9/8/2017?", "no day"],
  ])("is read in English: %j", (text, expected) => {
    expect(look(text, "en")).toBe(expected);
  });

  it.each([
    ["kalau batal masih ada tempat besok?", "id"],
    ["jangan batalkan, masih ada slot besok?", "id"],
    ["apakah bisa pindah, ada slot besok?", "id"],
    ["kalau penuh apakah ada daftar tunggu besok?", "id"],
    ["tempat tanggal lahir saya Bandung 3 Mei 1990, apakah bisa?", "id"],
    ["ada tempat parkir?", "id"],
    ["ada apa besok?", "id"],
    ["Ada", "id"],
    ["besok kosong", "id"],
    ["#Ani #ada slot besok?", "id"],
    ["may I cancel tomorrow, is there room?", "en"],
    ["can I change it, are there slots tomorrow?", "en"],
    ["is there a waiting list tomorrow?", "en"],
    ["is my booking ok?", "en"],
    ["room", "en"],
  ] as const)("is nothing that could be meant otherwise: %j", (text, language) => {
    expect(["not-understood", "unsure"]).toContain(look(text, language));
  });

  it.each(["7HXW9TB6 besok masih ada tempat?", "kode saya 7HXW9TB6, apakah lusa ada slot pak"])(
    "confirms no code that stands beside it: %j",
    (text) => {
      const parsed = parseMessage(text, passportFormat, { today });
      expect(parsed).toMatchObject({ kind: "unsure", meant: { kind: "code" } });
    },
  );

  it("may name an office where the format asks for one", () => {
    const offices = [
      { id: "bali", name: "Kantor Imigrasi Bali" },
      { id: "jaksel", name: "Jakarta Selatan" },
    ];
    const format = defineMessageFormat("#name#birthDate#arrivalDate#office?", {
      name: field.personName(),
      birthDate: field.birthDate(),
      arrivalDate: field.arrivalDate(),
      office: field.office(offices),
    });
    expect(look("masih ada tempat di Jakarta Selatan?", "id", format)).toBe("no day");
    expect(look("besok ada slot di bali?", "id", format)).toBe("2017-08-09");
    expect(look("masih ada tempat di Bandung?", "id", format)).toBe("not-understood");
  });
});
