import { describe, it } from "vitest";
import { sweep } from "../../src/booking/actions/sweep.js";
import {
  cancelledBooking as cancelled,
  confirmedBooking as confirmed,
  heldBooking as held,
  north,
  waitingBooking as waiting,
} from "../../src/testing/conformance/sample-records.js";
import { now } from "../../src/testing/conformance/store-calls.js";
import { given } from "./given.js";

const nine = { window: "09:00" };

describe("sweep", () => {
  it("lapses the holds of a day that are overdue, and no other", () => {
    given(held("A", { expiresAt: now }), held("B", { ...nine, expiresAt: now + 1 }))
      .whenTask(sweep, { days: [north] })
      .saves({ code: "A", state: "lapsed" });
  });

  it("gives back the places that have cooled", () => {
    given({ ...cancelled("A"), coolsUntil: now })
      .whenTask(sweep, { days: [north] })
      .saves({ code: "A", state: "cancelled", history: [{ what: "held" }, { what: "cooled", at: now }] });
  });

  it("offers a place to who waits, and tells them", () => {
    given({ ...cancelled("A"), coolsUntil: now }, confirmed("B", 1, nine), waiting("C", 1))
      .whenTask(sweep, { days: [north] })
      .saves({ code: "A" }, { code: "C", state: "held", notices: [{ kind: "offer", at: now }] });
  });

  it("ends the waiting of who can be given nothing any more", () => {
    given(confirmed("A", 1), confirmed("B", 1, nine), waiting("C", 1, { expiresAt: now }))
      .whenTask(sweep, { days: [north] })
      .saves({ code: "C", state: "lapsed" });
  });

  it("changes nothing where nothing is due", () => {
    given(held("A"), confirmed("B", 1, nine), waiting("C", 1))
      .whenTask(sweep, { days: [north] })
      .saves();
  });
});
