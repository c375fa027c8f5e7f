import { defineOffice, InvalidConfigError, type OfficeConfig } from "giliran";
import { describe, expect, it } from "vitest";

const config = {
  id: "jakarta-pusat",
  name: "Kantor Imigrasi Jakarta Pusat",
  timeZone: "Asia/Jakarta",
  hours: { mon: ["08:00-12:00", "13:00-15:00"] },
  slotMinutes: 30,
  capacity: 20,
};

const wrong: readonly [path: string, changes: object, message: RegExp][] = [
  ["id", { id: "Jakarta Pusat" }, /a-z, 0-9 and -/],
  ["id", { id: "" }, /1 to 64/],
  ["id", { id: undefined }, /string/],
  ["name", { name: "  " }, /1/],
  ["address", { address: 12 }, /string/],
  ["timeZone", { timeZone: "Jakarta" }, /IANA zone/],
  ["hours", { hours: {} }, /opening hours on a weekday/],
  ["hours", { hours: { mon: [] } }, /opening hours on a weekday/],
  ["hours.monday", { hours: { monday: ["08:00-12:00"] } }, /./],
  ["hours.mon[0]", { hours: { mon: ["8-12"] } }, /08:00-12:00/],
  ["hours.mon[0]", { hours: { mon: ["08:00-24:30"] } }, /08:00-12:00/],
  ["hours.mon[1]", { hours: { mon: ["08:00-12:00", "15:00-13:00"] } }, /end after they begin/],
  ["hours.mon", { hours: { mon: ["08:00-12:00", "11:00-15:00"] } }, /without overlap/],
  ["slotMinutes", { slotMinutes: 0 }, /1 to 1440/],
  ["slotMinutes", { slotMinutes: 1441 }, /1 to 1440/],
  ["slotMinutes", { slotMinutes: 7.5 }, /./],
  ["slotMinutes", { slotMinutes: "30" }, /1 to 1440/],
  ["capacity", { capacity: 0 }, /1 to 10000/],
  ["capacity", { capacity: {} }, /at least one pool/],
  ["capacity.general", { capacity: { general: 0 } }, /1 to 10000/],
  ["capacity.general", { capacity: { general: "20" } }, /1 to 10000/],
  ["capacity", { capacity: "20" }, /1 to 10000, or by pool/],
  ["capacity.Lansia", { capacity: { general: 4, Lansia: 4 } }, /a-z, 0-9 and -/],
  ["capacity", { capacity: 1e9 }, /1 to 10000/],
  [
    "capacity.priority.opensTo",
    { capacity: { general: 4, priority: { places: 4, opensTo: "genral", minutesBefore: 60 } } },
    /another of these pools/,
  ],
  [
    "capacity.general.opensTo",
    { capacity: { general: { places: 4, opensTo: "general", minutesBefore: 60 } } },
    /another of these pools/,
  ],
  [
    "capacity.priority.minutesBefore",
    { capacity: { general: 4, priority: { places: 4, opensTo: "general", minutesBefore: 0 } } },
    /./,
  ],
  ["capacity.priority.opensTo", { capacity: { general: 4, priority: { places: 4, opens: "general" } } }, /./],
  ["windowCapacity.8:00", { windowCapacity: { "8:00": 4 } }, /local time such as "08:00"/],
  ["windowCapacity.08:15", { windowCapacity: { "08:15": 4 } }, /the start of a window/],
  ["windowCapacity.12:00", { windowCapacity: { "12:00": 4 } }, /the start of a window/],
  ["windowCapacity.08:00", { windowCapacity: { "08:00": 0 } }, /1 to 10000/],
  ["hours", { hours: { mon: ["08:00-08:20", "09:00-09:29"] } }, /fit a window of 30 minutes/],
  ["days.2017-08-32", { days: { "2017-08-32": { hours: ["08:00-12:00"] } } }, /2017-08-17/],
  ["days.2017-08-18.hours", { days: { "2017-08-18": { hours: [] } } }, /one of the closures/],
  [
    "days.2017-08-18.hours",
    { days: { "2017-08-18": { hours: ["08:00-10:00", "09:00-11:00"] } } },
    /without overlap/,
  ],
  [
    "days.2017-08-18.hours",
    { days: { "2017-08-18": { hours: ["08:00-09:00"], slotMinutes: 90 } } },
    /fit a window of 90 minutes/,
  ],
  ["days.2017-08-18.capacity", { days: { "2017-08-18": { hours: ["08:00-09:00"], capacity: 0 } } }, /10000/],
  [
    "days.2017-08-18.closed",
    { days: { "2017-08-18": { hours: ["08:00-09:00"], closed: true } } },
    /spelling/,
  ],
  [
    "days.2017-08-18",
    { days: { "2017-08-18": { hours: ["08:00-09:00"] } }, closures: { "2017-08-18": "Inventory" } },
    /not one of the closures/,
  ],
  ["group", { group: "DKI Jakarta" }, /a-z, 0-9 and -/],
  ["overbooking.risk", { overbooking: { noShowRate: 0.2 } }, /0 to 0.5/],
  ["overbooking.noShowRate", { overbooking: { noShowRate: 0.95, risk: 0.05 } }, /./],
  ["closures.2017-02-30", { closures: { "2017-02-30": "?" } }, /2017-08-17/],
  ["closures.2017-08-17", { closures: { "2017-08-17": "" } }, /1/],
  ["rules.holdMinutes", { rules: { holdMinutes: 0 } }, /1 to 10080/],
  ["rules.opensDaysBefore", { rules: { opensDaysBefore: -1 } }, /0 to 366/],
  ["rules.releaseTime", { rules: { releaseTime: "24:00" } }, /local time/],
  ["rules.noticeMinutes", { rules: { noticeMinutes: -1 } }, /./],
  [
    "rules.noticeMinutes",
    { rules: { noticeMinutes: 2880, opensDaysBefore: 1 } },
    /less than the 2880 minutes/,
  ],
  ["rules.intakeHours", { rules: { intakeHours: [] } }, /always taken/],
  ["rules.intakeHours[0]", { rules: { intakeHours: ["10:00-07:30"] } }, /end after they begin/],
  ["rules.intakeHours", { rules: { intakeHours: ["07:30-10:00", "09:00-11:00"] } }, /without overlap/],
  ["rules.largestParty", { rules: { largestParty: 0 } }, /./],
  ["rules.bookingsPerPerson", { rules: { bookingsPerPerson: 0 } }, /1 to 1000/],
  ["rules.bookingsPerSender", { rules: { bookingsPerSender: 0.5 } }, /./],
  ["rules.coolingMinutes", { rules: { coolingMinutes: [60, 5] } }, /the shorter time first/],
  ["rules.coolingMinutes[1]", { rules: { coolingMinutes: [0, 10_081] } }, /0 to 10080/],
  ["rules.offerMinutes", { rules: { offerMinutes: 0 } }, /1 to 10080/],
  ["rules.longestHoldMinutes", { rules: { longestHoldMinutes: 0 } }, /1 to 10080/],
  ["rules.longestHoldMinutes", { rules: { longestHoldMinutes: 29 } }, /at least the 30 minutes/],
  ["rules.reminderMinutes[0]", { rules: { reminderMinutes: [0] } }, /1 to 527040/],
  ["rules.arriveEarlyMinutes", { rules: { arriveEarlyMinutes: Number.NaN } }, /0 to 1440/],
  ["rules.holdMinuets", { rules: { holdMinuets: 30 } }, /spelling/],
  ["slotMinuets", { slotMinuets: 30 }, /spelling/],
];

function errorOf(changes: object): InvalidConfigError {
  try {
    defineOffice({ ...config, ...changes } as OfficeConfig);
  } catch (error) {
    if (error instanceof InvalidConfigError) return error;
  }
  throw new Error("Expected an InvalidConfigError.");
}

describe("defineOffice", () => {
  it.each(wrong)("names %s in %j", (path, changes, message) => {
    const error = errorOf(changes);
    expect(error.path).toBe(path);
    expect(error.message).toMatch(message);
    expect(error.message).toContain(path);
    expect(error.message).toMatch(/expected|spelling/);
  });

  it("says what it found, of a long text its beginning", () => {
    expect(errorOf({ capacity: 0 }).message).toBe(
      "capacity: expected a whole number from 1 to 10000, found 0",
    );
    expect(errorOf({ name: 5 }).message).toBe("name: expected string, found 5");
    expect(errorOf({ hours: undefined }).message).toBe("hours: expected record, found nothing");
    expect(errorOf({ capacity: { "A b": 1 } }).message).toContain('found "A b"');
    expect(errorOf({ name: "x".repeat(1e6) }).message.length).toBeLessThan(200);
  });

  it("fills the defaults in", () => {
    expect(defineOffice(config)).toEqual({
      ...config,
      capacity: { general: 20 },
      windowCapacity: {},
      formerPools: {},
      closures: {},
      days: {},
      rules: {
        holdMinutes: 30,
        opensDaysBefore: 14,
        noticeMinutes: 0,
        largestParty: 100,
        bookingsPerPerson: 1,
        bookingsPerSender: 5,
        arriveEarlyMinutes: 0,
        graceMinutes: 0,
        cancelNoticeMinutes: 0,
        reschedules: 1,
        rescheduleNoticeMinutes: 0,
        coolingMinutes: [0, 0],
        longestWaitingList: 200,
        offerMinutes: 30,
        reminderMinutes: [],
        holdReminderMinutes: 0,
      },
    });
  });

  it("takes a year of closures", () => {
    const dates = Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(2017, 0, 1 + day)));
    const closures = Object.fromEntries(dates.map((date) => [date.toISOString().slice(0, 10), "Renovation"]));
    expect(Object.keys(defineOffice({ ...config, closures }).closures)).toHaveLength(366);
  });

  it("freezes what it gives and leaves the config as it was", () => {
    const own = structuredClone(config);
    const office = defineOffice(own);
    expect(Object.isFrozen(office.hours.mon)).toBe(true);
    expect(Object.isFrozen(office.rules)).toBe(true);
    expect(Object.isFrozen(own.hours.mon)).toBe(false);
  });
});
