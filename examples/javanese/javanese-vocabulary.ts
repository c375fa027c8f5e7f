import type { Language } from "giliran";
import { commands } from "./commands.js";
import { courtesies } from "./courtesies.js";
import { dates } from "./dates.js";
import { labels } from "./labels.js";

/** What people write in Javanese. */
export const javaneseVocabulary: Language = { tag: "jv", ...dates, ...labels, ...courtesies, ...commands };
