/** A message that the system owes the person of a booking; it stands in the booking that it is about. */
export interface Notice {
  readonly kind: NoticeKind;
  /** When it is to be sent, epoch milliseconds. */
  readonly at: number;
  /** Somebody is sending it until then; if they don't say that they did, it is sent again. */
  readonly leasedUntil?: number;
}

/**
 * `reminder`: the visit is near · `hold-lapsing`: the code was not sent back yet · `offer`: a place came free for who
 * waits · `moved` and `office-cancelled`: the office changed or cancelled the visit.
 */
export type NoticeKind = "reminder" | "hold-lapsing" | "offer" | "moved" | "office-cancelled";

export function noticeDueAt({ at, leasedUntil }: Notice): number {
  return leasedUntil ?? at;
}
