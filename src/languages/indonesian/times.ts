import type { TimeVocabulary } from "../../message/language.js";

/** Times of day as people say them. */
export const times: TimeVocabulary = {
  timeWords: {
    before: "jam pukul pkl jm @",
    after: "wib wita wit an",
    between: "sampai sampe smp hingga sd atau ato dan",
    until: "sebelum sblm maksimal maks",
    since: "setelah sesudah stlh mulai diatas habis",
  },
  dayParts: /* @__PURE__ */ listDayParts(),
  hourPhrases: {
    "setengah #": -30,
    "stengah #": -30,
    "stgh #": -30,
    "# kurang seperempat": -15,
    "# lewat seperempat": 15,
    "# lebih seperempat": 15,
    "# lewat #": 1,
    "# lebih #": 1,
    "# kurang #": -1,
  },
  timeAsides: /* @__PURE__ */ [
    ...[
      "paling",
      "agak",
      "sekitar",
      "sktr",
      "kira",
      "kurang lebih",
      "kurleb",
      "mungkin sekitar",
      "maunya",
      "waktu",
    ],
    ...[
      "kalau bisa",
      "kalo bisa",
      "klo bisa",
      "jika bisa",
      "kalau boleh",
      "kalo boleh",
      "lebih",
      "pas",
      "antara",
    ],
  ],
};

function listDayParts(): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {
    pagi: "05:00-11:00",
    pgi: "05:00-11:00",
    siang: "11:00-15:00",
    siank: "11:00-15:00",
    sore: "15:00-18:00",
    sorean: "15:00-18:00",
    malam: "18:00-24:00",
    malem: "18:00-24:00",
    mlm: "18:00-24:00",
    "sepagi mungkin": "05:00-11:00",
    "jam buka": "05:00-11:00",
    "jam makan siang": "12:00-13:00",
    "tengah hari": "12:00",
  };
  const prayers = [
    ["subuh", "05:00-07:00", "04:00-05:00"],
    ["dzuhur zuhur dhuhur duhur dhuhr lohor luhur", "12:30-15:00", "08:00-12:00"],
    ["jumatan jumat", "13:00-15:00", "08:00-11:30"],
    ["ashar asar asr", "15:30-18:00", "13:00-15:00"],
    ["magrib maghrib", "18:30-20:00", "16:00-18:00"],
    ["isya isa", "19:30-24:00", "18:00-19:00"],
    ["istirahat", "13:00-15:00", "08:00-12:00"],
  ] as const;
  const afterwards = ["habis", "abis", "bada", "ba da", "setelah", "sesudah", "selepas", "stlh", "sehabis"];
  for (const [names, after, before] of prayers)
    for (const form of names.split(" ").flatMap(formsOf)) {
      for (const word of afterwards) parts[`${word} ${form}`] = after;
      for (const word of ["sebelum", "sblm"]) parts[`${word} ${form}`] = before;
    }
  for (const word of ["setelah", "habis", "abis"]) parts[`${word} makan siang`] = "13:00-15:00";
  return parts;
}

/** "Jumat" alone is the day. */
function formsOf(prayer: string): readonly string[] {
  return [`sholat ${prayer}`, `salat ${prayer}`, ...(prayer === "jumat" ? [] : [prayer])];
}
