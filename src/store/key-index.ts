/** Keys of records by some value that they share: a day, a person, a sender. */
export interface KeyIndex {
  readonly add: (value: string, key: string) => void;
  readonly remove: (value: string, key: string) => void;
  readonly keys: (value: string) => Iterable<string>;
}

const none: readonly string[] = [];

export function createKeyIndex(): KeyIndex {
  // Most values lead to one key, which needs no set of its own.
  let index: Map<string, string | Set<string>> | undefined; // many an index stays empty
  return {
    add(value, key) {
      index ??= new Map();
      const known = index.get(value);
      if (known === undefined) index.set(value, key);
      else if (typeof known !== "string") known.add(key);
      else if (known !== key) index.set(value, new Set([known, key]));
    },
    remove(value, key) {
      const known = index?.get(value);
      if (known === key) index?.delete(value);
      if (known === undefined || typeof known === "string") return;
      known.delete(key);
      if (known.size === 0) index?.delete(value);
    },
    keys(value) {
      const known = index?.get(value);
      return typeof known === "string" ? [known] : (known ?? none);
    },
  };
}
