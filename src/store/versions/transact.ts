import { checkUnique } from "../check-unique.js";
import type { Kind } from "../kind.js";
import { type Home, isEmpty, joinScopes, type Scope } from "../scope.js";
import { checkWidenings, type Decide } from "../store.js";
import { changedRows, type Row } from "./changed-rows.js";
import { createContention, linesOf } from "./contention.js";
import type { Layout, Part } from "./layout.js";
import { readWanted, type SeenRows } from "./seen.js";

/** A server that compares the versions of what was seen when it saves. `L` is what its calls about some kinds are made of. */
export interface VersionedServer<L extends { readonly layout: Layout }> {
  readonly learn: (kinds: readonly Kind[]) => Promise<L>;
  /** Loads, decides and saves without a lock between them; as `Round` says. */
  readonly decideFreely: <T>(learned: L, round: Round<T>) => Promise<DecidedOnce<T> | undefined>;
  /** The same in one transaction that stands in line first. */
  readonly decideInLine: <T>(learned: L, round: Round<T>, line: Line) => Promise<DecidedOnce<T> | undefined>;
  /** Other transactions came first: what was decided is void, and may be decided again. */
  readonly isConflict: (error: unknown) => boolean;
  /** What is told where it broke a rule of a table that a migration made, and not a key that others took as well. */
  readonly ruleBroken: (error: unknown) => Error | undefined;
}

export type DecidedOnce<T> = ReturnType<Decide<T>>;

/** One try to decide. */
export interface Round<T> {
  /** What is to be loaded. */
  readonly scope: Scope;
  /** Nothing where it has to be decided again, as the server's calls don't know a kind of what was decided. */
  readonly decide: (seen: SeenRows) => Next<T> | undefined;
}

export interface Next<T> {
  readonly decision: DecidedOnce<T>;
  /** What is to be saved; left out where that is nothing. */
  readonly rows?: ReadonlyMap<Part, readonly Row[]>;
}

/** Whoever stands in line only waits for others: what was seen is compared at the save all the same. */
export interface Line {
  /** Of homes, by the first part of their keys. */
  readonly names: readonly string[];
  /** What was seen when somebody came first; none where this is the first try. */
  readonly homes: readonly Home[];
  /** That others stood before. */
  readonly noteWaiting: () => void;
}

/** Locked tries stand in line, so few are needed; more only where the same person is booked at many offices. */
const mostTries = 12;

/** Decides until nobody came first, and resolves after the commit. */
export function createTransact<L extends { readonly layout: Layout }>(
  server: VersionedServer<L>,
): <T>(scope: Scope, decide: Decide<T>) => Promise<T> {
  const contention = createContention();
  return async <T>(scope: Scope, decide: Decide<T>): Promise<T> => {
    let wide = scope;
    let decided: readonly Kind[] = [];
    let homes: readonly Home[] = [];
    let widenings = 0;
    let tries = 1;

    async function decideNext(learned: L): Promise<DecidedOnce<T> | undefined> {
      const { layout } = learned;
      const round: Round<T> = {
        scope: wide,
        decide(seen) {
          homes = [...seen.homes.values()];
          const decision = decide(seen.records, { ...wide, now: seen.now });
          if (!("widen" in decision)) decided = kindsOf([...decision.save, ...(decision.erase ?? [])]);
          return nextOf(layout, seen, decision, decided);
        },
      };
      // Made only where somebody came in the way: a large scope has many homes.
      const lines = () => linesOf(layout, [...readWanted(wide).homes.values(), ...homes]);
      if (tries === 1 && !contention.isAt(lines)) return server.decideFreely(learned, round);
      const names = lines();
      const noteWaiting = () => contention.note(names);
      return server.decideInLine(learned, round, { names, homes: tries === 1 ? [] : homes, noteWaiting });
    }

    for (;;) {
      const learned = await server.learn([...kindsOf(wide.wants.map(({ lookUp }) => lookUp)), ...decided]);
      try {
        const decision = await decideNext(learned);
        if (decision === undefined) continue;
        if (!("widen" in decision)) return decision.result;
        checkWidenings(++widenings);
        wide = joinScopes([wide, decision.widen]);
        // What is loaded anew has changed meanwhile, and may lead further; not so in line.
        if (widenings > 2) contention.note(linesOf(learned.layout, homes));
      } catch (error) {
        throwWhereFinal(server, error, tries++);
        widenings = 0;
        contention.note(linesOf(learned.layout, homes));
      }
    }
  };
}

function nextOf<T>(
  layout: Layout,
  seen: SeenRows,
  decision: DecidedOnce<T>,
  kinds: readonly Kind[],
): Next<T> | undefined {
  if ("widen" in decision || isEmpty(decision)) return { decision };
  checkUnique(decision, seen.records);
  return knows(layout, kinds) ? { decision, rows: changedRows(layout, seen, decision) } : undefined;
}

/** Where it may be decided again nothing is thrown. */
function throwWhereFinal(
  { isConflict, ruleBroken }: Pick<VersionedServer<never>, "isConflict" | "ruleBroken">,
  error: unknown,
  tries: number,
): void {
  if (tries === mostTries || !isConflict(error)) throw error;
  // Under locks nobody was faster: the second try is for a record that came from elsewhere in between.
  const broken = tries > 2 ? ruleBroken(error) : undefined;
  if (broken !== undefined) throw broken;
}

function knows({ kinds }: Layout, some: readonly Kind[]): boolean {
  return some.every((kind) => kinds.some((one) => one.kind === kind));
}

export function kindsOf(all: readonly { readonly kind: Kind }[]): readonly Kind[] {
  return all.map(({ kind }) => kind);
}
