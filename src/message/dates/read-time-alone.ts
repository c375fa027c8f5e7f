import type { Language } from "../language.js";
import { lexiconOf } from "../lexicon.js";
import { tokenise } from "../tokens.js";
import { listDateItems } from "./date-items.js";
import { listDateUnits } from "./date-units.js";
import { type TimeOfDay, timeOfDay } from "./time-of-day.js";

const longestText = 100;

/** A time of day, where a text says nothing else: `jam 10`, `pagi`. */
export function readTimeAlone(text: string, languages: readonly Language[]): TimeOfDay | undefined {
  if (text.length > longestText) return undefined;
  const lexicon = lexiconOf(languages);
  const items = listDateItems(listDateUnits(tokenise(text), lexicon), lexicon);
  const isAlone = items.every(({ kind }) => kind === "time" || kind === "filler" || kind === "mark");
  return isAlone
    ? timeOfDay(
        items.flatMap((item) => (item.kind === "time" ? [item] : [])),
        text,
      )
    : undefined;
}
