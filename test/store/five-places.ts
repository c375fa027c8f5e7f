import { createDesk, type Desk, defineOffice, type HoldCall, type Store } from "giliran";

export const monday: number = Date.parse("2017-08-07T06:00+07:00");

/** The only day that may be booked. */
export const day = { officeId: "north", date: "2017-08-07" } as const;

/** A desk for one window of so many places, at six in the morning or by another clock. */
export function deskFor(store: Store, capacity = 5, now: () => number = () => monday): Desk {
  return createDesk({
    offices: [
      defineOffice({
        id: day.officeId,
        name: "North",
        timeZone: "Asia/Jakarta",
        hours: { mon: ["08:00-09:00"] },
        slotMinutes: 60,
        capacity,
        rules: { opensDaysBefore: 0 },
      }),
    ],
    store,
    secret: "the secret of the stores' tests",
    now,
  });
}

export function holdOf(name: string): HoldCall {
  return {
    requestId: `hold ${name}`,
    sender: `sender ${name}`,
    ...day,
    people: [{ key: `person ${name}`, details: { name } }],
  };
}
