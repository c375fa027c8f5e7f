import type { DayKey } from "../booking/records.js";
import { dayName } from "../booking/records.js";
import { StoreError } from "../errors.js";

/** What a call does at several offices or on several days: each part fails alone. */
export interface Parts {
  /** Does a part and gives what came of it; nothing where it failed, and is not tried again where it has failed. */
  readonly attempt: <T>(name: string, work: () => Promise<T>) => Promise<readonly T[]>;
  readonly failed: (name: string, error: unknown) => void;
  /** @throws StoreError where a part has failed, with all that failed as its cause. */
  readonly end: () => void;
}

export function createParts(): Parts {
  const failed = new Map<string, unknown>();
  return {
    async attempt(name, work) {
      if (failed.has(name)) return [];
      try {
        return [await work()];
      } catch (error) {
        failed.set(name, error);
        return [];
      }
    },
    failed: (name, error) => void failed.set(name, error),
    end() {
      if (failed.size === 0) return;
      const errors = [...failed.values()];
      const retryable = errors.every((error) => error instanceof StoreError && error.retryable);
      const [first] = errors;
      throw new StoreError(
        `Not done: ${[...failed.keys()].join(", ")}; all else that was asked is done. ${first instanceof Error ? first.message : ""}`.trim(),
        { retryable, cause: new AggregateError(errors) },
      );
    },
  };
}

/** Whose bookings are meant. */
interface Offices {
  readonly calendars: Pick<ReadonlyMap<string, unknown>, "has">;
}

/** Of whatever desk they are. */
export const allOffices: Offices = { calendars: { has: () => true } };

/** What each day at these offices has of these; those of others are for other desks. */
function byDay<T extends DayKey>(
  { calendars }: Offices,
  all: readonly T[],
): readonly (readonly [day: DayKey, own: readonly T[]])[] {
  const groups = new Map<string, readonly [DayKey, T[]]>();
  for (const one of all) {
    const { officeId, date } = one;
    if (!calendars.has(officeId)) continue;
    const group = groups.get(dayName(one)) ?? [{ officeId, date }, []];
    groups.set(dayName(one), group);
    group[1].push(one);
  }
  return [...groups.values()];
}

/** Does the part of each day, all at the same time: those of an office come into one transaction. */
export async function onEachDay<T extends DayKey, R>(
  parts: Parts,
  context: Offices,
  all: readonly T[],
  work: (day: DayKey, own: readonly T[]) => Promise<R>,
): Promise<readonly R[]> {
  const done = byDay(context, all).map(([day, own]) => parts.attempt(dayName(day), () => work(day, own)));
  return (await Promise.all(done)).flat();
}
