import type { Batch } from "./batch.js";
import { type Booking, inOrderMade } from "./booking.js";
import type { LimitRefusal } from "./outcomes.js";
import type { HoldRequest, WaitRequest } from "./requests.js";

/** C4: live bookings are counted over all offices; what gives way to the new one does not count. */
export function refuseByLimits(
  batch: Batch,
  { people, sender, by, calendar }: HoldRequest | WaitRequest,
  givesWay?: Booking,
): LimitRefusal | undefined {
  const { bookingsPerPerson, bookingsPerSender } = calendar.office.rules;
  for (const person of people) {
    const live = counted(batch.liveOf(person.key), givesWay);
    if (live.length < bookingsPerPerson) continue;
    const [own] = live.filter((booking) => by !== "applicant" || booking.sender === sender).sort(inOrderMade);
    return { kind: "person-has-booking", ...(own && { booking: own }) };
  }
  const live = counted(batch.liveFrom(sender), givesWay);
  return live.length < bookingsPerSender ? undefined : { kind: "sender-limit", limit: bookingsPerSender };
}

/** Who waits for another day on top of a booking has one booking that is to be moved. */
function counted(live: readonly Booking[], givesWay: Booking | undefined): readonly Booking[] {
  if (live.length === 0) return live;
  const codes = new Set(live.map(({ code }) => code));
  return live.filter(
    (booking) => booking !== givesWay && !(booking.replaces !== undefined && codes.has(booking.replaces)),
  );
}
