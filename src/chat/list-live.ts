import { isLive, type LiveBooking } from "../booking/booking.js";
import type { ChatContext } from "./chat-settings.js";

/** A sender's live bookings at the offices of the chat, in the order of their visits, and of one time as they were made. */
export async function listLive(
  { desk, offices }: Pick<ChatContext, "desk" | "offices">,
  sender: string,
): Promise<readonly LiveBooking[]> {
  const bookings = await desk.find({ sender, only: "live" });
  return bookings
    .filter(isLive)
    .filter(({ officeId }) => offices.has(officeId))
    .sort(byVisit);
}

function byVisit(one: LiveBooking, other: LiveBooking): number {
  const madeAt = ({ history }: LiveBooking) => history[0]?.at ?? 0;
  return one.start - other.start || madeAt(one) - madeAt(other);
}
