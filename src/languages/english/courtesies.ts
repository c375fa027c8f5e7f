import type { CourtesyVocabulary } from "../../message/language.js";

export const courtesies: CourtesyVocabulary = {
  courtesies: [
    "good morning",
    "good afternoon",
    "good evening",
    "hello",
    "hi",
    "dear",
    "please",
    "pls",
    "thank you very much",
    "thank you",
    "thanks a lot",
    "thanks",
    "thx",
    "regards",
    "sent from my",
    "kind regards",
    "sorry",
    "sir",
    "madam",
  ],
  honorifics: "mr mrs ms miss dr sir madam",
};
