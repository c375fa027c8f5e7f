import { describe, it } from "vitest";
import { reschedule } from "../../src/booking/actions/reschedule.js";
import {
  confirmedBooking as confirmed,
  heldBooking as held,
  waitingBooking as waiting,
} from "../../src/testing/conformance/sample-records.js";
import { now } from "../../src/testing/conformance/store-calls.js";
import { moves } from "./asked.js";
import { given } from "./given.js";

const minute = 60_000;
const nine = { window: "09:00" };
const monday = { date: "2017-08-07" };

describe("reschedule", () => {
  it("gives a certain visit a new place, code and number, and only then the old place back", () => {
    given(confirmed("A", 1))
      .when(reschedule, moves("A", nine))
      .gives({ kind: "rescheduled", ticket: { code: "NEW", queueNumber: "0900-01" } })
      .saves(
        { code: "A", state: "cancelled", replacedBy: "NEW" },
        { code: "NEW", state: "confirmed", window: "09:00", reschedules: 1 },
      );
  });

  it("keeps the old place where the new date is full", () => {
    given(confirmed("A", 1), confirmed("B", 1, monday), confirmed("C", 1, { ...monday, ...nine }))
      .when(reschedule, moves("A", monday))
      .gives({ kind: "day-full", date: "2017-08-07" })
      .saves();
  });

  it("gives a hold no more time", () => {
    given(held("A", { expiresAt: now + minute }))
      .when(reschedule, moves("A", nine))
      .gives({ kind: "rescheduled" })
      .saves({ code: "A", state: "cancelled" }, { code: "NEW", state: "held", expiresAt: now + minute });
  });

  it("has nothing to do for who is there already", () => {
    given(confirmed("A", 1)).when(reschedule, moves("A", {})).gives({ kind: "same-place" }).saves();
  });

  it("says that a visit was moved often enough before it says that the date is full", () => {
    given(confirmed("A", 1), confirmed("B", 1, nine))
      .by({ reschedules: 0 })
      .when(reschedule, moves("A", nine))
      .gives({ kind: "reschedule-limit", limit: 0 })
      .saves();
  });

  it("lets the place that was left cool", () => {
    given(confirmed("A", 1))
      .by({ coolingMinutes: [10, 10] })
      .when(reschedule, moves("A", nine))
      .saves({ code: "A", coolsUntil: now + 10 * minute }, { code: "NEW" });
  });

  it("gives the place that was left to who waits for its day", () => {
    given(confirmed("A", 1), confirmed("B", 1, nine), waiting("C", 1))
      .when(reschedule, moves("A", monday))
      .saves(
        { code: "A", state: "cancelled" },
        { code: "C", state: "held", window: "08:00" },
        { code: "NEW", state: "confirmed", date: "2017-08-07" },
      );
  });

  it("moves nothing that only waits", () => {
    given(confirmed("A", 1), confirmed("B", 1, nine), waiting("C", 1))
      .when(reschedule, moves("C", monday))
      .gives({ kind: "waiting" })
      .saves();
  });
});
