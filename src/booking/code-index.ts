/** Codes by some key: a day, a person, a sender. */
export interface CodeIndex {
  readonly add: (key: string, code: string) => void;
  readonly remove: (key: string, code: string) => void;
  readonly codes: (key: string) => Iterable<string>;
}

const none: readonly string[] = [];

export function createCodeIndex(): CodeIndex {
  // Most keys lead to one code, which needs no set of its own.
  const index = new Map<string, string | Set<string>>();
  return {
    add(key, code) {
      const known = index.get(key);
      if (known === undefined) index.set(key, code);
      else if (typeof known !== "string") known.add(code);
      else if (known !== code) index.set(key, new Set([known, code]));
    },
    remove(key, code) {
      const known = index.get(key);
      if (known === code) index.delete(key);
      if (known === undefined || typeof known === "string") return;
      known.delete(code);
      if (known.size === 0) index.delete(key);
    },
    codes(key) {
      const known = index.get(key);
      return typeof known === "string" ? [known] : (known ?? none);
    },
  };
}
