import { describe, it } from "vitest";
import { extend } from "../../src/booking/actions/extend.js";
import {
  confirmedBooking as confirmed,
  heldBooking as held,
} from "../../src/testing/conformance/sample-records.js";
import { now } from "../../src/testing/conformance/store-calls.js";
import { sends } from "./asked.js";
import { given } from "./given.js";

const minute = 60_000;
const heldFor = (minutes: number) => [{ what: "held", at: now - minutes * minute, by: "applicant" }] as const;

describe("extend", () => {
  it("keeps a hold for as long again", () => {
    given(held("A", { expiresAt: now + 10 * minute, history: heldFor(20) }))
      .by({ longestHoldMinutes: 60 })
      .when(extend, sends("A"))
      .gives({ kind: "extended" })
      .saves({ code: "A", state: "held", expiresAt: now + 30 * minute });
  });

  it("keeps it no longer in all than the office allows", () => {
    given(held("A", { expiresAt: now + 10 * minute, history: heldFor(40) }))
      .by({ longestHoldMinutes: 60 })
      .when(extend, sends("A"))
      .saves({ code: "A", expiresAt: now + 20 * minute });
  });

  it("counts from the first hold that a party corrected", () => {
    const heldSince = now - 55 * minute;
    given(held("A", { expiresAt: now + minute, heldSince, history: heldFor(1) }))
      .by({ longestHoldMinutes: 60 })
      .when(extend, sends("A"))
      .saves({ code: "A", heldSince, expiresAt: now + 5 * minute });
  });

  it("says so where a hold lasts no longer", () => {
    given(held("A", { history: heldFor(0) }))
      .when(extend, sends("A"))
      .gives({ kind: "longest-hold" })
      .saves();
  });

  it("tells of the new end instead of the old one", () => {
    const lapsing = { kind: "hold-lapsing", at: now + 5 * minute } as const;
    given(held("A", { expiresAt: now + 10 * minute, history: heldFor(20), notices: [lapsing] }))
      .by({ longestHoldMinutes: 60, holdReminderMinutes: 5 })
      .when(extend, sends("A"))
      .saves({ code: "A", notices: [{ kind: "hold-lapsing", at: now + 25 * minute }] });
  });

  it("has nothing to do for a certain visit", () => {
    given(confirmed("A", 1)).when(extend, sends("A")).gives({ kind: "already-confirmed" }).saves();
  });

  it("lapses a hold that is over", () => {
    given(held("A", { expiresAt: now }))
      .when(extend, sends("A"))
      .gives({ kind: "hold-lapsed" })
      .saves({ code: "A", state: "lapsed" });
  });
});
