import { createDesk, type Desk, defineOffice, type HoldCall } from "giliran";
import { type SqliteDatabase, sqliteStore } from "giliran/sqlite";

export const monday: number = Date.parse("2017-08-07T06:00+07:00");

/** A desk for one window of five places, on the only day that may be booked. */
export function deskOn(database: SqliteDatabase): Desk {
  return createDesk({
    offices: [
      defineOffice({
        id: "north",
        name: "North",
        timeZone: "Asia/Jakarta",
        hours: { mon: ["08:00-09:00"] },
        slotMinutes: 60,
        capacity: 5,
        rules: { opensDaysBefore: 0 },
      }),
    ],
    store: sqliteStore({ database }),
    secret: "the secret of the stores' tests",
    now: () => monday,
  });
}

export function holdOf(name: string): HoldCall {
  return {
    requestId: `hold ${name}`,
    sender: `sender ${name}`,
    officeId: "north",
    date: "2017-08-07",
    people: [{ key: `person ${name}`, details: { name } }],
  };
}
