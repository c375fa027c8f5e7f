import { found } from "../input/found.js";
import { kindOf } from "../input/shape.js";
import type { IncomingMessage } from "./route.js";

/** The years 1973 to 2286; what lies outside is seconds or microseconds. */
const earliestAt = 1e11;
const latestAt = 1e13;

/** @throws TypeError where a message lacks what is asked for. */
export function checkMessage(message: IncomingMessage): void {
  if (kindOf(message) !== "object")
    throw new TypeError(`Expected a message as an object, found ${kindOf(message)}.`);
  const { channel, id, sender, text, quoted = "", to = "", media = [], at } = message;
  for (const [name, value] of Object.entries({ channel, id, sender, text }))
    if (typeof value !== "string" || (value === "" && name !== "text"))
      throw new TypeError(
        `Expected ${name} of a message as a text, found ${value === "" ? "an empty one" : typeof value}.`,
      );
  if (typeof quoted !== "string" || typeof to !== "string" || !Array.isArray(media))
    throw new TypeError("Expected quoted and to of a message as texts, and media as a list.");
  if (channel.includes(":")) throw new TypeError(`Expected a channel without a colon, found ${channel}.`);
  if (!(typeof at === "number" && at > earliestAt && at < latestAt))
    throw new TypeError(`Expected at of a message in epoch milliseconds, not seconds, found ${found(at)}.`);
}
