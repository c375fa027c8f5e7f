import fc from "fast-check";
import { listRevocations, renderCalendarFile } from "giliran";
import ICAL from "ical.js";
import { sync } from "node-ical";
import { describe, expect, it } from "vitest";
import { callOf, heldCode, holdOf, monday, smallDesk } from "../desk/small-desk.js";
import { sampleTicket } from "./sample-ticket.js";

const at = Date.parse("2017-08-01T03:04:05Z");
const file = renderCalendarFile(sampleTicket, { at, sequence: 2 });

/** Texts of every script, with all that RFC 5545 gives a meaning. */
const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'\\;,:"\n^ '),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 200,
});

function readWithIcalJs(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [vevent, ...others] = calendar.getAllSubcomponents("vevent");
  if (vevent === undefined || others.length > 0) throw new Error("Expected one event.");
  return { calendar, vevent, event: new ICAL.Event(vevent) };
}

function readWithNodeIcal(text: string) {
  const events = Object.values(sync.parseICS(text)).filter((part) => part?.type === "VEVENT");
  const [event] = events;
  if (event?.type !== "VEVENT" || events.length > 1) throw new Error("Expected one event.");
  return event;
}

describe("a calendar file", () => {
  it("is this text", () => {
    expect(file.split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//giliran//giliran//EN",
      "METHOD:PUBLISH",
      "BEGIN:VEVENT",
      "UID:7HXW9TB6@giliran",
      "DTSTAMP:20170801T030405Z",
      "SEQUENCE:2",
      "STATUS:CONFIRMED",
      'ORGANIZER;CN="Kantor Imigrasi Jakarta Pusat":invalid:nomail',
      "DTSTART:20170807T010000Z",
      "DTEND:20170807T020000Z",
      "SUMMARY:0830-03 · Kantor Imigrasi Jakarta Pusat",
      "LOCATION:Kantor Imigrasi Jakarta Pusat\\, Jl. Merpati Blok B12 No. 3\\, Kemay",
      " oran\\; Jakarta",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "TRIGGER:-PT60M",
      "DESCRIPTION:0830-03 · Kantor Imigrasi Jakarta Pusat",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("is read by ical.js", () => {
    const { calendar, vevent, event } = readWithIcalJs(file);
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(event.uid).toBe("7HXW9TB6@giliran");
    expect(event.sequence).toBe(2);
    expect(event.startDate.toJSDate().toISOString()).toBe("2017-08-07T01:00:00.000Z");
    expect(event.endDate.toJSDate().toISOString()).toBe("2017-08-07T02:00:00.000Z");
    expect(event.location).toBe(
      "Kantor Imigrasi Jakarta Pusat, Jl. Merpati Blok B12 No. 3, Kemayoran; Jakarta",
    );
    const trigger = vevent.getFirstSubcomponent("valarm")?.getFirstPropertyValue("trigger");
    expect(String(trigger)).toMatch(/^-PT(60M|1H)$/);
  });

  it("is read by node-ical", () => {
    expect(readWithNodeIcal(file)).toMatchObject({
      uid: "7HXW9TB6@giliran",
      sequence: 2,
      status: "CONFIRMED",
      summary: "0830-03 · Kantor Imigrasi Jakarta Pusat",
      start: new Date("2017-08-07T01:00:00Z"),
      end: new Date("2017-08-07T02:00:00Z"),
    });
  });

  it("follows a booking that was moved and then cancelled", () => {
    const hour = 3_600_000;
    const { arriveBy, start, end } = sampleTicket;
    const moved = { ...sampleTicket, arriveBy: arriveBy + hour, start: start + hour, end: end + hour };
    const later = readWithIcalJs(renderCalendarFile(moved, { at, sequence: 3 }));
    const gone = readWithIcalJs(renderCalendarFile(moved, { at, sequence: 4, state: "cancelled" }));
    expect([later.event.uid, gone.event.uid]).toEqual(["7HXW9TB6@giliran", "7HXW9TB6@giliran"]);
    expect([later.event.sequence, gone.event.sequence]).toEqual([3, 4]);
    expect(later.event.startDate.toJSDate().toISOString()).toBe("2017-08-07T02:00:00.000Z");
    expect(gone.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(gone.vevent.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(gone.vevent.getFirstSubcomponent("valarm")).toBeNull();
  });

  it("has as many alarms as are asked for", () => {
    const alarms = (alarmMinutes: readonly number[]) =>
      renderCalendarFile(sampleTicket, { at, sequence: 1, alarmMinutes }).match(/TRIGGER:.*/g) ?? [];
    expect(alarms([1440, 30])).toEqual(["TRIGGER:-PT1440M", "TRIGGER:-PT30M"]);
    expect(alarms([])).toEqual([]);
  });

  it("carries any text to both readers, in lines of at most 75 octets", () => {
    fc.assert(
      fc.property(texts, texts, (description, officeName) => {
        const { address: _, ...ticket } = { ...sampleTicket, officeName };
        const text = renderCalendarFile(ticket, { at, sequence: 1, description });
        for (const line of text.split("\r\n")) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        const carried = description.replace(/(?!\n)\p{Control}/gu, " ");
        expect(readWithIcalJs(text).event.description).toBe(carried);
        expect(readWithIcalJs(text).event.location).toBe(officeName.replace(/(?!\n)\p{Control}/gu, " "));
        expect(readWithNodeIcal(text).uid).toBe("7HXW9TB6@giliran");
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [{ sequence: -1 }, "sequence: expected a whole number from 0 up, found -1"],
    [{ sequence: 0.5 }, "sequence: expected a whole number from 0 up, found 0.5"],
    [{ at: Number.NaN }, "at: expected epoch milliseconds from 1970 to 9999, found NaN"],
    [{ at: 1e18 }, "at: expected epoch milliseconds from 1970 to 9999, found 1000000000000000000"],
    [{ alarmMinutes: [-5] }, "alarmMinutes: expected whole numbers from 0 to 40320, found -5"],
    [{ alarmMinutes: new Array(11).fill(5) }, "alarmMinutes: expected 10 at most, found 11"],
    [{ description: "x".repeat(2001) }, "description: expected 2000 characters at most, found 2001"],
  ])("refuses %o", (wrong, message) => {
    expect(() => renderCalendarFile(sampleTicket, { at, sequence: 1, ...wrong })).toThrow(
      new RangeError(message),
    );
  });
});

describe("the calendar files of a visit that was moved", () => {
  it("take the old code out of the calendar, and put the new one in", async () => {
    const { desk } = smallDesk();
    const code = heldCode(await desk.hold(holdOf("a")));
    const confirmed = await desk.confirm(callOf("a", "confirm", code));
    const moved = await desk.reschedule({ ...callOf("a", "move", code), date: "2017-08-08" });
    if (confirmed.kind !== "confirmed" || moved.kind !== "rescheduled" || moved.ticket === undefined)
      throw new Error(`Expected a visit that was moved, found ${moved.kind}.`);
    const { booking, ticket } = confirmed;
    const first = renderCalendarFile(ticket, { at, sequence: booking.history.length });
    const old = renderCalendarFile(
      { ...moved.ticket, code: moved.replaced.code },
      { at, sequence: moved.replaced.history.length, state: "cancelled" },
    );
    const next = renderCalendarFile(moved.ticket, { at, sequence: moved.booking.history.length });
    const [before, cancelled, after] = [first, old, next].map(readWithNodeIcal);
    expect(cancelled?.uid).toBe(before?.uid);
    expect([before?.sequence, cancelled?.sequence]).toEqual([2, 3]);
    expect([before?.status, cancelled?.status, after?.status]).toEqual([
      "CONFIRMED",
      "CANCELLED",
      "CONFIRMED",
    ]);
    expect(after?.uid).toBe(`${moved.booking.code}@giliran`);
    expect(after?.start.toISOString()).toBe("2017-08-08T01:00:00.000Z");
    expect(listRevocations(await desk.find({ sender: "sender a" }))).toEqual([[code, monday]]);
  });
});
