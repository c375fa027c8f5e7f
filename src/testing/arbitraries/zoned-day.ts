import fc from "fast-check";

/** A date, `YYYY-MM-DD`, in an IANA zone. */
export interface ZonedDay {
  readonly timeZone: string;
  readonly date: string;
}

/** Days on which clocks change: by an hour, by half or two of them, at midnight, by a whole day. */
const changes: readonly ZonedDay[] = [
  ["Europe/Berlin", "2024-03-31"],
  ["Europe/Berlin", "2024-10-27"],
  ["America/New_York", "2024-11-03"],
  ["Australia/Lord_Howe", "2024-04-07"],
  ["Australia/Lord_Howe", "2024-10-06"],
  ["Antarctica/Troll", "2024-03-31"],
  ["Antarctica/Troll", "2024-10-27"],
  ["America/Havana", "2024-03-10"],
  ["America/Havana", "2024-11-03"],
  ["Africa/Cairo", "2024-04-26"],
  ["Africa/Cairo", "2024-10-31"],
  ["Asia/Beirut", "2024-03-31"],
  ["Asia/Tehran", "2022-03-22"],
  ["America/Santiago", "2024-09-08"],
  ["Atlantic/Azores", "2024-10-27"],
  ["Pacific/Apia", "2011-12-30"],
].map(([timeZone = "", date = ""]) => ({ timeZone, date }));

const anyDay: fc.Arbitrary<ZonedDay> = fc.record({
  timeZone: fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
  date: fc
    .date({ min: new Date("2015-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
});

/** Days of every zone of the platform, half of them days on which clocks change. */
export const zonedDay: fc.Arbitrary<ZonedDay> = fc.oneof(anyDay, fc.constantFrom(...changes));
