import type { LabelVocabulary } from "../../message/language.js";
import { listPhrases } from "../phrase-list.js";

export const labels: LabelVocabulary = /* @__PURE__ */ listAll();

function listAll(): LabelVocabulary {
  return {
    fieldLabels: {
      personName: [
        "your full name",
        "full name",
        "your name",
        "my name is",
        "applicant name",
        "name of applicant",
        "first and last name",
        "name",
      ],
      birthDate: [
        "place and date of birth",
        "date of birth",
        "birth date",
        "birthdate",
        "birthday",
        "born",
        "dob",
        "d o b",
        "place date of birth",
      ],
      arrivalDate: [
        "date of arrival",
        "arrival date",
        "arrivaldate",
        "appointment date",
        "date of appointment",
        "visit date",
        "date of visit",
        "arrival",
      ],
      date: ["date"],
    },
    placeholders: ["enter name", "name here", "none", "n a", "sample", "example name"],
    conjunctions: "and",
    exampleWords: "example eg sample format template",
    keywords: "register reg book booking queue",
    codeLabels: ["booking code", "booking number", "confirmation code", "code"],
    codeAsides: [
      "answer with this code",
      "answer with this code before",
      "here is",
      "here it is",
      "this is",
      "your",
      "do not share it with anyone",
    ],
    spokenSigns: "hashtag hash pound",
    otherLabels: listPhrases(
      "phone, phone number, phone no, mobile, mobile number, mobile no, cell, telephone, tel, whatsapp, wa, contact, contact number, email, e mail, email address, address, home address, city, zip, gender, sex, occupation, job, nationality, citizenship, religion, marital status, passport number, passport no, id, id number, id no, national id, age, mothers name, fathers name",
    ),
  };
}
