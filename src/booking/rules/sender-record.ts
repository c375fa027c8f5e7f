import type { Book } from "../book.js";
import type { Grounds } from "../grounds.js";
import { senderKind } from "../kinds.js";
import type { Count, Sender } from "../records.js";

/** What is remembered of a sender; nothing of one who is new. */
export function senderOf(book: Book, sender: string): Sender {
  return book.of(senderKind).find(sender) ?? { sender, lastMessageAt: 0 };
}

/** What was counted within a time; what a clock ahead has counted is none. */
export function countSince(
  counted: Count | undefined,
  withinMs: number,
  { now, clockToleranceMs }: Pick<Grounds, "now" | "clockToleranceMs">,
): Count {
  const isOf =
    counted !== undefined && counted.since > now - withinMs && counted.since <= now + clockToleranceMs;
  return isOf ? counted : { count: 0, since: now };
}
