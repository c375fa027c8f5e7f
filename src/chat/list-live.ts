import { isLive, type LiveBooking } from "../booking/booking.js";
import type { ChatContext } from "./chat-settings.js";

/** A sender's live bookings at the offices of the chat, in the order of their visits. */
export async function listLive(
  { desk, offices }: Pick<ChatContext, "desk" | "offices">,
  sender: string,
): Promise<readonly LiveBooking[]> {
  const bookings = await desk.find({ sender, only: "live" });
  return bookings.filter(isLive).filter(({ officeId }) => offices.has(officeId));
}
