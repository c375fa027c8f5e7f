import { chooseSlot } from "../allocation/choose-slot.js";
import type { Office } from "../office/office.js";
import { createTicket } from "../ticket/ticket.js";
import type { Batch } from "./batch.js";
import type { Actor, ConfirmedBooking, HeldBooking } from "./booking.js";
import type { DecideContext } from "./decide-context.js";
import { elsewhere } from "./elsewhere.js";
import { findOwn } from "./find-own.js";
import { notStanding } from "./not-standing.js";
import type { RescheduleOutcome } from "./outcomes.js";
import { hasAskedPool, refuseFull, suits } from "./place.js";
import { refuseByOffice } from "./refuse-by-office.js";
import { refuseMove } from "./refuse-move.js";
import type { Move, RescheduleRequest } from "./requests.js";
import { slotQuery } from "./slot-query.js";
import { transfer } from "./transfer.js";

/** Gives a party another place of its office, and only with it takes the old one back (C7). */
export function reschedule(
  batch: Batch,
  request: RescheduleRequest,
  context: DecideContext,
): RescheduleOutcome {
  const found = findOwn(batch, request, context);
  if (found.kind !== "found") return found;
  if (request.move === undefined) return { kind: "unknown-code" };
  const { booking, office } = found;
  const wish = { ...request.move, by: request.by };
  switch (booking.state) {
    case "held":
      return move(batch, wish, context, booking, office);
    case "confirmed":
      return (
        refuseMove(booking, office, request.by, batch.now) ?? move(batch, wish, context, booking, office)
      );
    default:
      return notStanding(booking);
  }
}

function move(
  batch: Batch,
  request: Move & { readonly by: Actor },
  context: DecideContext,
  earlier: HeldBooking | ConfirmedBooking,
  office: Office,
): RescheduleOutcome {
  const refusal = refuseByOffice(request, batch.now);
  if (refusal !== undefined) return { ...refusal, ...elsewhere(batch, request, earlier) };
  const slot = chooseSlot(request.calendar, request.policy, slotQuery(batch, request, earlier));
  const isThere =
    earlier.date === request.date &&
    hasAskedPool(earlier, request, batch.now) &&
    suits(earlier, request, slot);
  if (isThere) return { kind: "same-place", booking: earlier };
  if (slot === undefined)
    return { ...refuseFull(batch, request, earlier), ...elsewhere(batch, request, earlier) };
  const moved = transfer(batch, context, { ...request, office }, earlier, slot);
  return {
    kind: "rescheduled",
    ...moved,
    ...(moved.booking.state === "confirmed" && { ticket: createTicket({ office, booking: moved.booking }) }),
  };
}
