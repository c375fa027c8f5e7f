import type { LabelVocabulary } from "../../message/language.js";

export const labels: LabelVocabulary = {
  fieldLabels: {
    personName: ["your full name", "full name", "your name", "my name is", "name"],
    birthDate: [
      "place and date of birth",
      "date of birth",
      "birth date",
      "birthdate",
      "birthday",
      "born",
      "dob",
    ],
    arrivalDate: ["date of arrival", "arrival date", "arrivaldate", "visit date", "date of visit", "arrival"],
    date: ["date"],
  },
  placeholders: ["enter name", "name here", "none", "n a", "sample", "example name"],
  conjunctions: "and",
  exampleWords: "example eg sample format template",
  keywords: "register reg book booking queue",
  codeLabels: ["booking code", "booking number", "confirmation code", "code"],
};
