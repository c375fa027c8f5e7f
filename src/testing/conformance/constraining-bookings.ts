import { bookingKind, dayKind, dayValue } from "../../booking/kinds.js";
import { saved } from "../../store/scope.js";
import { expect } from "../expect.js";
import { type ConformanceTest, onStore } from "./conformance-test.js";
import { confirmedBooking, dayWith, north, south } from "./sample-records.js";
import { failureOf, readBy, save } from "./store-calls.js";

export const constrainingBookings: readonly ConformanceTest[] = [
  {
    title: "refuses, as a second wall, a window over its ceiling and a queue number that is given twice",
    needs: "constraints",
    run: (open) =>
      onStore(open, async (store) => {
        const booked = [confirmedBooking("A", 1), confirmedBooking("B", 1, south)];
        await save(store, saved(dayKind, [dayWith(north, 1)]), saved(bookingKind, booked));
        for (const broken of [
          saved(dayKind, [dayWith(north, 1001)]),
          saved(bookingKind, [confirmedBooking("C", 1)]),
        ])
          expect(await failureOf(save(store, broken)), broken.kind.name).toBe("StoreError");
        expect(await readBy(store, dayKind.byKey, dayValue(north))).toEqual([dayWith(north, 1)]);
        expect(await readBy(store, bookingKind.byKey, ["C"])).toEqual([]);
      }),
  },
];
