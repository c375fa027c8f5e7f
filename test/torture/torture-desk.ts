import { createDesk, type Desk, defineOffice, type Store } from "giliran";
import { day } from "../store/five-places.js";

export const workers = 8;
export const callers = 5;
/** How often each caller asks for a place, where it is given none that it keeps. */
export const visits = 8;
export const places = 5;

/** A desk for one window of five places, by a clock of its own. */
export function tortureDesk(store: Store, now: () => number): Desk {
  return createDesk({
    offices: [
      defineOffice({
        id: day.officeId,
        name: "North",
        timeZone: "Asia/Jakarta",
        hours: { mon: ["08:00-09:00"] },
        slotMinutes: 60,
        capacity: places,
        rules: { opensDaysBefore: 1 },
      }),
    ],
    store,
    secret: "the secret of the torture",
    now,
  });
}
