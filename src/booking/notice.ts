import { minute } from "../input/instant.js";
import type { Calendar } from "../office/calendar.js";

/** A message that the system owes the person of a booking; it stands in the booking that it is about. */
export interface Notice {
  readonly kind: NoticeKind;
  /** When it is to be sent, epoch milliseconds. */
  readonly at: number;
  /** Where the visit was that the office has moved. */
  readonly from?: { readonly date: string; readonly window: string; readonly until: string };
  /** Somebody is sending it until then; if they don't say that they did, it is sent again. */
  readonly leasedUntil?: number;
}

/**
 * `reminder`: the visit is near · `hold-lapsing`: the code was not sent back yet · `offer`: a place came free for who
 * waits · `offer-lapsed` and `wait-over`: it was not taken in time, or none came · `moved` and `office-cancelled`: the
 * office changed or cancelled the visit.
 */
export type NoticeKind =
  | "reminder"
  | "hold-lapsing"
  | "offer"
  | "offer-lapsed"
  | "wait-over"
  | "moved"
  | "office-cancelled";

/** Names a notice for ever. */
export interface NoticeName {
  readonly code: string;
  readonly kind: string;
  readonly at: number;
}

export function noticeDueAt({ at, leasedUntil }: Notice): number {
  return leasedUntil ?? at;
}

/** What is told before people should be there for a visit, as far as it is still to come. */
export function remindersOf(
  { start, date }: { readonly start: number; readonly date: string },
  calendar: Calendar,
  now: number,
): readonly Notice[] {
  const { office, quietFrom, quietUntil } = calendar;
  const { arriveEarlyMinutes, reminderMinutes } = office.rules;
  const arriveBy = start - arriveEarlyMinutes * minute;
  const times = [
    ...reminderMinutes.map((minutes) => arriveBy - minutes * minute),
    ...calendar.remindersOf(date).filter((at) => at < arriveBy),
  ]
    // What would come in the quiet hours comes after them, or before where that would be too late.
    .map((at) => (quietUntil(at) < arriveBy ? quietUntil(at) : quietFrom(at)))
    .filter((at) => at > now);
  return [...new Set(times)].map((at) => ({ kind: "reminder", at }));
}

/** That a hold is about to lapse is told before it does. */
export function noticesOfHold(
  expiresAt: number,
  holdReminderMinutes: number,
  now: number,
): readonly Notice[] {
  const at = expiresAt - holdReminderMinutes * minute;
  return holdReminderMinutes > 0 && at > now ? [{ kind: "hold-lapsing", at }] : [];
}

/** The field of a booking that says what is to be told; none where that is nothing. */
export function toTell(notices: readonly Notice[]): { readonly notices?: readonly Notice[] } {
  return notices.length === 0 ? {} : { notices };
}
