import type { Home } from "../scope.js";
import type { KindLayout, Layout } from "./layout.js";

/** Where processes came in one another's way a short while ago: there they stand in line before they load. */
export interface Contention {
  /** Of lines where others were faster, or stood before. */
  readonly note: (names: readonly string[]) => void;
  /** Whether one of them is contended; where nothing is they are not asked for. */
  readonly isAt: (names: () => readonly string[]) => boolean;
}

const lastsMs = 1000;

export function createContention(): Contention {
  const until = new Map<string, number>();
  return {
    note(names) {
      for (const name of names) until.set(name, performance.now() + lastsMs);
    },
    isAt: (names) =>
      until.size > 0 &&
      names().some((name) => {
        const end = until.get(name) ?? 0;
        if (end <= performance.now()) until.delete(name);
        return until.has(name);
      }),
  };
}

/** What homes stand in line by: the first part of their keys, so that the days of an office have one line. */
export function linesOf({ kinds }: Layout, homes: Iterable<Home>): readonly string[] {
  const own = new Set<object>(kinds.filter(isHome).map(({ kind }) => kind));
  const names = new Set<string>();
  for (const { kind, key } of homes) if (own.has(kind)) names.add(`${kind.name} ${key[0]}`);
  return [...names];
}

function isHome({ role }: KindLayout): boolean {
  return role === "home";
}
