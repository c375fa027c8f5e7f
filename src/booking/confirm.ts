import type { Office } from "../office/office.js";
import { createTicket } from "../ticket/ticket.js";
import type { Batch } from "./batch.js";
import { type ConfirmedBooking, changed, type HeldBooking, isLive, type LiveBooking } from "./booking.js";
import type { DecideContext } from "./decide-context.js";
import { cancelBooking } from "./end.js";
import { findOwn } from "./find-own.js";
import { notStanding } from "./not-standing.js";
import { remindersOf, toTell } from "./notice.js";
import type { ConfirmOutcome } from "./outcomes.js";
import { refuseMove } from "./refuse-move.js";
import type { CodeRequest } from "./requests.js";

/** Makes a hold certain, once, and gives its queue number. */
export function confirm(batch: Batch, request: CodeRequest, context: DecideContext): ConfirmOutcome {
  const found = findOwn(batch, request, context);
  if (found.kind !== "found") return found;
  const { booking, office } = found;
  switch (booking.state) {
    case "held": {
      const earlier = replacedBy(batch, booking);
      // Whoever waited on top of a booking moves it now, and by the same rules as any other move.
      const ofEarlier = earlier && context.calendars.get(earlier.officeId)?.office;
      const refusal =
        earlier?.state === "confirmed" ? refuseMove(earlier, ofEarlier, request.by, batch.now) : undefined;
      if (refusal !== undefined) return refusal;
      const { replaces: _, ...core } = changed(booking, "confirmed", batch.now, request.by);
      const moves = earlier?.state === "confirmed" ? { reschedules: (earlier.reschedules ?? 0) + 1 } : {};
      const confirmed = makeCertain(batch, context, office, { ...core, ...moves });
      const { by } = request;
      // C7: who waited on top of a booking had its place until now.
      const replaced = earlier && cancelBooking(batch, context, earlier, { by, replacedBy: booking.code });
      batch.put(confirmed);
      const ticket = createTicket({ office, booking: confirmed });
      return { kind: "confirmed", booking: confirmed, ticket, ...(replaced && { replaced }) };
    }
    case "confirmed":
      return { kind: "already-confirmed", booking, ticket: createTicket({ office, booking }) };
    default:
      return notStanding(booking);
  }
}

/** The booking with its queue number; whoever calls puts it. */
export function makeCertain(
  batch: Batch,
  { queueNumber }: DecideContext,
  office: Office,
  core: ReturnType<typeof changed>,
): ConfirmedBooking {
  const { officeId, date, window } = core;
  const sequence = batch.nextSequence(core, window);
  // A label of the caller's own that throws leaves everything as it is.
  const label = queueNumber({ officeId, date, window, sequence });
  batch.issueSequence(core, window, sequence);
  return {
    state: "confirmed",
    sequence,
    queueNumber: label,
    ...toTell(remindersOf(core.start, office.rules.reminderMinutes, batch.now)),
    ...core,
  };
}

/** The live booking that a hold takes the place of. */
function replacedBy(batch: Batch, { replaces }: HeldBooking): LiveBooking | undefined {
  if (replaces === undefined) return undefined;
  const earlier = batch.booking(replaces);
  if (earlier === undefined) batch.need({ codes: [replaces] });
  return earlier !== undefined && isLive(earlier) && earlier.end > batch.now ? earlier : undefined;
}
