import type { OfficeConfig } from "giliran";

export const minute = 60_000;

/** How long something lasts at the office of the machine, and for its model; milliseconds. */
export const lasts: Readonly<Record<"hold" | "longestHold" | "offer" | "reminder" | "tolerance", number>> = {
  hold: 10 * minute,
  longestHold: 25 * minute,
  offer: 15 * minute,
  reminder: 3 * minute,
  tolerance: 2000,
};

export const reschedules = 1;

/** Two dates that are too far ahead to come while a machine runs. */
export const machineDates = ["2017-08-11", "2017-08-12"] as const;

const hours = ["08:00-09:00"];

/** One window a day. */
export function machineOffice(capacity: number, coolingMinutes: number): OfficeConfig {
  return {
    id: "north",
    name: "north",
    timeZone: "Asia/Jakarta",
    hours: { fri: hours, sat: hours },
    slotMinutes: 60,
    capacity,
    rules: {
      holdMinutes: lasts.hold / minute,
      longestHoldMinutes: lasts.longestHold / minute,
      offerMinutes: lasts.offer / minute,
      holdReminderMinutes: lasts.reminder / minute,
      reschedules,
      opensDaysBefore: 9,
      quietHours: "22:00-05:00",
      coolingMinutes: [coolingMinutes, coolingMinutes],
    },
  };
}
