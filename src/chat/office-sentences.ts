import { InvalidConfigError } from "../errors.js";
import type { Words } from "./words.js";

/** What is the same wherever a chat answers: how messages are read, and how their fields are named. */
type Shared = "tag" | "languages" | "fieldNames";

/** What one office says otherwise; whatever is missing is said as everywhere. */
export type OfficeSentences = {
  readonly [Name in Exclude<keyof Words, Shared>]?: Words[Name] extends
    | string
    | ((...given: never[]) => string)
    ? Words[Name]
    : Partial<Words[Name]>;
};

/**
 * The words of each office, and those of no office in particular.
 * @throws InvalidConfigError with the path of what is wrong.
 */
export function wordsByOffice(
  words: Words,
  own: Readonly<Record<string, OfficeSentences>>,
  officeIds: ReadonlySet<string>,
): (officeId: string | undefined) => Words {
  const byOffice = new Map(
    Object.entries(own).map(([id, sentences]) => {
      const path = `officeWords.${id}`;
      if (!officeIds.has(id))
        throw new InvalidConfigError(path, `expected one of ${[...officeIds].join(", ")}, found ${id}`);
      return [id, withOwn(words, sentences, path)];
    }),
  );
  return (officeId) => byOffice.get(officeId ?? "") ?? words;
}

const shared: ReadonlySet<string> = new Set<Shared>(["tag", "languages", "fieldNames"]);

function withOwn(words: Words, sentences: OfficeSentences, path: string): Words {
  const all: Readonly<Record<string, unknown>> = { ...words };
  const merged = Object.entries(sentences).map(([name, said]) => {
    const known = all[name];
    if (shared.has(name) || typeof known !== typeof said)
      throw new InvalidConfigError(`${path}.${name}`, "expected a sentence of Words, of its own type");
    return [name, typeof said === "object" ? { ...(known as object), ...said } : said];
  });
  return { ...words, ...Object.fromEntries(merged) };
}
