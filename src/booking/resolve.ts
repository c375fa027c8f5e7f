import { chooseSlot } from "../allocation/choose-slot.js";
import { nearestTo, type OpenSlot } from "../allocation/policies.js";
import type { Batch } from "./batch.js";
import { type Booking, type CancelledBooking, isToCome } from "./booking.js";
import type { DecideContext } from "./decide-context.js";
import { cancelBooking } from "./end.js";
import type { Notice } from "./notice.js";
import type { ResolveTask } from "./requests.js";
import { slotQuery } from "./slot-query.js";
import { type Transferred, transfer } from "./transfer.js";

/** What became of a booking that no longer fits. */
export type Resolved =
  | ({ readonly kind: "moved" } & Transferred)
  | { readonly kind: "cancelled"; readonly booking: CancelledBooking }
  /** It fits by now where it is; or no date had room, and it was not to be cancelled. */
  | { readonly kind: "kept"; readonly booking: Booking }
  /** It has ended meanwhile, or the person was let in. */
  | { readonly kind: "gone" };

/** Moves a booking to the window nearest to its own on the first date with room; the person is owed a notice. */
export function resolve(batch: Batch, task: ResolveTask, context: DecideContext): Resolved {
  const booking = batch.booking(task.code);
  if (booking === undefined || !isToCome(booking, batch.now)) return { kind: "gone" };
  const { by, calendar, otherwise } = task;
  if (booking.state !== "waiting") {
    const { places, window, askedPool: pool = booking.pool } = booking;
    const policy = nearestTo(window.slice(0, 5));
    for (const date of task.dates) {
      const wish = { calendar, policy, date, places, pool, window: undefined, prefer: undefined };
      const slot = chooseSlot(calendar, policy, slotQuery(batch, wish, booking));
      if (slot === undefined) continue;
      if (isVisitOf(booking, date, slot)) return { kind: "kept", booking };
      const request = { ...wish, office: calendar.office, by, codes: task.codes };
      const moved = transfer(batch, context, request, booking, slot);
      const told = owe(batch, moved.booking, "moved");
      return { kind: "moved", ...moved, booking: told };
    }
  }
  if (otherwise === "keep") return { kind: "kept", booking };
  const cancelled = cancelBooking(batch, context, booking, { by });
  return { kind: "cancelled", booking: owe(batch, cancelled, "office-cancelled") };
}

function isVisitOf(booking: Booking, date: string, { start, end, pool }: OpenSlot): boolean {
  return booking.date === date && booking.start === start && booking.end === end && booking.pool === pool;
}

function owe<B extends Booking>(batch: Batch, booking: B, kind: Notice["kind"]): B {
  const told: B = { ...booking, notices: [{ kind, at: batch.now }, ...(booking.notices ?? [])] };
  batch.put(told);
  return told;
}
