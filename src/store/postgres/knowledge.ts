import { createFamilyCheck } from "../check-families.js";
import { checkTables } from "../check-tables.js";
import type { Family, Kind } from "../kind.js";
import type { PostgresConnection } from "./connection.js";
import { type Functions, functionsFor } from "./functions.js";
import { confirmMade, makeFunctions, migrate } from "./migrate.js";

/** What a store has met so far: the kinds of all families of which one was asked for. */
export interface Knowledge {
  /** Resolves when there are tables for the kinds. */
  readonly tables: (kinds: readonly Kind[]) => Promise<void>;
  /** Resolves when there are functions for the kinds, and all others that were met. */
  readonly functions: (kinds: readonly Kind[]) => Promise<Functions>;
  /** The same, for who saves: when they can't be lost with the server any more. */
  readonly certainFunctions: (kinds: readonly Kind[]) => Promise<Functions>;
}

export function createKnowledge(connection: PostgresConnection, schema: string): Knowledge {
  const families = new Set<Family>();
  const known = new Set<Kind>();
  const { familiesOf } = createFamilyCheck(checkTables);
  let tables: () => Promise<void> = async () => undefined;
  let functions: () => Promise<Functions> = () => make([]);
  let certainFunctions = functions;

  function make(kinds: readonly Kind[]): Promise<Functions> {
    const made = functionsFor(schema, kinds);
    return makeFunctions(connection, schema, made).then(() => made);
  }

  function meet(kinds: readonly Kind[]): void {
    if (kinds.every((kind) => known.has(kind))) return;
    for (const family of familiesOf(kinds)) families.add(family);
    for (const family of families) for (const kind of family.kinds) known.add(kind);
    const [all, every] = [[...families], [...known]];
    const makeTables = () => migrate(connection, schema, all);
    const makeAll = async () => {
      await makeTables();
      return make(every);
    };
    tables = once(makeTables);
    functions = once(makeAll);
    certainFunctions = once(async () => {
      const made = await functions();
      try {
        await confirmMade(connection, made);
      } catch (error) {
        functions = once(makeAll); // they may be gone
        throw error;
      }
      return made;
    });
  }

  return {
    tables(kinds) {
      meet(kinds);
      return tables();
    },
    functions(kinds) {
      meet(kinds);
      return functions();
    },
    certainFunctions(kinds) {
      meet(kinds);
      return certainFunctions();
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
