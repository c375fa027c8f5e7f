import { InvalidConfigError } from "../errors.js";
import { aList, anObject, aText, hasShapes, type Shapes } from "../input/shape.js";
import type { Language } from "./language.js";

const languageShapes: Shapes<Language> = {
  ...{ tag: aText, dateOrders: aList, months: aList, monthNumerals: aText, weekdays: aList },
  ...{ numbers: anObject, multipliers: anObject, raisers: anObject, ordinalEndings: aText },
  ...{ relativeDays: anObject, countedDays: anObject, weekdayPhrases: anObject, monthPhrases: anObject },
  ...{ unclear: aList, partLabels: anObject, timeWords: anObject, dateFillers: aText, formatLetters: aText },
  ...{ fieldLabels: anObject, placeholders: aList, conjunctions: aText, honorifics: aText },
  ...{ courtesies: aList, exampleWords: aText, keywords: aText, codeLabels: aList, commands: anObject },
  ...{ commandFillers: aText, assents: aList, negations: aText, questionWords: anObject, choosing: anObject },
};

/** @throws InvalidConfigError where something among languages is none. */
export function checkLanguages(languages: readonly Language[]): void {
  for (const [index, language] of languages.entries())
    if (!hasShapes(language, languageShapes))
      throw new InvalidConfigError(`languages[${index}]`, "expected a language such as indonesianVocabulary");
}
