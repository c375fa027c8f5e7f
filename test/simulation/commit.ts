import type { Booking, Change, DayKey, Decision, Kind, LookUpValue, Scope } from "giliran";
import { dayKind } from "../../src/booking/kinds.js";
import { takesPlaces } from "../../src/testing/snapshot.js";

/** What a transaction wrote. */
export interface Commit {
  /** The time of its decisions. */
  readonly now: number;
  readonly scope: Scope;
  readonly decision: Decision<unknown>;
  readonly changes: readonly BookingChange[];
}

export interface BookingChange {
  readonly code: string;
  readonly before: Booking | undefined;
  readonly after: Booking | undefined;
}

/** The keys of a kind that a decision erases. */
export function erasedKeys(
  { erase = [] }: Pick<Decision<unknown>, "erase">,
  kind: Kind,
): readonly LookUpValue[] {
  return erase.flatMap((erasure) => (erasure.kind === kind ? (erasure.keys ?? []) : []));
}

export function erasedDays(decision: Decision<unknown>): readonly DayKey[] {
  return erasedKeys(decision, dayKind).map(([officeId = "", date = ""]) => ({ officeId, date }));
}

/** What happened to the booking in this commit, the earliest first. */
export function happened({ before, after }: BookingChange): readonly Change["what"][] {
  return (after?.history ?? []).slice(before?.history.length ?? 0).map(({ what }) => what);
}

/** Whether the places are taken only since this commit, of whomever. */
export function isGiven({ before, after }: BookingChange): boolean {
  return after !== undefined && takesPlaces(after) && !(before !== undefined && takesPlaces(before));
}

/** Whether the booking was not there before. */
export function isMadeIn({ changes }: Commit, { code }: Booking): boolean {
  return changes.some((change) => change.code === code && change.before === undefined);
}

/** The change of the booking that one took the place of, in the same commit. */
export function replacedIn({ changes }: Commit, code: string): BookingChange | undefined {
  return changes.find(({ after }) => after?.state === "cancelled" && after.replacedBy === code);
}

/** Bookings whose places came back in this commit by what somebody asked: who was refused before could not have them. */
export function freedIn({ changes, now }: Commit): readonly Booking[] {
  const freed: Booking[] = [];
  for (const change of changes) {
    const { before, after } = change;
    if (after === undefined || takesPlaces(after)) continue;
    // Of a hold that others had to leave alone it was its own sender who met the end.
    const isOwnEnd = before?.state === "held" && endForOthers(before) > now;
    if (!isOwnEnd && !happened(change).includes("cancelled")) continue;
    freed.push(after);
  }
  return freed;
}

/** No clock that is right shows a time before the end of a hold any more. */
export function endForOthers({ state, expiresAt }: Pending): number {
  return state === "held" ? expiresAt + toleranceMs : expiresAt;
}

/** The default of desks. */
const toleranceMs = 2000;

export type Pending = Booking & { readonly state: "held" | "waiting" };
