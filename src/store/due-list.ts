import { minute } from "../input/instant.js";

/** Keys by when they are due, for a store that looks for the earliest only. */
export interface DueList {
  readonly add: (key: string, dueAt: number) => void;
  readonly remove: (key: string, dueAt: number) => void;
  /** Keys due by then, in no order. */
  readonly due: (by: number) => readonly string[];
}

/**
 * By minutes: what is added in no order costs the same however much is kept, and few minutes have to be looked at.
 * `timeOf` says exactly when a key that was added is due.
 */
export function createDueList(timeOf: (key: string) => number): DueList {
  const minutes = new Map<number, Set<string>>();
  const minuteOf = (dueAt: number) => Math.floor(dueAt / minute);
  return {
    add(key, dueAt) {
      const together = minutes.get(minuteOf(dueAt));
      if (together === undefined) minutes.set(minuteOf(dueAt), new Set([key]));
      else together.add(key);
    },
    remove(key, dueAt) {
      const together = minutes.get(minuteOf(dueAt));
      together?.delete(key);
      if (together?.size === 0) minutes.delete(minuteOf(dueAt));
    },
    due(by) {
      const due: string[] = [];
      for (const [begin, together] of minutes)
        if (begin <= minuteOf(by)) for (const key of together) if (timeOf(key) <= by) due.push(key);
      return due;
    },
  };
}
