import { describe, it } from "vitest";
import { cancel } from "../../src/booking/actions/cancel.js";
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
const eight = Date.parse("2017-08-08T08:00+07:00");

describe("cancel", () => {
  it("gives a place back and keeps the number of the visit", () => {
    given(confirmed("A", 3))
      .when(cancel, sends("A"))
      .gives({ kind: "cancelled" })
      .saves({ code: "A", state: "cancelled", sequence: 3 });
  });

  it("lets the place cool as long as the office says", () => {
    given(held("A"))
      .by({ coolingMinutes: [5, 5] })
      .when(cancel, sends("A"))
      .saves({ code: "A", coolsUntil: now + 5 * minute });
  });

  it("gives the place at once to the first who waits", () => {
    given(held("A"), confirmed("B", 1, nine), waiting("C", 1), waiting("D", 2))
      .when(cancel, sends("A"))
      .gives({ kind: "cancelled" })
      .saves({ code: "A", state: "cancelled" }, { code: "C", state: "held", expiresAt: now + 30 * minute });
  });

  it("passes over a party that the place does not fit", () => {
    given(held("A"), confirmed("B", 1, nine), waiting("C", 1, { places: 2 }), waiting("D", 2))
      .when(cancel, sends("A"))
      .saves({ code: "A" }, { code: "D", state: "held" });
  });

  it("takes who waits from the list", () => {
    given(confirmed("A", 1), confirmed("B", 1, nine), waiting("C", 1))
      .when(cancel, sends("C"))
      .gives({ kind: "cancelled" })
      .saves({ code: "C", state: "cancelled" });
  });

  it("is too late for people within the notice of the office", () => {
    given(confirmed("A", 1))
      .by({ cancelNoticeMinutes: 60 })
      .at(eight - 60 * minute)
      .when(cancel, sends("A"))
      .gives({ kind: "too-late", until: eight - 60 * minute })
      .saves();
  });

  it("is never too late for staff before the end of the visit", () => {
    given(confirmed("A", 1))
      .by({ cancelNoticeMinutes: 60 })
      .at(eight)
      .when(cancel, sends("A", { by: "staff" }))
      .gives({ kind: "cancelled" });
  });

  it("says that a visit is over, to staff too", () => {
    given(confirmed("A", 1))
      .at(eight + 60 * minute)
      .when(cancel, sends("A", { by: "staff" }))
      .gives({ kind: "visit-over" })
      .saves();
  });

  it("changes nothing a second time", () => {
    given(cancelled("A")).when(cancel, sends("A")).gives({ kind: "already-cancelled" }).saves();
  });
});
