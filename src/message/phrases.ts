/** The phrases that begin with a word, longest first. */
export type Phrases<Meaning> = ReadonlyMap<string, readonly Phrase<Meaning>[]>;

export interface Phrase<Meaning> {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

/** The longest phrase that stands at `index`. */
export function findPhrase<Meaning>(
  all: Phrases<Meaning>,
  tokens: readonly Spoken[],
  index: number,
): Phrase<Meaning> | undefined {
  return all.get(tokens[index]?.text ?? "")?.find(({ words }) =>
    words.every((word, offset) => {
      const token = tokens[index + offset];
      return token !== undefined && token.kind !== "mark" && token.text === word;
    }),
  );
}

interface Spoken {
  readonly kind: "word" | "number" | "mark";
  readonly text: string;
}

export function phrases<Meaning>(list: readonly (readonly [string, Meaning])[]): Phrases<Meaning> {
  const byFirst = new Map<string, Phrase<Meaning>[]>();
  for (const [text, meaning] of list) {
    const words = text.split(" ");
    const first = words[0] ?? "";
    const others = byFirst.get(first) ?? [];
    byFirst.set(first, others);
    others.push({ words, meaning });
  }
  for (const others of byFirst.values()) others.sort((one, other) => other.words.length - one.words.length);
  return byFirst;
}
