/** Codes by some key: a day, a person, a sender. */
export interface CodeIndex {
  readonly add: (key: string, code: string) => void;
  readonly remove: (key: string, code: string) => void;
  readonly codes: (key: string) => Iterable<string>;
}

const none: readonly string[] = [];

export function createCodeIndex(): CodeIndex {
  const index = new Map<string, Set<string>>();
  return {
    add(key, code) {
      const codes = index.get(key);
      if (codes === undefined) index.set(key, new Set([code]));
      else codes.add(code);
    },
    remove(key, code) {
      const codes = index.get(key);
      codes?.delete(code);
      if (codes?.size === 0) index.delete(key);
    },
    codes: (key) => index.get(key) ?? none,
  };
}
