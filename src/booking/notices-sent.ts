import type { Batch } from "./batch.js";
import type { Booking } from "./booking.js";
import { type Notice, noticeDueAt } from "./notice.js";
import type { LeaseTask, MarkSentTask, NoticeName } from "./requests.js";

/** A notice that is to be sent now, with the booking that it is about. */
export interface DueNotice extends NoticeName {
  readonly kind: Notice["kind"];
  readonly booking: Booking;
  /** When the person wrote for the last time, as far as it is known, epoch milliseconds: channels have rules for that. */
  readonly lastMessageAt?: number;
}

/** Nobody else is given them until the lease ends; whoever sends them says so before. */
export function leaseNotices(batch: Batch, { codes, leaseMs }: LeaseTask): readonly DueNotice[] {
  const isDue = (notice: Notice) => noticeDueAt(notice) <= batch.now;
  return codes.flatMap((code) => {
    const booking = batch.booking(code);
    const due = booking?.notices?.filter(isDue) ?? [];
    if (booking === undefined || due.length === 0) return [];
    const leasedUntil = batch.now + leaseMs;
    const notices = booking.notices?.map((notice) => (isDue(notice) ? { ...notice, leasedUntil } : notice));
    batch.put({ ...booking, ...(notices && { notices }) });
    const lastMessageAt = lastHeard(batch, booking);
    return due.map(({ kind, at }) => ({
      code,
      kind,
      at,
      booking,
      ...(lastMessageAt !== undefined && { lastMessageAt }),
    }));
  });
}

export function markSent(batch: Batch, { notices: sent }: MarkSentTask): void {
  for (const { code, kind, at } of sent) {
    const booking = batch.booking(code);
    if (booking?.notices === undefined) continue;
    const { notices, ...rest } = booking;
    const left = notices.filter((notice) => notice.kind !== kind || notice.at !== at);
    if (left.length < notices.length) batch.put(left.length === 0 ? rest : { ...rest, notices: left });
  }
}

/** A message that changed a booking stands in its history, any other in the sender's record. */
function lastHeard(batch: Batch, { sender, history }: Booking): number | undefined {
  const written = history.findLast(({ by }) => by === "applicant")?.at;
  const noted = sender === undefined ? 0 : batch.sender(sender).lastMessageAt;
  const last = Math.max(written ?? 0, noted);
  return last === 0 ? undefined : last;
}
