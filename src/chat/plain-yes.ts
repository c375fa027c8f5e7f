import type { LiveBooking } from "../booking/booking.js";
import { confirms } from "../message/answers.js";
import type { ChatContext } from "./chat-settings.js";
import { listLive } from "./list-live.js";
import type { Pending, Scene } from "./scene.js";

/** The only hold of a sender who says yes, where nothing else was asked or quoted. */
export async function confirmedByYes(
  context: Pick<ChatContext, "desk" | "offices" | "words">,
  { draft, wasAsked }: Pending,
  { message, caller }: Pick<Scene, "message" | "caller">,
): Promise<LiveBooking | undefined> {
  const isOpen = draft !== undefined || wasAsked || message.quoted !== undefined;
  if (isOpen || !confirms(message.text, context.words.languages)) return undefined;
  const live = await listLive(context, caller.sender);
  const [held, ...others] = live.filter(({ state }) => state === "held");
  return others.length === 0 ? held : undefined;
}
