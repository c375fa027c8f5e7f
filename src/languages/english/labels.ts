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
    placeholders: [
      "enter name",
      "name here",
      "none",
      "n a",
      "sample",
      "example name",
      "me",
      "myself",
      "same as above",
    ],
    conjunctions: "and plus with n",
    companies: "family",
    introductions: ["my name is", "name is", "name", "i am", "this is", "on behalf of", "in the name of"],
    degrees: "jr sr ii iii iv esq phd md mba msc bsc ma ba llb llm dds rn cpa mbe obe",
    commonEndings: "fully ably ently",
    commonWords: /* @__PURE__ */ [
      "you your yours his her their they she these those whom whose but although while then than without about into onto over under",
      "from until since during between thanks thank sorry hello yeah yep had having did doing was were been being shall wanted know",
      "thought ask asking tell told say send sent book cancel reschedule passport office date time tomorrow later soon again already",
      "only very really quite too also here some all every each most less much many few other another same difficult hard easy slow",
      "fast good bad waiting wait help question problem works work working going coming come came gone get getting make made take took",
      "see saw look looking try trying change its it somebody someone anybody nobody whatever whenever whoever believe suppose reckon",
      "sure certain approximately roughly hmm hm haha lol omg wow damn ugh huh hey yo seriously whatever forget stop nothing mind wait",
      "hold",
    ].join(" "),
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
