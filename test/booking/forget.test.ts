import { describe, it } from "vitest";
import { forget } from "../../src/booking/actions/forget.js";
import {
  confirmedBooking as confirmed,
  heldBooking as held,
  waitingBooking as waiting,
} from "../../src/testing/conformance/sample-records.js";
import { now } from "../../src/testing/conformance/store-calls.js";
import { given } from "./given.js";

const ani = { person: "person of A", codes: ["A"], senders: ["sender of A"] };
const nobody = { people: [], history: [{ what: "held" }, { what: "erased", by: "system" }] };

describe("forget", () => {
  it("cancels what is still to come and says no more whose it was", () => {
    given(held("A"))
      .whenTask(forget, ani)
      .saves({
        code: "A",
        state: "cancelled",
        people: [],
        history: [{ what: "held" }, { what: "cancelled" }, { what: "erased" }],
      });
  });

  it("leaves a visit that was used as it was, of nobody", () => {
    given({ ...confirmed("A", 1), usedAt: now })
      .whenTask(forget, ani)
      .saves({ code: "A", state: "confirmed", usedAt: now, ...nobody });
  });

  it("leaves the others of a party their booking", () => {
    const other = { key: "other", details: {} };
    given(held("A", { places: 2, people: [{ key: "person of A", details: {} }, other] }))
      .whenTask(forget, ani)
      .saves({ code: "A", state: "held", places: 2, people: [other] });
  });

  it("does not touch what is another person's", () => {
    given(held("A"))
      .whenTask(forget, { ...ani, person: "somebody else" })
      .saves();
  });

  it("gives the place to who waits", () => {
    given(held("A"), confirmed("B", 1, { window: "09:00" }), waiting("C", 1))
      .whenTask(forget, ani)
      .saves({ code: "A", state: "cancelled" }, { code: "C", state: "held" });
  });
});
