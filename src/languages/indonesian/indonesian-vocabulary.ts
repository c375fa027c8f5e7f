import type { Language } from "../../message/language.js";
import { besideDates } from "./beside-dates.js";
import { commands } from "./commands.js";
import { courtesies } from "./courtesies.js";
import { dates } from "./dates.js";
import { labels } from "./labels.js";
import { times } from "./times.js";

/** What people write in Indonesian: dates, commands, courtesies, and what they call the parts of a message. */
export const indonesianVocabulary: Language = /* @__PURE__ */ assemble();

/**
 * The former name of `indonesianVocabulary`, which holds more than dates.
 * @alias
 * @deprecated
 */
export const indonesianDates: Language = indonesianVocabulary;

function assemble(): Language {
  return { tag: "id", ...dates, ...times, ...besideDates, ...labels, ...courtesies, ...commands };
}
