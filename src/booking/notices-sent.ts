import { keep } from "../office/keep.js";
import type { Batch } from "./batch.js";
import type { Booking } from "./booking.js";
import { type Notice, noticeDueAt, toTell } from "./notice.js";
import type { LeaseTask, MarkSentTask, NoticeName } from "./requests.js";

/** A notice that is to be sent now, with the booking that it is about. */
export interface DueNotice extends NoticeName {
  readonly kind: Notice["kind"];
  readonly booking: Booking;
  /** When the sender wrote for the last time, as far as it is known, epoch milliseconds: channels have rules for that. */
  readonly lastMessageAt?: number;
}

/** Nobody else is given them until the lease ends; whoever sends them says so before. What comes too late is dropped. */
export function leaseNotices(batch: Batch, { codes, leaseMs }: LeaseTask): readonly DueNotice[] {
  const isDue = (notice: Notice) => noticeDueAt(notice) <= batch.now;
  const leasedUntil = batch.now + leaseMs;
  const heardFrom = keep(codes.length, (sender: string) =>
    Math.max(batch.sender(sender).lastMessageAt, lastWritten(batch.liveFrom(sender))),
  );
  return codes.flatMap((code) => {
    const booking = batch.booking(code);
    if (booking?.notices === undefined) return [];
    const { notices: all, ...rest } = booking;
    const notices = all.filter(({ kind }) => kind !== "reminder" || booking.start > batch.now);
    const due = notices.filter(isDue);
    if (due.length === 0 && notices.length === all.length) return [];
    const leased = notices.map((notice) => (isDue(notice) ? { ...notice, leasedUntil } : notice));
    batch.put({ ...toTell(leased), ...rest });
    // A message that changed a booking stands in its history, any other in the sender's record.
    const { sender } = booking;
    const heardAt = Math.max(lastWritten([booking]), sender === undefined ? 0 : heardFrom(sender));
    return due.map(({ kind, at }) => ({
      code,
      kind,
      at,
      booking,
      ...(heardAt > 0 && { lastMessageAt: heardAt }),
    }));
  });
}

export function markSent(batch: Batch, { notices: sent }: MarkSentTask): void {
  for (const { code, kind, at } of sent) {
    const booking = batch.booking(code);
    if (booking?.notices === undefined) continue;
    const { notices, ...rest } = booking;
    const left = notices.filter((notice) => notice.kind !== kind || notice.at !== at);
    if (left.length < notices.length) batch.put({ ...toTell(left), ...rest });
  }
}

/** When the last of the changes was that people made themselves; 0 where there is none. */
function lastWritten(bookings: readonly Booking[]): number {
  const times = bookings.map(({ history }) => history.findLast(({ by }) => by === "applicant")?.at ?? 0);
  return times.reduce((last, at) => Math.max(last, at), 0);
}
