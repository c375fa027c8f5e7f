import type { LabelVocabulary } from "giliran";

export const labels: LabelVocabulary = {
  fieldLabels: {
    personName: ["asma jangkep", "asma", "jeneng", "nama"],
    birthDate: ["tanggal miyos", "tanggal lair", "miyos", "lair"],
    arrivalDate: ["tanggal rawuh", "tanggal teka", "rawuh"],
    date: ["tanggal", "tgl"],
  },
  placeholders: ["asma panjenengan", "jeneng sampeyan", "kosong", "mboten wonten"],
  conjunctions: "lan kaliyan karo",
  companies: "sakulawarga sakaluwarga",
  introductions: ["jeneng kula", "nami kula", "kula"],
  degrees: "sh se st skom spd mm mt mpd msi",
  commonEndings: "ipun",
  commonWords:
    "kula aku sampeyan panjenengan arep badhe saged iso mboten ora napa opo kapan pundi ngendi dospundi kepiye",
  exampleWords: "conto contone tuladha tuladhanipun",
  keywords: "daftar ndhaftar",
  codeLabels: ["kode booking", "kode"],
  codeAsides: ["punika", "niki"],
  spokenSigns: "tagar pager",
  otherLabels: ["nik", "nomer hp", "no hp", "alamat"],
};
