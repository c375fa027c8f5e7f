import type { Task } from "../action.js";
import { occupies } from "../booking.js";
import { dayKind, dayValue } from "../kinds.js";
import { needWholeDay } from "../needs.js";
import type { DayKey } from "../records.js";
import { reachesOver } from "../working-ledger.js";

interface EraseDay {
  readonly day: DayKey;
}

/** Removes a day with all its bookings and gives how many bookings there were. */
export const eraseDay: Task<EraseDay, number> = {
  name: "erase-day",
  needs: ({ day }) => [needWholeDay(day)],
  decide({ day }, { bookings, ledgers, book }) {
    const all = bookings.ofDay(day);
    for (const booking of all)
      if (occupies(booking) && reachesOver(booking)) ledgers.countOver(booking, -booking.places);
    const codes = all.map(({ code }) => code);
    bookings.erase(codes);
    ledgers.remove(day);
    book.of(dayKind).erase(dayValue(day));
    return codes.length;
  },
};
