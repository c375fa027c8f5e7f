import type { FreeSlot } from "../../allocation/policies.js";
import { day } from "../../input/instant.js";
import { countsIn, slotAt } from "../../office/calendar.js";
import type { Office } from "../../office/office.js";
import { poolIn } from "../../office/slot-pool.js";
import type { Actor, Booking, CancelledBooking, ConfirmedBooking, changed, HeldBooking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { needWholeDay } from "../needs.js";
import { remindersOf, toTell } from "../notice.js";
import type { Wish } from "../requests.js";
import { cancelBooking } from "./endings.js";
import { continueHold, newHold } from "./holds.js";

export interface Transferred {
  readonly booking: HeldBooking | ConfirmedBooking;
  readonly replaced: CancelledBooking;
}

interface Transfer extends Wish {
  readonly office: Office;
  readonly by: Actor;
  readonly codes: readonly string[];
}

type Certain = Pick<Grounds, "now" | "ledgers" | "bookings" | "wanted" | "queueNumber" | "calendars">;

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
    ...(handsOn(on, earlier, booking) && { handedOn: "handed-on" }),
  });
  on.bookings.put(booking, slot.capacity);
  return { booking, replaced };
}

/**
 * Whether what the earlier one took counts where the next one is, whatever its window and pool were then: it is handed on,
 * and can't cool beside it (C1).
 */
export function handsOn(
  { calendars }: Pick<Grounds, "calendars">,
  earlier: Booking,
  next: Pick<Booking, "officeId" | "date" | "start" | "pool">,
): boolean {
  const calendar = calendars.get(next.officeId);
  if (earlier.officeId !== next.officeId || calendar === undefined) return false;
  const slot = slotAt(calendar.day(next.date), next.start);
  if (slot === undefined) return false;
  // With nights, windows of the dates around it have places at the same time.
  const all = [slot, ...calendar.alongside(next.date, slot).map((other) => other.slot)];
  return all.some((one) =>
    countsIn(one, poolIn(one.pools, calendar.office, next.pool), calendar.office, earlier),
  );
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
export function makeCertain(on: Certain, core: ReturnType<typeof changed>): ConfirmedBooking {
  const { now, calendars } = on;
  const { officeId } = core;
  const calendar = calendars.get(officeId);
  const { sequence, label } = giveNumber(on, core);
  const countedDays = calendar === undefined ? 0 : daysCounted(calendar.office);
  return {
    state: "confirmed",
    ...(countedDays > 0 && { countsUntil: core.end + countedDays * day }),
    sequence,
    queueNumber: label,
    ...toTell(calendar === undefined ? [] : remindersOf(core, calendar, now)),
    ...core,
  };
}

/** How long after a visit some limit still looks at it. */
function daysCounted({ rules: { visitsPerPerson, noShows } }: Office): number {
  const ofNoShows = noShows === undefined ? 0 : noShows.withinDays + noShows.pauseDays;
  return Math.max(visitsPerPerson?.withinDays ?? 0, ofNoShows);
}

const mostTried = 1000;

/**
 * The next number of the window, with its label. Where the day's first label would be another today, labels are made in
 * another way since: then none is given that somebody of the day has.
 */
function giveNumber(
  { ledgers, bookings, wanted, queueNumber }: Certain,
  core: ReturnType<typeof changed>,
): { readonly sequence: number; readonly label: string } {
  const { officeId, date, window } = core;
  // A label of the caller's own that throws leaves everything as it is.
  const labelOf = (one: { readonly window: string; readonly sequence: number }) =>
    queueNumber({ officeId, date, window: one.window, sequence: one.sequence });
  let sequence = ledgers.nextSequence(core, window);
  let label = labelOf({ window, sequence });
  const first = ledgers.label(core);
  const isMixed = first !== undefined && (first.isMixed === true || labelOf(first) !== first.text);
  if (isMixed) {
    wanted.need(needWholeDay(core));
    const given = bookings.ofDay(core).map((one) => ("queueNumber" in one ? one.queueNumber : undefined));
    for (let tried = 0; given.includes(label) && tried < mostTried; tried++)
      label = labelOf({ window, sequence: ++sequence });
  }
  ledgers.issueSequence(core, window, sequence);
  ledgers.noteLabel(core, { ...(first ?? { window, sequence, text: label }), ...(isMixed && { isMixed }) });
  return { sequence, label };
}
