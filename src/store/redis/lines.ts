import { StoreError } from "../../errors.js";
import type { RedisConnection } from "./connection.js";
import { wait } from "./scripts.js";

/** The lines of homes in which a transaction stands that came too late. */
export interface Lines {
  /** After so many tries, until it is my turn in the line of the field that was changed; of no home there is none. */
  readonly waitFor: (field: string, homes: ReadonlyMap<string, string>, tries: number) => Promise<void>;
  /** Saving leaves the lines of the homes that it is about, which need not be those of an earlier try. */
  readonly leftBySaving: (homes: Iterable<string>) => void;
  readonly leaveAll: () => Promise<void>;
}

const mostWaits = 5000;

export function createLines({ command, script }: RedisConnection, key: string, me: string): Lines {
  const lines = new Set<string>();

  async function leave(left: readonly string[]): Promise<void> {
    for (const line of left) lines.delete(line);
    await Promise.all(left.map((line) => command("LREM", `${key}:line:${line}`, "1", me)));
  }

  return {
    /*
     * Who is further back asks less often. Lines are stood in by the order of their names, and a later one is left for
     * an earlier one, or two could each be first where the other waits.
     */
    async waitFor(field, homes, tries) {
      if (!homes.has(field)) return pause(Math.random() * tries);
      await leave([...lines].filter((line) => line > field));
      lines.add(field);
      for (let waits = 0; waits < mostWaits; waits++) {
        const before = Number(await script(wait, me, field));
        if (before === 0) return;
        await pause(before);
      }
      throw new StoreError("Redis: the line of a home did not move; ask again.", { retryable: true });
    },
    leftBySaving(homes) {
      for (const home of homes) lines.delete(home);
    },
    leaveAll: () => leave([...lines]),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
