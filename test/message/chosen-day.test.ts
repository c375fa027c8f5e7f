import { englishVocabulary, indonesianVocabulary } from "giliran";
import { describe, expect, it } from "vitest";
import { readChosenDay } from "../../src/message/dates/read-chosen-day.js";

const today = "2017-08-07"; // a Monday
const offered = ["2017-08-09", "2017-08-07", "2017-08-10", "", ""];
const id = { today, languages: [indonesianVocabulary, englishVocabulary] };
const en = { today, languages: [englishVocabulary] };

describe("an answer to a list of days", () => {
  it.each([
    ["yang kedua", "2017-08-07"],
    ["yg ke 2 aja pak", "2017-08-07"],
    ["ke-3", "2017-08-10"],
    ["nomor 1", "2017-08-09"],
    ["pilihan no. 3 dong", "2017-08-10"],
    ["2", "2017-08-07"],
    ["10", "2017-08-10"],
    ["tanggal 10", "2017-08-10"],
    ["tgl 10 aja", "2017-08-10"],
    ["sepuluh", "2017-08-10"],
    ["yang rabu", "2017-08-09"],
    ["hari Senin boleh", "2017-08-07"],
    ["yang jumat", "2017-08-11"],
    ["14", "2017-08-14"],
    ["tanggal 2", "2017-09-02"],
  ])("is the day that is meant by %j", (text, date) => {
    expect(readChosenDay(text, offered, id)).toBe(date);
  });

  it.each([
    ["the second one", "2017-08-07"],
    ["Let's take the first one, please", "2017-08-09"],
    ["option 3", "2017-08-10"],
    ["the 10th", "2017-08-10"],
    ["the 14th", "2017-08-14"],
    ["Wednesday then", "2017-08-09"],
  ])("is the day that is meant in English by %j", (text, date) => {
    expect(readChosenDay(text, offered, en)).toBe(date);
  });

  it.each([
    "halo",
    "bukan yang kedua",
    "yang kedua?",
    "yang pertama atau yang kedua",
    "nomor 4",
    "yang terakhir",
    "nomor 7",
    "0",
    "40",
    "2 orang",
    "10 agustus",
    "",
    "yang mana saja",
    "kedua kalinya saya coba",
  ])("is not guessed from %j", (text) => {
    expect(readChosenDay(text, offered, id)).toBeUndefined();
  });

  it("is asked for again where a place in the list and a day of the month are two days", () => {
    const early = ["2017-08-03", "2017-08-02", "2017-08-04"];
    expect(readChosenDay("2", early, id)).toBe("2017-08-02");
    expect(readChosenDay("3", early, id)).toBeUndefined();
    expect(readChosenDay("nomor 3", early, id)).toBe("2017-08-04");
    expect(readChosenDay("tanggal 3", early, id)).toBe("2017-08-03");
    expect(readChosenDay("yang terakhir", early, id)).toBe("2017-08-04");
  });

  it("is a day of the month where no day was offered", () => {
    expect(readChosenDay("tanggal 14", [], id)).toBe("2017-08-14");
    expect(readChosenDay("the second one", [], en)).toBeUndefined();
    expect(readChosenDay("yang kedua", [], id)).toBeUndefined();
  });
});
