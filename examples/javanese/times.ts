import type { TimeVocabulary } from "giliran";

/** Times of day as people say them. */
export const times: TimeVocabulary = {
  timeWords: {
    before: "jam pukul",
    after: "wib",
    between: "dumugi utawi utawa",
    until: "sakderenge sakdurunge",
    since: "sasampune sawise",
  },
  dayParts: {
    enjing: "05:00-11:00",
    esuk: "05:00-11:00",
    siang: "11:00-15:00",
    awan: "11:00-15:00",
    sonten: "15:00-18:00",
    sore: "15:00-18:00",
    dalu: "18:00-24:00",
    bengi: "18:00-24:00",
  },
  hourPhrases: { "setengah #": -30 },
  timeAsides: ["watara", "kinten kinten", "menawi saged", "yen iso"],
};
