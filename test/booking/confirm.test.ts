import { describe, it } from "vitest";
import { confirm } from "../../src/booking/actions/confirm.js";
import {
  cancelledBooking as cancelled,
  confirmedBooking as confirmed,
  heldBooking as held,
  waitingBooking as waiting,
} from "../../src/testing/conformance/sample-records.js";
import { now } from "../../src/testing/conformance/store-calls.js";
import { sends } from "./asked.js";
import { given } from "./given.js";

const minute = 60_000;
const nine = { window: "09:00" };

describe("confirm", () => {
  it("gives the next number of the window", () => {
    given(cancelledWithNumber("A", 1), held("B"))
      .when(confirm, sends("B"))
      .gives({ kind: "confirmed", ticket: { queueNumber: "0800-02" } })
      .saves({ code: "B", state: "confirmed", sequence: 2 });
  });

  it("is in time in the last millisecond of the hold", () => {
    given(held("A", { expiresAt: now + 1 }))
      .when(confirm, sends("A"))
      .gives({ kind: "confirmed" });
  });

  it("lapses a hold at its end and refuses", () => {
    given(held("A", { expiresAt: now }))
      .when(confirm, sends("A"))
      .gives({ kind: "hold-lapsed" })
      .saves({ code: "A", state: "lapsed" });
  });

  it("answers a second time with the number that was given", () => {
    given(confirmed("A", 7))
      .when(confirm, sends("A"))
      .gives({ kind: "already-confirmed", ticket: { queueNumber: "7" } })
      .saves();
  });

  it("does nothing for another sender", () => {
    given(held("A"))
      .when(confirm, sends("A", { sender: "somebody else" }))
      .gives({ kind: "other-sender" })
      .saves();
  });

  it("does not look at a code while its sender is slowed down", () => {
    given(held("A"))
      .knowing({ sender: "sender of A", lastMessageAt: now, guesses: { count: 5, lastAt: now } })
      .when(confirm, sends("A"))
      .gives({ kind: "slowed-down", until: now + minute / 2 })
      .saves();
  });

  it("says that who waits has no place yet", () => {
    given(confirmed("A", 1), confirmed("B", 1, nine), waiting("C", 1))
      .when(confirm, sends("C"))
      .gives({ kind: "waiting" })
      .saves();
  });

  it("gives up the visit that the party waited on top of", () => {
    given(confirmed("A", 1), held("B", { ...nine, turn: 1, replaces: "A", sender: "sender of A" }))
      .when(confirm, sends("B", { sender: "sender of A" }))
      .gives({ kind: "confirmed", replaced: { code: "A" } })
      .saves(
        { code: "A", state: "cancelled", replacedBy: "B" },
        { code: "B", state: "confirmed", reschedules: 1 },
      );
  });

  it("keeps both where the visit may not be moved any more", () => {
    given(confirmed("A", 1), held("B", { ...nine, turn: 1, replaces: "A", sender: "sender of A" }))
      .by({ reschedules: 0 })
      .when(confirm, sends("B", { sender: "sender of A" }))
      .gives({ kind: "reschedule-limit", booking: { code: "A" } })
      .saves();
  });
});

function cancelledWithNumber(code: string, sequence: number) {
  return { ...cancelled(code), sequence };
}
