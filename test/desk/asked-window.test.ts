import { defineOffice, type HoldCall } from "giliran";
import { describe, expect, it } from "vitest";
import { holdOf, smallDesk, smallOffice } from "./small-desk.js";

const morning = { hours: { mon: ["08:00-12:00"], tue: ["08:00-12:00"] }, capacity: 1 };
const openDesk = () => smallDesk({ offices: [defineOffice(smallOffice("north", morning))] });
const held = (window: string) => ({ kind: "held", booking: { window } });

describe("a window that is asked for", () => {
  it("is given, or refused with the nearest others of the date and then of other dates", async () => {
    const { desk } = openDesk();
    expect(await desk.hold({ ...holdOf("a"), window: "10:00" })).toMatchObject(held("10:00"));
    const alternative = (date: string, window: string, until: string) => ({
      officeId: "north",
      date,
      window,
      until,
    });
    expect(await desk.hold({ ...holdOf("b"), window: "10:00" })).toEqual({
      kind: "window-full",
      window: "10:00",
      officeId: "north",
      date: "2017-08-07",
      alternatives: [
        alternative("2017-08-07", "09:00", "10:00"),
        alternative("2017-08-07", "11:00", "12:00"),
        alternative("2017-08-07", "08:00", "09:00"),
        alternative("2017-08-08", "10:00", "11:00"),
      ],
    });
  });

  it("is told apart from one that never was, and from one that has begun", async () => {
    const { desk, time } = openDesk();
    expect(await desk.hold({ ...holdOf("a"), window: "08:30" })).toMatchObject({
      kind: "window-not-offered",
      windows: ["08:00", "09:00", "10:00", "11:00"],
      alternatives: [{ window: "08:00" }, { window: "09:00" }, { window: "10:00" }, { date: "2017-08-08" }],
    });
    time.now = Date.parse("2017-08-07T08:00+07:00");
    expect(await desk.hold({ ...holdOf("a"), window: "08:00" })).toMatchObject({
      kind: "outside-booking-window",
      reason: "window-is-over",
    });
  });

  it("is one of a full day where the day is full", async () => {
    const { desk } = openDesk();
    for (const name of ["a", "b", "c", "d"]) await desk.hold(holdOf(name));
    expect(await desk.hold({ ...holdOf("e"), window: "10:00" })).toMatchObject({
      kind: "day-full",
      alternatives: [{ date: "2017-08-08", window: "10:00" }],
    });
  });

  it("corrects a hold of another window", async () => {
    const { desk } = openDesk();
    await desk.hold(holdOf("a"));
    const ask = (requestId: string, wish: Partial<HoldCall>) =>
      desk.hold({ ...holdOf("a"), requestId, ...wish });
    expect(await ask("2", { window: "10:00" })).toMatchObject({
      ...held("10:00"),
      replaced: { window: "08:00" },
    });
    expect(await ask("3", { window: "10:00" })).toMatchObject({ kind: "already-held" });
    expect(await ask("4", {})).toMatchObject({ kind: "already-held", booking: { window: "10:00" } });
    expect(await ask("5", { prefer: "11:30" })).toMatchObject(held("11:00"));
    expect(await ask("6", { prefer: "11:30" })).toMatchObject({ kind: "already-held" });
  });

  it.each(["8:00", "08:00+2", "noon"])("can't be %j", async (window) => {
    expect(await openDesk().desk.hold({ ...holdOf("a"), window })).toMatchObject({
      kind: "malformed",
      field: "window",
    });
  });
});

describe("a time that is preferred", () => {
  it("brings the nearest window with room, and never a refusal while one has room", async () => {
    const { desk } = openDesk();
    const windows: unknown[] = [];
    for (const name of ["a", "b", "c", "d", "e"]) {
      const outcome = await desk.hold({ ...holdOf(name), prefer: "10:00" });
      windows.push(outcome.kind === "held" ? outcome.booking.window : outcome.kind);
    }
    expect(windows).toEqual(["10:00", "09:00", "11:00", "08:00", "day-full"]);
  });

  it("can't be anything but a time", async () => {
    expect(await openDesk().desk.hold({ ...holdOf("a"), prefer: "08:00+1" })).toMatchObject({
      kind: "malformed",
      field: "prefer",
    });
  });
});
