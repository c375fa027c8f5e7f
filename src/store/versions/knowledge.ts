import { createFamilyCheck } from "../check-families.js";
import { checkTables } from "../check-tables.js";
import type { Family, Kind } from "../kind.js";

/** What a store has met so far: the kinds of all families of which one was asked for. */
export interface Knowledge<L> {
  /** Resolves when there are tables for the kinds. */
  readonly tables: (kinds: readonly Kind[]) => Promise<void>;
  /** Resolves with what calls about the kinds, and all others that were met, are made of. */
  readonly learn: (kinds: readonly Kind[]) => Promise<L>;
  /** The same, for who saves: when it can't be lost with the server any more. */
  readonly learnCertainly: (kinds: readonly Kind[]) => Promise<L>;
}

/**
 * `migrate` brings tables to their versions; `prepare` makes what calls about some kinds are made of; `confirm` throws where
 * all that may still be lost.
 */
export function createKnowledge<L>(
  migrate: (families: readonly Family[]) => Promise<void>,
  prepare: (kinds: readonly Kind[]) => L | Promise<L>,
  confirm: (prepared: L) => Promise<void> = async () => undefined,
): Knowledge<L> {
  const families = new Set<Family>();
  const known = new Set<Kind>();
  const { familiesOf } = createFamilyCheck(checkTables);
  let tables: () => Promise<void> = async () => undefined;
  let prepared: () => Promise<L> = async () => prepare([]);
  let confirmed = prepared;

  function meet(kinds: readonly Kind[]): void {
    if (kinds.every((kind) => known.has(kind))) return;
    for (const family of familiesOf(kinds)) families.add(family);
    for (const family of families) for (const kind of family.kinds) known.add(kind);
    const [all, every] = [[...families], [...known]];
    const prepareAll = async () => {
      await migrate(all);
      return prepare(every);
    };
    tables = once(() => migrate(all));
    prepared = once(prepareAll);
    confirmed = once(async () => {
      const known = await prepared();
      try {
        await confirm(known);
      } catch (error) {
        prepared = once(prepareAll); // it may be gone
        throw error;
      }
      return known;
    });
  }

  return {
    tables(kinds) {
      meet(kinds);
      return tables();
    },
    learn(kinds) {
      meet(kinds);
      return prepared();
    },
    learnCertainly(kinds) {
      meet(kinds);
      return confirmed();
    },
  };
}

/** Runs once, and again where it failed: the next call may find the server up. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return async () => {
    running ??= work();
    try {
      return await running;
    } catch (error) {
      running = undefined;
      throw error;
    }
  };
}
