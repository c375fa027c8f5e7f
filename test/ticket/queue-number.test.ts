import {
  createDesk,
  type Desk,
  type DeskSettings,
  defineOffice,
  InvalidConfigError,
  memoryStore,
  type QueueNumberLabel,
  queueNumber,
} from "giliran";
import { sqliteStore } from "giliran/sqlite";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import { heldCode, holdOf, monday, smallOffice } from "../desk/small-desk.js";

/** A letter for each window of the day, then the sequence: `B7`. */
const letters: QueueNumberLabel = ({ window, sequence }) =>
  `${String.fromCharCode(57 + Number(window.slice(0, 2)))}${sequence}`;

function deskOf(settings: Partial<DeskSettings> = {}, capacity = 2): Desk {
  const office = smallOffice("north", { capacity, hours: { mon: ["08:00-10:00"] } });
  const secret = "the secret of these tests";
  return createDesk({
    offices: [defineOffice(office)],
    store: memoryStore(),
    secret,
    now: () => monday,
    ...settings,
  });
}

/** Books and confirms, and gives the number with what a cancellation needs. */
async function book(desk: Desk, name: string) {
  const { sender } = holdOf(name);
  const code = heldCode(await desk.hold(holdOf(name)));
  const outcome = await desk.confirm({ requestId: `confirm ${name}`, code, sender });
  if (outcome.kind !== "confirmed") throw new Error(`Expected a ticket, found ${outcome.kind}.`);
  return { number: outcome.ticket.queueNumber, cancel: { requestId: `cancel ${name}`, code, sender } };
}

describe("queueNumber", () => {
  it.each([
    ["08:30", 3, "0830-03"],
    ["08:30", 117, "0830-117"],
    ["01:30+1", 1, "0130+1-01"],
  ])("calls window %s, sequence %d, %s", (window, sequence, label) => {
    expect(queueNumber({ officeId: "north", date: "2017-08-07", window, sequence })).toBe(label);
  });

  it("keeps the order that every own label must keep", () => {
    expect(() => deskOf({ queueNumber })).not.toThrow();
  });
});

describe("an own label", () => {
  it("is on the ticket, in the order of the windows", async () => {
    const desk = deskOf({ queueNumber: letters });
    const numbers: string[] = [];
    for (const name of ["a", "b", "c", "d"]) numbers.push((await book(desk, name)).number);
    expect(numbers).toEqual(["A1", "A2", "B1", "B2"]);
  });

  it("stays as it was given when a later desk makes labels in another way", async () => {
    const store = memoryStore();
    const { cancel } = await book(deskOf({ store, queueNumber: letters }), "a");
    const again = { ...cancel, requestId: "confirm again" };
    expect(await deskOf({ store }).confirm(again)).toMatchObject({
      kind: "already-confirmed",
      ticket: { queueNumber: "A1" },
    });
  });

  it.each<[string, QueueNumberLabel, string]>([
    [
      "names no window",
      ({ sequence }) => `${sequence}`,
      'expected a label that comes after "1001", found "1" for window 09:00 and sequence 1',
    ],
    [
      "begins again",
      ({ window, sequence }) => `${window}-${sequence % 100}`,
      'expected a label that comes after "08:00-99", found "08:00-0" for window 08:00 and sequence 100',
    ],
    [
      "counts backwards",
      ({ window, sequence }) => `${window}-${9999 - sequence}`,
      'expected a label that comes after "08:00-9998", found "08:00-9997" for window 08:00 and sequence 2',
    ],
    ["is empty", () => "", 'expected 1 to 32 characters, found "" for window 08:00 and sequence 1'],
    [
      "is too long",
      () => "x".repeat(33),
      `expected 1 to 32 characters, found "${"x".repeat(33)}" for window 08:00 and sequence 1`,
    ],
    [
      "throws",
      ({ window }) => String(JSON.parse(window)),
      "expected a label, found that it throws for window 08:00 and sequence 1",
    ],
  ])("is refused where it %s", (_, label, message) => {
    const create = () => deskOf({ queueNumber: label });
    expect(create).toThrow(InvalidConfigError);
    expect(create).toThrow(`queueNumber: ${message}`);
  });

  const hours: QueueNumberLabel = ({ window, sequence }) =>
    `${window.slice(0, 2)}-${String(sequence).padStart(4, "0")}`;

  it("is tried on every exceptional day, whose windows may be other ones", () => {
    const days = { "2017-08-17": { hours: ["08:00-09:00"], slotMinutes: 30 } };
    const [usual, halved] = [{}, { days }].map((changes) => defineOffice(smallOffice("north", changes)));
    expect(() => deskOf({ queueNumber: hours, offices: [usual].flatMap((one) => one ?? []) })).not.toThrow();
    expect(() => deskOf({ queueNumber: hours, offices: [halved].flatMap((one) => one ?? []) })).toThrow(
      'queueNumber: expected a label that comes after "08-1001", found "08-0001" for window 08:30 and sequence 1',
    );
  });

  describe("of an office that is open while clocks go back", () => {
    const night = { timeZone: "Europe/Berlin", hours: { sun: ["01:00-05:00"] }, slotMinutes: 30 };
    const offices = [defineOffice(smallOffice("north", night))];

    it("is tried on both passes of the hour", () => {
      const onePass: QueueNumberLabel = ({ window, sequence }) => `${window.slice(0, 5)}-${sequence}`;
      expect(() => deskOf({ queueNumber: onePass, offices })).toThrow(
        'queueNumber: expected a label of its own, found "02:00-1" for window 02:00+1 and sequence 1',
      );
    });

    it("may put the second pass where it likes", () => {
      for (const label of [
        queueNumber,
        ({ window, sequence }) => `${window} ${sequence}`,
      ] satisfies QueueNumberLabel[])
        expect(() => deskOf({ queueNumber: label, offices })).not.toThrow();
    });
  });
});

describe("a queue number is never given again", () => {
  it("after it was cancelled", async () => {
    const desk = deskOf();
    const first = await book(desk, "a");
    await desk.cancel(first.cancel);
    expect([first.number, (await book(desk, "b")).number]).toEqual(["0800-01", "0800-02"]);
  });

  it("after the capacity was changed, down and up again", async () => {
    const store = memoryStore();
    const first = await book(deskOf({ store }, 2), "a");
    await book(deskOf({ store }, 2), "b");
    const fewer = deskOf({ store }, 1);
    await fewer.cancel(first.cancel);
    expect((await book(fewer, "c")).number).toBe("0900-01");
    const more = deskOf({ store }, 5);
    expect([(await book(more, "d")).number, (await book(more, "e")).number]).toEqual(["0800-03", "0800-04"]);
  });

  it("by a new desk and a new store on the same database", async () => {
    const database = new Database(":memory:");
    try {
      const first = await book(deskOf({ store: sqliteStore({ database }) }), "a");
      const restarted = deskOf({ store: sqliteStore({ database }) });
      await restarted.cancel(first.cancel);
      expect((await book(restarted, "b")).number).toBe("0800-02");
    } finally {
      database.close();
    }
  });
});
