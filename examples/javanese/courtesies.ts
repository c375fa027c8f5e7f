import type { CourtesyVocabulary } from "giliran";

export const courtesies: CourtesyVocabulary = {
  courtesies: [
    "sugeng enjing",
    "sugeng siang",
    "sugeng sonten",
    "sugeng dalu",
    "kula nuwun",
    "nuwun sewu",
    "matur nuwun sanget",
    "matur nuwun",
    "maturnuwun",
    "nyuwun tulung",
    "nyuwun pangapunten",
    "nggih",
    "pak",
    "bu",
    "mas",
    "mbak",
  ],
  asides: ["kula", "badhe ndhaftar", "kangge anak kula", "paspor enggal"],
  signatures: ["sent from", "dikirim dari"],
  honorifics: "pak bapak bu ibu mas mbak",
};
