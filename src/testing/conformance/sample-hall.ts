import type { LookUpValue } from "../../store/kind.js";
import { saved } from "../../store/scope.js";
import type { Store } from "../../store/store.js";
import { type Counter, type Floor, type Guest, type HallEntry, hall, type Slip, type Visit } from "./hall.js";
import { now, save } from "./store-calls.js";

export const north = { officeId: "north", date: "2017-08-08" } as const;
export const south = { officeId: "south", date: "2017-08-09" } as const;

export function floorValue({ officeId, date }: Pick<Floor, "officeId" | "date">): LookUpValue {
  return [officeId, date];
}

export function floorOf(given: Partial<Floor> = {}): Floor {
  return { ...north, changes: 0, counts: [{ counter: "A", served: 0, most: 9 }], ...given };
}

export function visitOf(code: string, given: Partial<Visit> = {}): Visit {
  return { code, ...north, isServed: false, ...given };
}

export function entryOf(entryId: string, given: Partial<HallEntry> = {}): HallEntry {
  return { entryId, ...north, holders: [`holder of ${entryId}`], liveUntil: now + 1, ...given };
}

/** Its lists still have it, but no look-up by them wants it. */
export function pastEntryOf(entryId: string, given: Partial<HallEntry> = {}): HallEntry {
  const { liveUntil, ...past } = entryOf(entryId, given);
  return past;
}

export function guestOf(guestId: string, given: Partial<Guest> = {}): Guest {
  return { guestId, seenAt: now, wrongCodes: 0, ...given };
}

export function counterOf(counterId: string, given: Partial<Counter> = {}): Counter {
  return { counterId, topics: [], served: 0, ...given };
}

export function slipOf(key: string, given: Partial<Slip> = {}): Slip {
  return { key, at: now, text: `text of ${key}`, ...given };
}

/** Each by itself, so that no order comes of how they were saved. */
export async function saveEach(store: Store, visits: readonly Visit[]): Promise<void> {
  for (const one of visits) await save(store, saved(hall.visit, [one]), saved(hall.floor, [floorOf(one)]));
}

export async function saveEntries(store: Store, ...entries: readonly HallEntry[]): Promise<void> {
  for (const one of entries) await save(store, saved(hall.entry, [one]));
}
