import { InvalidConfigError } from "../errors.js";
import { kindOf, partOf } from "../input/shape.js";
import { englishVocabulary } from "../languages/english/english-vocabulary.js";
import { indonesianVocabulary } from "../languages/indonesian/indonesian-vocabulary.js";
import type { Language } from "./language.js";

/** Indonesian gives the order of numeric dates; English words are read beside it. */
export const defaultLanguages: readonly Language[] = /* @__PURE__ */ Object.freeze([
  indonesianVocabulary,
  englishVocabulary,
]);

/** @throws InvalidConfigError where something among languages is none. */
export function checkLanguages(languages: readonly Language[]): void {
  for (const [index, language] of languages.entries())
    for (const [name, part] of Object.entries(defaultLanguages[0] ?? {}))
      if (kindOf(language) !== "object" || kindOf(partOf(language, name)) !== kindOf(part))
        throw new InvalidConfigError(
          `languages[${index}]`,
          "expected a language such as indonesianVocabulary",
        );
}
