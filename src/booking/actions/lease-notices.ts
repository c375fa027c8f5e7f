import { keep } from "../../office/keep.js";
import type { Task } from "../action.js";
import type { Booking } from "../booking.js";
import type { DeskRules } from "../grounds.js";
import { needCodes, needSenders } from "../needs.js";
import { type Notice, type NoticeName, noticeDueAt, toTell } from "../notice.js";
import { asOf } from "../rules/due.js";
import { senderOf } from "../rules/sender-record.js";

/** A notice that is to be sent now, with the booking that it is about. */
export interface LeasedNotice extends NoticeName {
  readonly kind: Notice["kind"];
  readonly booking: Booking;
  /** Where a visit was that the office has moved. */
  readonly from?: NonNullable<Notice["from"]>;
  /** When the sender wrote for the last time, as far as it is known, epoch milliseconds: channels have rules for that. */
  readonly lastMessageAt?: number;
  /** When it was given out, epoch milliseconds. */
  readonly givenAt: number;
}

interface Lease {
  readonly codes: readonly string[];
  readonly senders: readonly string[];
  readonly leaseMs: number;
}

/**
 * Takes the notices of these bookings that are to be sent. Nobody else is given them until the lease ends; whoever
 * sends them says so before. What comes too late is dropped.
 */
export const leaseNotices: Task<Lease, readonly LeasedNotice[]> = {
  name: "lease-notices",
  needs: ({ codes, senders }) => [needCodes(codes), ...needSenders(senders)],
  decide({ codes, leaseMs }, { now, clockToleranceMs, bookings, book, calendars }) {
    const isDue = (notice: Notice) => noticeDueAt(notice) <= now;
    const leasedUntil = now + leaseMs;
    const heardFrom = keep(codes.length, (sender: string) =>
      Math.max(senderOf(book, sender).lastMessageAt, lastWritten(bookings.liveFrom(sender))),
    );
    return codes.flatMap((code) => {
      const booking = bookings.find(code);
      if (booking !== undefined && isQuiet(booking, calendars, now)) return [];
      // A hold that is over, though another desk may not have met its end, has nothing more to tell.
      if (booking?.notices === undefined || asOf(booking, now) !== booking) return [];
      const { notices: all, ...rest } = booking;
      const isInVain = booking.start <= now || isClosed(booking, calendars);
      const notices = withoutOldReminders(all, now).filter(({ kind }) => kind !== "reminder" || !isInVain);
      const due = notices.filter(isDue);
      if (due.length === 0 && notices.length === all.length) return [];
      const leased = notices.map((notice) => (isDue(notice) ? { ...notice, leasedUntil } : notice));
      bookings.put({ ...toTell(leased), ...rest });
      // A message that changed a booking stands in its history, any other in the sender's record.
      const { sender } = booking;
      const heardAt = Math.max(lastWritten([booking]), sender === undefined ? 0 : heardFrom(sender));
      return due.map(({ kind, at, from }) => ({
        code,
        kind,
        at,
        ...(from !== undefined && { from }),
        booking,
        givenAt: now,
        // Nobody has written in the future: it is not known when they did.
        ...(heardAt > 0 && heardAt <= now + clockToleranceMs && { lastMessageAt: heardAt }),
      }));
    });
  },
};

function isQuiet({ officeId }: Booking, calendars: DeskRules["calendars"], now: number): boolean {
  const until = calendars.get(officeId)?.quietUntil(now);
  return until !== undefined && until > now;
}

/** Whether nobody would be there: what became of the visit is told once the office has resolved it. */
function isClosed({ officeId, date }: Booking, calendars: DeskRules["calendars"]): boolean {
  return calendars.get(officeId)?.day(date).kind === "closed";
}

/** When the last of the changes was that people made themselves; 0 where there is none. */
function lastWritten(bookings: readonly Booking[]): number {
  const times = bookings.map(({ history }) => history.findLast(({ by }) => by === "applicant")?.at ?? 0);
  return times.reduce((last, at) => Math.max(last, at), 0);
}

/** Of reminders that are due together the last alone: by then all of them say the same. */
function withoutOldReminders(notices: readonly Notice[], now: number): readonly Notice[] {
  const due = notices.filter(({ kind, at }) => kind === "reminder" && at <= now);
  const last = Math.max(...due.map(({ at }) => at));
  return due.length < 2 ? notices : notices.filter((notice) => !due.includes(notice) || notice.at === last);
}
