import type { Language } from "giliran";
import { besideDates } from "./beside-dates.js";
import { commands } from "./commands.js";
import { courtesies } from "./courtesies.js";
import { dates } from "./dates.js";
import { labels } from "./labels.js";
import { times } from "./times.js";

/** What people write in Javanese. */
export const javaneseVocabulary: Language = {
  tag: "jv",
  ...dates,
  ...times,
  ...besideDates,
  ...labels,
  ...courtesies,
  ...commands,
};
