import { describe, it } from "vitest";
import { joinWaitingList } from "../../src/booking/actions/join-waiting-list.js";
import {
  confirmedBooking as confirmed,
  heldBooking as held,
  waitingBooking as waiting,
} from "../../src/testing/conformance/sample-records.js";
import { asks } from "./asked.js";
import { given } from "./given.js";

const nine = { window: "09:00" };
const eight = Date.parse("2017-08-08T08:00+07:00");
const own = { people: [{ key: "person of NEW", details: {} }], sender: "sender of NEW" };
const full = [confirmed("A", 1), confirmed("B", 1, nine)];

describe("joinWaitingList", () => {
  it("puts a party at the end of a full day's list until the last window is given no more", () => {
    given(...full, waiting("C", 1))
      .when(joinWaitingList, asks("NEW"))
      .gives({ kind: "waiting", position: 2 })
      .saves({ code: "NEW", state: "waiting", turn: 2, expiresAt: eight + 3_600_000 });
  });

  it("gives no turn a second time", () => {
    given(confirmed("A", 1), held("B", { ...nine, turn: 1 }))
      .when(joinWaitingList, asks("NEW"))
      .gives({ position: 1 })
      .saves({ code: "NEW", turn: 2 });
  });

  it("says that there is room where there is", () => {
    given(confirmed("A", 1))
      .when(joinWaitingList, asks("NEW"))
      .gives({ kind: "places-free", alternatives: [{ date: "2017-08-08", window: "09:00" }, {}] })
      .saves();
  });

  it("answers with the place in the list that the party has", () => {
    given(...full, waiting("C", 1), waiting("D", 2, own))
      .when(joinWaitingList, asks("NEW"))
      .gives({ kind: "already-waiting", booking: { code: "D" }, position: 2 })
      .saves();
  });

  it("refuses a person who waits elsewhere before it says that the list is full", () => {
    given(...full, waiting("C", 1), waiting("D", 1, { ...own, date: "2017-08-07" }))
      .by({ longestWaitingList: 1 })
      .when(joinWaitingList, asks("NEW"))
      .gives({ kind: "person-has-booking", booking: { code: "D" } })
      .saves();
  });

  it("says that the list is full", () => {
    given(...full, waiting("C", 1))
      .by({ longestWaitingList: 1 })
      .when(joinWaitingList, asks("NEW"))
      .gives({ kind: "waiting-list-full", limit: 1 })
      .saves();
  });

  it("waits on top of a booking for another date, which stands meanwhile", () => {
    given(...full, confirmed("C", 1, { ...own, date: "2017-08-07" }))
      .when(joinWaitingList, asks("NEW"))
      .gives({ kind: "waiting" })
      .saves({ code: "NEW", state: "waiting", replaces: "C" });
  });
});
