import { defineOffices, InvalidConfigError, type OfficesConfig } from "giliran";
import { describe, expect, it } from "vitest";

const defaults: OfficesConfig["defaults"] = {
  timeZone: "Asia/Jakarta",
  hours: { mon: ["08:00-12:00"] },
  slotMinutes: 60,
  capacity: 5,
  closures: { "2017-08-17": "Hari Kemerdekaan" },
  rules: { holdMinutes: 15, bookingsPerSender: 3 },
};

function errorOf(config: unknown): InvalidConfigError {
  try {
    defineOffices(config as OfficesConfig);
  } catch (error) {
    if (error instanceof InvalidConfigError) return error;
  }
  throw new Error("Expected an InvalidConfigError.");
}

describe("defineOffices", () => {
  it("gives every office the defaults, and its own settings where it has some", () => {
    const [bogor, batam] = defineOffices({
      defaults,
      offices: [
        { id: "bogor", name: "Bogor" },
        {
          id: "batam",
          name: "Batam",
          capacity: 9,
          closures: { "2017-09-01": "Idul Adha" },
          rules: { intakeHours: ["07:30-10:00"], holdMinutes: 60 },
        },
      ],
    });
    expect(bogor).toMatchObject({ timeZone: "Asia/Jakarta", capacity: { general: 5 } });
    expect(batam).toMatchObject({
      hours: { mon: ["08:00-12:00"] },
      capacity: { general: 9 },
      closures: { "2017-08-17": "Hari Kemerdekaan", "2017-09-01": "Idul Adha" },
      rules: { holdMinutes: 60, bookingsPerSender: 3, intakeHours: ["07:30-10:00"] },
    });
    expect(bogor?.rules).not.toHaveProperty("intakeHours");
  });

  const one = { id: "bogor", name: "Bogor" };
  it.each([
    ["offices[1].hours.mon[0]", { offices: [one, { ...one, id: "batam", hours: { mon: ["8-12"] } }] }],
    ["offices[0].rules.holdMinuets", { offices: [{ ...one, rules: { holdMinuets: 5 } }] }],
    ["offices[0].name", { offices: [{ id: "bogor" }] }],
    ["offices[1].id", { offices: [one, one] }],
    ["offices[0]", { offices: ["bogor"] }],
    ["offices", { offices: [] }],
    ["offices", { offices: one }],
    ["office", { offices: [one], office: one }],
    ["defaults", { offices: [one], defaults: [] }],
    ["defaults.capacity", { offices: [one], defaults: { ...defaults, capacity: 0 } }],
    ["defaults.rules.holdMinutes", { offices: [one], defaults: { ...defaults, rules: { holdMinutes: 0 } } }],
    ["defaults.closures.2017", { offices: [one], defaults: { ...defaults, closures: { "2017": "?" } } }],
  ])("names %s", (path, config) => {
    const error = errorOf({ defaults, ...config });
    expect(error.path).toBe(path);
    expect(error.message).toMatch(/expected|spelling/);
  });
});
