import type { OpenSlot } from "../allocation/policies.js";
import type { Office } from "../office/office.js";
import type { Batch } from "./batch.js";
import type { Actor, CancelledBooking, ConfirmedBooking, HeldBooking } from "./booking.js";
import { makeCertain } from "./confirm.js";
import { continueHold } from "./continue-hold.js";
import type { DecideContext } from "./decide-context.js";
import { cancelBooking } from "./end.js";
import { newHold } from "./new-hold.js";
import { isPlaceOf } from "./place.js";
import type { Wish } from "./requests.js";

export interface Transferred {
  readonly booking: HeldBooking | ConfirmedBooking;
  readonly replaced: CancelledBooking;
}

interface Transfer extends Wish {
  readonly office: Office;
  readonly by: Actor;
  readonly codes: readonly string[];
}

/** Takes a party from its place to a slot with room: what was certain is certain there, a hold lasts no longer. */
export function transfer(
  batch: Batch,
  context: DecideContext,
  { office, ...request }: Transfer,
  earlier: HeldBooking | ConfirmedBooking,
  slot: OpenSlot,
): Transferred {
  const { people, places, sender } = earlier;
  const held = newHold(batch, { ...request, people, places, sender }, slot);
  const booking =
    earlier.state === "held"
      ? keepHeld(batch, earlier, held, office)
      : keepCertain(batch, context, office, request.by, earlier, held);
  const replaced = cancelBooking(batch, context, earlier, {
    by: request.by,
    replacedBy: booking.code,
    ...(isPlaceOf(earlier, booking) && { handedOn: "handed-on" }),
  });
  batch.put(booking, slot.places);
  return { booking, replaced };
}

function keepHeld(batch: Batch, earlier: HeldBooking, held: HeldBooking, office: Office): HeldBooking {
  const { reschedules, replaces } = earlier;
  return {
    ...continueHold(batch, earlier, held, earlier.expiresAt, office),
    ...(reschedules !== undefined && { reschedules }),
    ...(replaces !== undefined && { replaces }),
  };
}

function keepCertain(
  batch: Batch,
  context: DecideContext,
  office: Office,
  by: Actor,
  earlier: ConfirmedBooking,
  { expiresAt: _, notices: __, state: ___, ...core }: HeldBooking,
): ConfirmedBooking {
  const before = earlier.reschedules ?? 0;
  return makeCertain(batch, context, office, {
    ...core,
    // The office's own moves don't use up the applicant's.
    reschedules: by === "applicant" ? before + 1 : before,
    history: batch.begin("confirmed", by),
  });
}
