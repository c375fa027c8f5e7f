import type { BookingStore, Desk, OfficeConfig } from "giliran";
import * as giliran from "giliran";

/** What makes a desk, of the library that is looked at: today's, or a build of an older one. */
export type Library = Pick<typeof giliran, "createDesk" | "defineOffice">;

/** A clock that stands until it is set, by a local time of Jakarta such as `2017-08-07T06:00`. */
export interface Clock {
  readonly now: () => number;
  readonly set: (local: string) => void;
}

/** When the bookings were looked at, and the tests begin. */
export const wednesday = "2017-08-09T07:00";

export function createClock(local: string): Clock {
  let time = Date.parse(`${local}+07:00`);
  return {
    now: () => time,
    set(next) {
      time = Date.parse(`${next}+07:00`);
    },
  };
}

const week = (...hours: string[]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours });

const configs: readonly OfficeConfig[] = [
  {
    id: "jakarta-pusat",
    name: "Kantor Imigrasi Jakarta Pusat",
    address: "Jl. Merpati Blok B-12 No. 3",
    timeZone: "Asia/Jakarta",
    hours: week("08:00-10:00"),
    slotMinutes: 30,
    capacity: { general: 2, priority: { places: 1, opensTo: "general", minutesBefore: 60 } },
    closures: { "2017-08-17": "Hari Kemerdekaan" },
    days: { "2017-08-12": { hours: ["08:00-09:00"], reason: "Sabtu Melayani" } },
    group: "jakarta",
    rules: {
      holdMinutes: 30,
      longestHoldMinutes: 60,
      bookingsPerPerson: 1,
      bookingsPerSender: 3,
      coolingMinutes: [20, 40],
      reminderMinutes: [1440],
      holdReminderMinutes: 10,
      arriveEarlyMinutes: 15,
      graceMinutes: 10,
    },
  },
  {
    id: "jakarta-timur-2",
    name: "Kantor Imigrasi Jakarta Timur II",
    timeZone: "Asia/Jakarta",
    hours: { ...week("09:00-10:00"), sat: ["09:00-10:00"] },
    slotMinutes: 60,
    capacity: 3,
    group: "jakarta",
    rules: { bookingsPerPerson: 2, reminderMinutes: [60], reschedules: 2, quietHours: "22:00-05:00" },
  },
  {
    id: "kupang",
    name: "Kantor Imigrasi Kupang – “Loket É”",
    timeZone: "Asia/Makassar",
    hours: week("08:00-09:00", "13:00-14:00"),
    slotMinutes: 60,
    capacity: 10,
    overbooking: { noShowRate: 0.2, risk: 0.05 },
    rules: { opensDaysBefore: 30 },
  },
];

export const officeIds: readonly string[] = configs.map(({ id }) => id);

/** From the first day with bookings to the last. */
export const dates: readonly string[] = Array.from(
  { length: 9 },
  (_, day) => `2017-08-${String(7 + day).padStart(2, "0")}`,
);

export function openDesk(
  store: BookingStore,
  { now }: Clock,
  randomBytes: (length: number) => Uint8Array,
  library: Library = giliran,
): Desk {
  const offices = configs.map((config) => library.defineOffice(config));
  const secret = "the secret of the first layout";
  return library.createDesk({ offices, store, secret, now, randomBytes });
}
