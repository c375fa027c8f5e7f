import type { Desk, Store } from "giliran";
import * as giliran from "giliran";

const monday = Date.parse("2017-08-07T06:00+07:00");
const allDay = ["08:00-15:00"];
export const windows: readonly string[] = Array.from({ length: 14 }, (_, index) => {
  const hour = `${8 + Math.floor(index / 2)}`.padStart(2, "0");
  return `${hour}:${index % 2 === 0 ? "00" : "30"}`;
});

export const officeIds: readonly string[] = Array.from({ length: 26 }, (_, index) => `office-${index}`);
export const dates: readonly string[] = Array.from({ length: 60 }, (_, index) =>
  new Date(monday + (index + 1) * 86_400_000).toISOString().slice(0, 10),
);
export const hotDate: string = dates[0] ?? "";

/** 26 offices that open 60 days, with so many places in each window. */
export function createBenchDesk(
  store: Store,
  capacity = 10_000,
  { createDesk, defineOffice }: Pick<typeof giliran, "createDesk" | "defineOffice"> = giliran,
): Desk {
  return createDesk({
    offices: officeIds.map((id) =>
      defineOffice({
        id,
        name: id,
        timeZone: "Asia/Jakarta",
        hours: { sun: allDay, mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay },
        slotMinutes: 30,
        capacity,
        rules: { opensDaysBefore: 61 },
      }),
    ),
    store,
    secret: "the secret of the measurements",
    now: () => monday,
  });
}

export interface Place {
  readonly officeId: string;
  readonly date: string;
  readonly window: string;
}

/** The same places for every side; multiplied by primes they lie as if at random. */
export function placeOf(call: number): Place {
  return {
    officeId: officeIds[(call * 7919) % officeIds.length] ?? "",
    date: dates[(call * 6271) % dates.length] ?? "",
    window: windows[(call * 4409) % windows.length] ?? "",
  };
}

export const detailsOf = (call: number): Record<string, string> => ({
  name: ["Budi Santoso", call].join(" "), // in one piece, as it comes in a message
  birthDate: "1990-08-17",
  phone: `62812${call}`,
  purpose: "passport, 48 pages",
});

/** A hold by somebody who was never there before. */
export async function hold(desk: Desk, call: number, place: Partial<Place> = {}): Promise<string> {
  const { kind } = await desk.hold({
    requestId: `bench:${call}`,
    sender: `sender ${call}`,
    officeId: officeIds[0] ?? "",
    date: hotDate,
    people: [{ details: detailsOf(call) }],
    ...place,
  });
  return kind;
}

export async function holdAndConfirm(desk: Desk, call: number): Promise<void> {
  const sender = `sender ${call}`;
  const held = await desk.hold({
    requestId: `bench:${call}`,
    sender,
    officeId: officeIds[0] ?? "",
    date: hotDate,
    people: [{ details: detailsOf(call) }],
  });
  if (held.kind !== "held") throw new Error(held.kind);
  await desk.confirm({ requestId: `bench:confirm:${call}`, sender, code: held.booking.code });
}
