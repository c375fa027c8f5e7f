import type { OfficeConfig, OfficeRules } from "../office/office.js";

/** The windows of each day. */
export const windows: readonly string[] = ["08:00", "09:00"];
const everyDay = ["08:00-10:00"];

/** Two offices with two windows a day of so few places that they are always fought over. */
export function smallOffices(
  capacity: OfficeConfig["capacity"],
  rules: Partial<OfficeRules>,
): readonly OfficeConfig[] {
  return ["north", "south"].map((id) => ({
    id,
    name: id,
    timeZone: "Asia/Jakarta",
    hours: {
      sun: everyDay,
      mon: everyDay,
      tue: everyDay,
      wed: everyDay,
      thu: everyDay,
      fri: everyDay,
      sat: everyDay,
    },
    slotMinutes: 60,
    capacity,
    rules: { opensDaysBefore: 1, quietHours: "22:00-05:00", ...rules },
  }));
}

/** Limits that nobody reaches, for rules that are not about them. */
export const noLimits: Partial<OfficeRules> = { bookingsPerPerson: 1000, bookingsPerSender: 1000 };
