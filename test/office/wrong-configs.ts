const long = "x".repeat(600);

/** What is put in the place of each setting, by its name in `config-errors.json`. */
const values: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  null: null,
  "-1": -1,
  "0": 0,
  "0.5": 0.5,
  "1e9": 1e9,
  NaN: Number.NaN,
  '""': "",
  '"Abc 1"': "Abc 1",
  "600 characters": long,
  "[]": [],
  "{}": {},
  '{ "a b": 1 }': { "a b": 1 },
};

const hours = ["08:00-12:00", "13:00-15:00"];

/** Every setting that there is, and right. */
const right = {
  id: "jakarta-pusat",
  name: "Kantor Imigrasi Jakarta Pusat",
  address: "Jl. Merpati",
  timeZone: "Asia/Jakarta",
  hours: { mon: hours },
  slotMinutes: 30,
  capacity: { general: 20, vip: { places: 4, opensTo: "general", minutesBefore: 60 } },
  windowCapacity: { "08:00": { general: 24 } },
  closures: { "2017-08-17": "Independence" },
  days: { "2017-08-19": { hours, capacity: { general: 9 }, slotMinutes: 60, reason: "Saturday" } },
  group: "jakarta",
  overbooking: { noShowRate: 0.2, risk: 0.05 },
  rules: {
    holdMinutes: 30,
    opensDaysBefore: 14,
    releaseTime: "08:00",
    noticeMinutes: 0,
    intakeHours: ["07:30-10:00"],
    largestParty: 5,
    bookingsPerPerson: 1,
    bookingsPerSender: 5,
    arriveEarlyMinutes: 0,
    graceMinutes: 0,
    longestHoldMinutes: 60,
    cancelNoticeMinutes: 0,
    reschedules: 1,
    rescheduleNoticeMinutes: 0,
    coolingMinutes: [5, 60],
    longestWaitingList: 200,
    offerMinutes: 30,
    reminderMinutes: [60],
    holdReminderMinutes: 10,
  },
};

type Path = readonly string[];

const isOpen = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Every place of the config, the whole included. */
function listPlaces(value: unknown, path: Path = []): Path[] {
  const inside = isOpen(value) ? Object.entries(value) : [];
  return [path, ...inside.flatMap(([name, part]) => listPlaces(part, [...path, name]))];
}

function replaced(whole: unknown, [name, ...rest]: Path, value: unknown): unknown {
  if (name === undefined) return value;
  const part = replaced(isOpen(whole) ? Reflect.get(whole, name) : undefined, rest, value);
  return Array.isArray(whole) ? whole.with(Number(name), part) : { ...(whole as object), [name]: part };
}

/** Spellings that are nearly right, each for the place that it is for. */
const nearly: readonly (readonly [place: string, value: unknown])[] = [
  ["hours mon", ["8-12"]],
  ["hours mon", ["08:00-24:30"]],
  ["hours mon", ["12:00-08:00"]],
  ["hours mon", ["08:00-12:00", "11:00-15:00"]],
  ["hours monday", hours],
  ["windowCapacity 8:00", 4],
  ["windowCapacity 08:15", 4],
  ["capacity", { general: 4, Vip: 4 }],
  ["capacity", { general: 4, vip: { places: 4, opens: "general" } }],
  ["capacity", { general: 4, vip: { places: 4, opensTo: "vip", minutesBefore: 5 } }],
  ["days 2017-02-29", { hours }],
  ["days 2017-08-17", { hours }],
  ["days 2017-08-19 closed", true],
  ["closures 2017-8-17", "Independence"],
  ["rules holdMinuets", 30],
  ["rules longestHoldMinutes", 20],
  ["rules noticeMinutes", 500_000],
  ["rules releaseTime", "24:00"],
  ["rules coolingMinutes", [60, 5]],
  ["rules coolingMinutes", [5]],
  ["rules coolingMinutes", [5, 60, 90]],
  ["rules reminderMinutes", [1, 2, 3, 4, 5, 6]],
  ["slotMinuets", 30],
];

/** Two faults in one config: the first that the library comes to is told. */
const pairs = [
  "rules",
  "rules reschedules",
  "days",
  "hours mon",
  "id",
  "unknown",
  "rules unknown",
  "capacity vip",
];

export interface WrongConfig {
  readonly name: string;
  readonly config: unknown;
}

/** Configs that are wrong in one place or in two; some values are right where they stand. */
export function listWrongConfigs(): WrongConfig[] {
  const single = listPlaces(right).flatMap((path) =>
    Object.entries(values).map(([name, value]) => ({
      name: `${path.join(" ")}: ${name}`,
      config: replaced(right, path, value),
    })),
  );
  const misspelt = nearly.map(([place, value]) => ({
    name: `${place}: ${JSON.stringify(value)}`,
    config: replaced(right, place.split(" "), value),
  }));
  const double = pairs.flatMap((one) =>
    pairs
      .filter((other) => other !== one)
      .map((other) => ({
        name: `${one} and ${other}: null`,
        config: replaced(replaced(right, one.split(" "), null), other.split(" "), null),
      })),
  );
  return [...single, ...misspelt, ...double];
}
