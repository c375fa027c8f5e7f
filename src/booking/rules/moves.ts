import type { FreeSlot } from "../../allocation/policies.js";
import type { Office } from "../../office/office.js";
import type { Actor, CancelledBooking, ConfirmedBooking, changed, HeldBooking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { remindersOf, toTell } from "../notice.js";
import type { Wish } from "../requests.js";
import { cancelBooking } from "./endings.js";
import { continueHold, isPlaceOf, newHold } from "./holds.js";

export interface Transferred {
  readonly booking: HeldBooking | ConfirmedBooking;
  readonly replaced: CancelledBooking;
}

interface Transfer extends Wish {
  readonly office: Office;
  readonly by: Actor;
  readonly codes: readonly string[];
}

type Certain = Pick<Grounds, "now" | "ledgers" | "queueNumber" | "calendars">;

/** Takes a party from its place to a slot with room: what was certain is certain there, a hold lasts no longer. */
export function transfer(
  on: Grounds,
  { office, ...request }: Transfer,
  earlier: HeldBooking | ConfirmedBooking,
  slot: FreeSlot,
): Transferred {
  const { people, places, sender } = earlier;
  const { by } = request;
  const held = newHold(on, { ...request, people, places, sender }, slot);
  const booking =
    earlier.state === "held"
      ? keepHeld(on, earlier, held, office)
      : keepCertain(on, by, earlier, { ...held, history: on.bookings.begin("confirmed", by) });
  const replaced = cancelBooking(on, earlier, {
    by,
    replacedBy: booking.code,
    ...(isPlaceOf(earlier, booking) && { handedOn: "handed-on" }),
  });
  on.bookings.put(booking, slot.capacity);
  return { booking, replaced };
}

function keepHeld(
  on: Pick<Grounds, "now">,
  earlier: HeldBooking,
  held: HeldBooking,
  office: Office,
): HeldBooking {
  const { reschedules, replaces } = earlier;
  return {
    ...continueHold(on, earlier, held, earlier.expiresAt, office),
    ...(reschedules !== undefined && { reschedules }),
    ...(replaces !== undefined && { replaces }),
  };
}

function keepCertain(
  on: Certain,
  by: Actor,
  earlier: ConfirmedBooking,
  { expiresAt: _, notices: __, state: ___, ...core }: HeldBooking,
): ConfirmedBooking {
  const before = earlier.reschedules ?? 0;
  // The office's own moves don't use up the applicant's.
  return makeCertain(on, { ...core, reschedules: by === "applicant" ? before + 1 : before });
}

/** The booking with its queue number; whoever calls puts it. */
export function makeCertain(
  { now, ledgers, queueNumber, calendars }: Certain,
  core: ReturnType<typeof changed>,
): ConfirmedBooking {
  const { officeId, date, window } = core;
  const calendar = calendars.get(officeId);
  const sequence = ledgers.nextSequence(core, window);
  // A label of the caller's own that throws leaves everything as it is.
  const label = queueNumber({ officeId, date, window, sequence });
  ledgers.issueSequence(core, window, sequence);
  return {
    state: "confirmed",
    sequence,
    queueNumber: label,
    ...toTell(calendar === undefined ? [] : remindersOf(core.start, calendar, now)),
    ...core,
  };
}
