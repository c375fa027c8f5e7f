import type { BesideDateVocabulary } from "giliran";

/** What people write beside a date. */
export const besideDates: BesideDateVocabulary = {
  dateFillers: [
    "ing dhateng menyang kangge kanggo pak bu mas mbak nggih inggih mawon wae matur nuwun nyuwun tulung",
    "dinten dina lair rawuh teka pon wage kliwon legi pahing",
  ].join(" "),
  dateAsides: [],
  ageWords: { before: "umur yuswa", after: "taun warsa" },
  birthAsides: "l p lanang wadon jaler estri islam kristen katolik",
  places: {
    before: "ing",
    names: "semarang surakarta solo ngayogyakarta yogyakarta klaten sragen boyolali magelang",
  },
};
