import { englishDates } from "./dates/english.js";
import { indonesianDates } from "./dates/indonesian.js";
import type { Language } from "./language.js";

/** Indonesian gives the order of numeric dates; English words are read beside it. */
export const defaultLanguages: readonly Language[] = /* @__PURE__ */ Object.freeze([
  indonesianDates,
  englishDates,
]);
