import { englishVocabulary } from "../languages/english/english-vocabulary.js";
import { indonesianVocabulary } from "../languages/indonesian/indonesian-vocabulary.js";
import type { Language } from "./language.js";

/** Indonesian gives the order of numeric dates; English words are read beside it. */
export const defaultLanguages: readonly Language[] = /* @__PURE__ */ Object.freeze([
  indonesianVocabulary,
  englishVocabulary,
]);
