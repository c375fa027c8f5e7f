/** Codes by when they are due, for a store that looks for the earliest only. */
export interface DueList {
  readonly add: (dueAt: number, code: string) => void;
  /** Codes due by then, those included that are no longer; `isDue` tells, and what is not is forgotten. */
  readonly due: (by: number, isDue: (code: string, dueAt: number) => boolean) => readonly string[];
}

export function createDueList(): DueList {
  let entries: (readonly [dueAt: number, code: string])[] = [];
  return {
    add(dueAt, code) {
      // Later holds end later, so the place is nearly always the last.
      const before = entries.findLastIndex(([other]) => other <= dueAt);
      entries.splice(before + 1, 0, [dueAt, code]);
    },
    due(by, isDue) {
      const later = entries.findIndex(([dueAt]) => dueAt > by);
      const reached = later === -1 ? entries : entries.slice(0, later);
      if (reached.length === 0) return [];
      const due = reached.filter(([dueAt, code]) => isDue(code, dueAt));
      if (due.length < reached.length) entries = [...due, ...entries.slice(reached.length)];
      return due.map(([, code]) => code);
    },
  };
}
