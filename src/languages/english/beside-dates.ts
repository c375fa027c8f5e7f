import type { BesideDateVocabulary } from "../../message/language.js";

/** What people write beside a date. */
export const besideDates: BesideDateVocabulary = {
  dateFillers: /* @__PURE__ */ [
    "on thank you born birth date dob arrival arriving visit ad ce local time my is appointment booking visiting yes yeah yep sure",
    "then",
  ].join(" "),
  dateAsides: /* @__PURE__ */ listDateAsides(),
  ageWords: { before: "age aged", after: "years year old yo yrs yr" },
  birthAsides:
    "m f male female man woman boy girl single married christian muslim catholic hindu buddhist indonesian",
  places: {
    before: "in at",
    names:
      "london singapore sydney melbourne paris berlin amsterdam tokyo seoul beijing shanghai hong kong kuala lumpur penang york",
  },
};

/** "Friday would be great", "I can do Friday" */
function listDateAsides(): readonly string[] {
  const good = [
    "great",
    "good",
    "fine",
    "ok",
    "okay",
    "perfect",
    "best",
    "nice",
    "lovely",
    "ideal",
    "better",
  ];
  const before = [
    "i can do",
    "i can come",
    "i could do",
    "i could come",
    "i am free",
    "im free",
    "i will come",
    "ill come",
  ];
  return [
    ...good.flatMap((one) => [`would be ${one}`, `is ${one}`, `sounds ${one}`, `works ${one}`]),
    ...[
      "works",
      "works for me",
      "works best",
      "suits me",
      "suits",
      "is fine with me",
      "for me",
      "would work",
      "will do",
    ],
    ...[
      "would suit me",
      "is possible",
      "would be fine for me",
      "works fine for me",
      "if possible",
      "see you",
    ],
    ...before.flatMap((one) => [one, `${one} on`]),
    ...[
      "how about",
      "what about",
      "lets do",
      "lets say",
      "lets go for",
      "make it",
      "i would like",
      "id like",
      "i want",
    ],
    ...[
      "i would prefer",
      "id prefer",
      "i prefer",
      "i choose",
      "i pick",
      "i would like to come",
      "id like to come",
    ],
    ...["then send to #", "send to #", "and send to #", "text to #"],
    ...["according to id", "as in passport", "as in my passport"],
  ];
}
