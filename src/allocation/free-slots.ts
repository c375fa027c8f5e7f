import { BrokenInvariantError } from "../errors.js";
import { minute } from "../input/instant.js";
import { type Calendar, overlaps, type Slot } from "../office/calendar.js";
import { addDays } from "../office/local-date.js";
import { earliestFirst, type FreeSlot, type Policy } from "./policies.js";

/** What a party needs, and how the days stand. */
export interface SlotQuery {
  readonly date: string;
  readonly pool: string;
  readonly places: number;
  /** The only window that will do; `undefined` where any will. */
  readonly window?: string | undefined;
  /** A window that is not looked at: the party has it. */
  readonly except?: { readonly date: string; readonly window: string };
  /** Windows are given until they end, whatever notice the office wants. */
  readonly untilEnd?: true | undefined;
  /** Times at which the party has another visit, half open: what overlaps them is not given. */
  readonly busy?: readonly Pick<Slot, "start" | "end">[];
  /** When the slot begins at the earliest, epoch milliseconds; what the office asks for where it is left out. */
  readonly earliest?: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** How many places of a date's slot and pool are taken. */
  readonly taken: (date: string, slot: Slot, pool: string) => number;
}

/** The slot that the policy likes best among those with room, or `undefined` where none has room. */
export function chooseSlot(calendar: Calendar, policy: Policy, query: SlotQuery): FreeSlot | undefined {
  // The default takes the first with room: that no other is looked at saves a tenth of a hold.
  const slots = freeSlots(calendar, query, policy === earliestFirst ? 1 : Infinity);
  if (slots.length === 0) return undefined;
  const { date, pool, places } = query;
  const [chosen] = policy({ officeId: calendar.office.id, date, pool, places }, slots);
  if (chosen === undefined || !slots.includes(chosen))
    throw new BrokenInvariantError(
      `A policy must order the slots that it is given; on ${date} it gave none of them.`,
    );
  return chosen;
}

/** The slots of the date that have room for the party, the first `most` of them, each with the pool that has it. */
export function freeSlots(calendar: Calendar, query: SlotQuery, most: number = Infinity): FreeSlot[] {
  const free: FreeSlot[] = [];
  const { date, now, untilEnd } = query;
  for (const slot of untilEnd ? runningSlots(calendar, date, now) : comingSlots(calendar, date, now)) {
    if (query.window !== undefined && query.window !== slot.window) continue;
    if (query.except?.date === query.date && query.except.window === slot.window) continue;
    if (query.busy?.some((other) => overlaps(other, slot)) === true) continue;
    if (query.earliest !== undefined && slot.start < query.earliest) continue;
    const found = freePool(slot, query);
    if (found !== undefined) free.push(found);
    if (free.length >= most) break;
  }
  return free;
}

/** The first of the pools that has room. */
function freePool(slot: Slot, { date, pool, places, now, taken }: SlotQuery): FreeSlot | undefined {
  const { window, until, start, end, pools } = slot;
  for (const own of openPools(slot, pool, now)) {
    const { capacity: most = 0, bookable: capacity = 0 } = pools.get(own) ?? {};
    const placesLeft = capacity - taken(date, slot, own);
    // A party comes together: more of it than there are places are too many for certain, however many stay away.
    if (placesLeft >= places && places <= most)
      return { window, until, start, end, pool: own, capacity, placesLeft };
  }
  return undefined;
}

/** The slots of a date that are still given. */
export function comingSlots(calendar: Calendar, date: string, now: number): readonly Slot[] {
  const day = calendar.day(date);
  if (day.kind === "closed") return [];
  const from = calendar.noticeFrom(now);
  const isComing = ({ start }: Slot) => start > from;
  // They follow each other: mostly the whole day is to come.
  const [first] = day.slots;
  return first !== undefined && isComing(first) ? day.slots : day.slots.filter(isComing);
}

/** The slots of a date that are not over. */
export function runningSlots(calendar: Calendar, date: string, now: number): readonly Slot[] {
  const day = calendar.day(date);
  return day.kind === "closed" ? [] : day.slots.filter(({ end }) => end > now);
}

/** The pools of a slot that a request for a pool may take from: its own, then those that have opened to it. */
export function openPools({ pools, start }: Slot, pool: string, now: number): readonly string[] {
  const own = pools.get(pool);
  if (own === undefined) return [];
  if (own.fallbacks.length === 0) return [pool];
  const opened = own.fallbacks.filter(({ minutesBefore }) => start - minutesBefore * minute <= now);
  return [pool, ...opened.map((fallback) => fallback.pool)];
}

/** The largest party that an office ever takes in a pool; `undefined` where it never has one of that name. */
export function largestParty({ office, largest }: Calendar, pool: string): number | undefined {
  const most = largest.get(pool);
  return most === undefined ? undefined : Math.min(most, office.rules.largestParty);
}

/** The first and the last date that may be asked for. */
export interface BookingWindow {
  readonly from: string;
  readonly until: string;
}

export function bookingWindow(calendar: Calendar, now: number): BookingWindow {
  const { releaseTime } = calendar.office.rules;
  const newest = calendar.newestOn(calendar.dateAt(now));
  const isReleased = releaseTime === undefined || calendar.opensAt(newest) <= now;
  return {
    from: calendar.firstDate(calendar.noticeFrom(now)),
    until: isReleased ? newest : addDays(newest, -1),
  };
}
