import { createDesk, type Desk, defineOffice, memoryStore } from "giliran";
import { describe, expect, it } from "vitest";

const everyDay = ["08:00-10:00"];
const office = defineOffice({
  id: "north",
  name: "North",
  timeZone: "Asia/Jakarta",
  hours: {
    mon: everyDay,
    tue: everyDay,
    wed: everyDay,
    thu: everyDay,
    fri: everyDay,
    sat: everyDay,
    sun: everyDay,
  },
  slotMinutes: 60,
  capacity: 1,
  rules: { opensDaysBefore: 2 },
});

function deskAt(time: string): Desk {
  return createDesk({ offices: [office], store: memoryStore(), now: () => Date.parse(`${time}+07:00`) });
}

async function holdOn(time: string, date: string) {
  const call = { requestId: "1", sender: "a", officeId: "north", people: [{ key: "a", details: {} }] };
  const outcome = await deskAt(time).hold({ ...call, date });
  switch (outcome.kind) {
    case "held":
      return outcome.booking.window;
    case "outside-booking-window":
      return outcome.reason;
    default:
      return outcome.kind;
  }
}

describe("the booking window", () => {
  it("goes from today to so many days ahead", async () => {
    expect(await holdOn("2017-08-07T06:00", "2017-08-06")).toBe("past");
    expect(await holdOn("2017-08-07T06:00", "2017-08-07")).toBe("08:00");
    expect(await holdOn("2017-08-07T06:00", "2017-08-09")).toBe("08:00");
    expect(await holdOn("2017-08-07T06:00", "2017-08-10")).toBe("too-far-ahead");
  });

  it("moves on at midnight in the office's zone", async () => {
    expect(await holdOn("2017-08-07T23:59:59.999", "2017-08-10")).toBe("too-far-ahead");
    expect(await holdOn("2017-08-08T00:00", "2017-08-10")).toBe("08:00");
    expect(await holdOn("2017-08-07T23:59:59.999", "2017-08-07")).toBe("day-is-over");
    expect(await holdOn("2017-08-08T00:00", "2017-08-07")).toBe("past");
  });

  it("offers a window until it begins", async () => {
    expect(await holdOn("2017-08-07T07:59:59.999", "2017-08-07")).toBe("08:00");
    expect(await holdOn("2017-08-07T08:00", "2017-08-07")).toBe("09:00");
    expect(await holdOn("2017-08-07T08:59:59.999", "2017-08-07")).toBe("09:00");
    expect(await holdOn("2017-08-07T09:00", "2017-08-07")).toBe("day-is-over");
  });

  it("is what availability shows", async () => {
    const days = await deskAt("2017-08-07T08:00").availability({
      officeId: "north",
      from: "2017-08-06",
      days: 5,
    });
    expect(days.map(({ date, kind }) => [date, kind])).toEqual([
      ["2017-08-06", "outside-booking-window"],
      ["2017-08-07", "open"],
      ["2017-08-08", "open"],
      ["2017-08-09", "open"],
      ["2017-08-10", "outside-booking-window"],
    ]);
    expect(days[1]).toMatchObject({ slots: [{ window: "09:00", placesLeft: { general: 1 } }] });
  });
});

describe("offices on both sides of the date line", () => {
  const offices = [
    defineOffice({ ...office, id: "apia", timeZone: "Pacific/Apia", rules: { opensDaysBefore: 0 } }),
    defineOffice({
      ...office,
      id: "pago-pago",
      timeZone: "Pacific/Pago_Pago",
      rules: { opensDaysBefore: 0 },
    }),
  ];

  it.each([
    ["apia", "2024-01-15", "past"],
    ["apia", "2024-01-16", "2024-01-15T19:00:00.000Z"],
    ["pago-pago", "2024-01-15", "2024-01-15T19:00:00.000Z"],
    ["pago-pago", "2024-01-16", "too-far-ahead"],
  ])("have each their own date: at %s the %s is %s", async (officeId, date, expected) => {
    const now = () => Date.parse("2024-01-15T12:00Z");
    const desk = createDesk({ offices, store: memoryStore(), now });
    const people = [{ key: "a", details: {} }];
    const outcome = await desk.hold({ requestId: "1", sender: "a", officeId, date, people });
    if (outcome.kind === "held") expect(new Date(outcome.booking.start).toISOString()).toBe(expected);
    else expect(outcome).toMatchObject({ kind: "outside-booking-window", reason: expected });
  });
});
