import { minute } from "../../input/instant.js";
import type { HeldBooking } from "../booking.js";
import type { Grounds } from "../grounds.js";
import { senderKind } from "../kinds.js";
import { needSender } from "../needs.js";
import type { TooManyChanges } from "../outcomes.js";
import type { Sender } from "../records.js";
import type { RequestCore } from "../requests.js";
import { countSince, senderOf } from "./sender-record.js";

type Counting = Pick<Grounds, "now" | "clockToleranceMs" | "book" | "changesPerDay">;

const dayMs = 86_400_000;

/**
 * Whether an applicant has changed enough for a day: what was given up, replaced, or held and not confirmed kept others out,
 * and leaves a record and often a queue number that nobody gets any more. Cancelling and confirming are never refused.
 */
export function refuseChange(
  on: Counting,
  { sender, by }: Pick<RequestCore, "sender" | "by">,
): TooManyChanges | undefined {
  if (by !== "applicant" || sender === undefined) return undefined;
  const changes = countSince(senderOf(on.book, sender).changes, dayMs, on);
  return changes.count < on.changesPerDay
    ? undefined
    : { kind: "too-many-changes", until: Math.ceil((changes.since + dayMs) / minute) * minute };
}

/** Notes that a hold of an applicant ran out. */
export function noteLapse(on: Counting & Pick<Grounds, "wanted">, { sender, history }: HeldBooking): void {
  if (sender === undefined || history[0]?.by === "staff") return;
  on.wanted.need(needSender(sender));
  noteChange(on, { sender, by: "applicant" });
}

/** Notes that an applicant gave something up, or had it replaced. */
export function noteChange(on: Counting, { sender, by }: Pick<RequestCore, "sender" | "by">): void {
  if (by !== "applicant" || sender === undefined) return;
  const known: Sender = senderOf(on.book, sender);
  const { count, since } = countSince(known.changes, dayMs, on);
  on.book.of(senderKind).put({
    ...known,
    lastMessageAt: Math.max(known.lastMessageAt, on.now),
    changes: { count: count + 1, since },
  });
}
