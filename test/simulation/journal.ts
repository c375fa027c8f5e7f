import type { Delivery } from "./post.js";

/** What was done and came of it, without a name. */
export interface Journal {
  readonly note: (at: number, delivery: Delivery, kind: string) => void;
  readonly fault: (fault: string) => void;
  readonly actions: () => number;
  readonly outcomes: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly faults: ReadonlyMap<string, number>;
  readonly lastSteps: () => readonly string[];
}

const remembered = 20;

export function createJournal(): Journal {
  const outcomes = new Map<string, Map<string, number>>();
  const faults = new Map<string, number>();
  let last: readonly (() => string)[] = [];
  let actions = 0;
  return {
    outcomes,
    faults,
    actions: () => actions,
    lastSteps: () => last.map((line) => line()),
    note(at, { errand, process, order }, kind) {
      actions++;
      const kinds = outcomes.get(errand.action) ?? new Map<string, number>();
      outcomes.set(errand.action, kinds);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const line = () =>
        `${new Date(at).toISOString()} process ${process}, ${order}: ${errand.action}, ${kind}`;
      last = [...last.slice(1 - remembered), line];
    },
    fault: (fault) => void faults.set(fault, (faults.get(fault) ?? 0) + 1),
  };
}
