import { describe, it } from "vitest";
import { hold } from "../../src/booking/actions/hold.js";
import {
  confirmedBooking as confirmed,
  heldBooking as held,
  waitingBooking as waiting,
} from "../../src/testing/conformance/sample-records.js";
import { now } from "../../src/testing/conformance/store-calls.js";
import { asks } from "./asked.js";
import { given } from "./given.js";

const minute = 60_000;
const nine = { window: "09:00" };
const ani = { sender: "sender of NEW" };
const samePerson = { people: [{ key: "person of NEW", details: {} }] };

describe("hold", () => {
  it("gives the first window with room until the hold's time is over", () => {
    given(held("A"))
      .when(hold, asks("NEW"))
      .gives({ kind: "held" })
      .saves({ code: "NEW", state: "held", window: "09:00", expiresAt: now + 30 * minute });
  });

  it("says what is free instead where the day is full", () => {
    const free = { officeId: "north", date: "2017-08-07", window: "08:00", until: "09:00" };
    given(held("A"), held("B", nine))
      .when(hold, asks("NEW"))
      .gives({ kind: "day-full", alternatives: [free] })
      .saves();
  });

  it("refuses a date that is too far ahead before it looks at who asks", () => {
    given(confirmed("A", 1, samePerson))
      .when(hold, asks("NEW", { date: "2017-08-20" }))
      .gives({ kind: "outside-booking-window", reason: "too-far-ahead" });
  });

  it("refuses a person who has a booking before a sender who has too many", () => {
    given(confirmed("A", 1, { ...samePerson, ...ani }))
      .by({ bookingsPerSender: 1 })
      .when(hold, asks("NEW"))
      .gives({ kind: "person-has-booking", booking: { code: "A" } });
  });

  it("does not show who has a booking that came from another sender", () => {
    given(confirmed("A", 1, samePerson))
      .when(hold, asks("NEW", { sender: "somebody else" }))
      .gives({ kind: "person-has-booking" })
      .saves();
  });

  it("refuses a sender who has too many before it says that the day is full", () => {
    given(confirmed("A", 1, ani), confirmed("B", 1, nine))
      .by({ bookingsPerSender: 1 })
      .when(hold, asks("NEW"))
      .gives({ kind: "sender-limit", limit: 1 });
  });

  it("answers the same request with the hold that is there", () => {
    given(held("A", { ...samePerson, ...ani }))
      .when(hold, asks("NEW"))
      .gives({ kind: "already-held", booking: { code: "A" } })
      .saves();
  });

  it("corrects a hold in its own place, which does not cool and lasts no longer", () => {
    given(held("A", { ...samePerson, ...ani, expiresAt: now + 10 * minute, history: [heldAt(-20)] }))
      .by({ coolingMinutes: [10, 10] })
      .when(hold, asks("NEW", { people: [{ key: "person of NEW", details: { remark: "new" } }] }))
      .gives({ kind: "held", replaced: { code: "A" } })
      .saves(
        { code: "A", state: "cancelled", replacedBy: "NEW" },
        { code: "NEW", state: "held", window: "08:00", expiresAt: now + 10 * minute },
      );
  });

  it("keeps a hold that would be corrected to a full day", () => {
    const otherDay = { date: "2017-08-07" };
    given(held("A", { ...samePerson, ...ani }), held("B", otherDay), held("C", { ...otherDay, ...nine }))
      .when(hold, asks("NEW", otherDay))
      .gives({ kind: "day-full" })
      .saves();
  });

  it("gives the place of a hold in the millisecond of its end", () => {
    given(held("A", { expiresAt: now }), confirmed("B", 1, nine))
      .when(hold, asks("NEW"))
      .gives({ kind: "held" })
      .saves({ code: "A", state: "lapsed" }, { code: "NEW", window: "08:00" });
  });

  it("lets the place of a lapsed hold cool from its end on", () => {
    given(held("A", { expiresAt: now - minute }), confirmed("B", 1, nine))
      .by({ coolingMinutes: [10, 10] })
      .when(hold, asks("NEW"))
      .gives({ kind: "day-full" })
      .saves({ code: "A", state: "lapsed", coolsUntil: now + 9 * minute });
  });

  it("gives a place that came free to who waits", () => {
    given(held("A", { expiresAt: now }), confirmed("B", 1, nine), waiting("C", 1))
      .when(hold, asks("NEW"))
      .gives({ kind: "day-full" })
      .saves({ code: "A", state: "lapsed" }, { code: "C", state: "held", turn: 1 });
  });
});

function heldAt(minutes: number) {
  return { what: "held", at: now + minutes * minute, by: "applicant" } as const;
}
