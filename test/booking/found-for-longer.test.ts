import { describe, expect, it } from "vitest";
import { createBook } from "../../src/booking/book.js";
import type { ConfirmedBooking } from "../../src/booking/booking.js";
import { createBookings } from "../../src/booking/bookings.js";
import { bookingKind } from "../../src/booking/kinds.js";
import { createWanted } from "../../src/booking/wanted.js";

const visit: ConfirmedBooking = {
  state: "confirmed",
  code: "7HXW9TB6",
  officeId: "north",
  date: "2017-08-08",
  window: "08:00",
  until: "08:30",
  start: 1000,
  end: 2000,
  pool: "general",
  places: 1,
  people: [{ key: "person", details: {} }],
  sender: "sender",
  sequence: 1,
  queueNumber: "0800-01",
  history: [],
};

/** What is still to be looked up where the visit becomes another. */
function wantedAfter(change: Partial<ConfirmedBooking>): readonly (readonly string[])[] {
  const wanted = createWanted({ wants: [] });
  const sheet = createBook({ [bookingKind.name]: [visit] }).of(bookingKind);
  const ledgers = { count: () => undefined, touch: () => undefined };
  createBookings(sheet, ledgers, wanted, 0, 0).put({ ...visit, ...change });
  return (wanted.missing()?.wants ?? []).flatMap(({ values }) => values);
}

describe("a booking that is put", () => {
  it.each([{ end: 2001 }, { countsUntil: 2001 }])(
    "has its people and its sender looked up first where it is found for longer: %o",
    (change) => {
      expect(wantedAfter(change)).toEqual([["person"], ["sender"], ["sender"]]);
    },
  );

  it.each([{}, { end: 1999 }, { countsUntil: 2000 }])("asks for nothing where it is not: %o", (change) => {
    expect(wantedAfter(change)).toEqual([]);
  });
});
