import { readFileSync } from "node:fs";
import type { Booking, BookingStore, CodeCall, Desk, HoldCall, HoldOutcome, Office } from "giliran";
import { occupies } from "giliran";
import { expect, it } from "vitest";
import { seededBytes } from "../../../src/testing/seeded-bytes.js";
import { type Clock, createClock, dates, openDesk, wednesday } from "./offices.js";
import { byCode, type Told, tellAll } from "./tell-all.js";

/** A copy of the old database; each store is another connection to it. */
export type OpenCopy = () => Promise<{ readonly connect: () => BookingStore }>;

// As make.ts wrote it, but for one window in which a pool has opened: since 0.2 its places count as left for others.
const told: Told = JSON.parse(readFileSync(new URL("told.json", import.meta.url), "utf8"));

const holds = told.answers.flatMap((asked) => (asked.action === "hold" ? [asked] : []));

let desks = 0;

function deskOn(store: BookingStore, clock: Clock): Desk {
  return openDesk(store, clock, seededBytes(++desks));
}

/** The booking of who is first in it, as it was told. */
function bookingOf(name: string, state: Booking["state"]): Booking {
  const booking = told.bookings.find(
    ({ people, state: its }) => people[0]?.details.name === name && its === state,
  );
  if (booking === undefined) throw new Error(`${name} has nothing that is ${state}.`);
  return booking;
}

let calls = 0;
const requestId = () => `later:${++calls}`;

function codeOf({ code, sender = "" }: Booking): CodeCall {
  return { requestId: requestId(), code, sender };
}

function stranger(where: Pick<HoldCall, "officeId" | "date"> & Partial<HoldCall>): HoldCall {
  const id = requestId();
  return { requestId: id, sender: `sender ${id}`, people: [{ key: id, details: {} }], ...where };
}

function detailsOf({ people: [person] }: Booking) {
  return { details: person?.details ?? {} };
}

const kindsOf = (outcomes: readonly HoldOutcome[]) => outcomes.map(({ kind }) => kind).sort();

const pusat = (date: string) => ({ officeId: "jakarta-pusat", date });
const timur = (date: string) => ({ officeId: "jakarta-timur-2", date });

/** Every ledger is what the bookings say, and no pool of a window has more than its places. */
async function expectSound(desk: Desk): Promise<void> {
  const expectSoundDay = async ({ id: officeId, capacity, overbooking }: Office, date: string) => {
    expect(await desk.reconcile({ officeId, date })).toEqual({ kind: "sound" });
    if (overbooking !== undefined) return;
    for (const [name, taken] of takenOf(await desk.find({ officeId, date }))) {
      const places = capacity[name.slice(6)] ?? 0;
      expect(taken).toBeLessThanOrEqual(typeof places === "number" ? places : places.places);
    }
  };
  await Promise.all(desk.offices.flatMap((office) => dates.map((date) => expectSoundDay(office, date))));
}

/** Places taken by window and pool. */
function takenOf(bookings: readonly Booking[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const booking of bookings) {
    const name = `${booking.window} ${booking.pool}`;
    if (occupies(booking)) taken.set(name, (taken.get(name) ?? 0) + booking.places);
  }
  return taken;
}

/** What a database that the first version made must go on to do, on whatever store it lies. */
export function goesOn(open: OpenCopy): void {
  /** Each on a copy of its own. */
  const test = (
    name: string,
    run: (at: {
      readonly desk: Desk;
      readonly clock: Clock;
      readonly connect: () => BookingStore;
    }) => Promise<void>,
  ) =>
    it(name, async () => {
      const { connect } = await open();
      const clock = createClock(wednesday);
      const desk = deskOn(connect(), clock);
      await run({ desk, clock, connect });
      await expectSound(desk);
    });

  test("tells what it told", async ({ desk }) => {
    expect(await tellAll(desk, told.answers)).toEqual(told);
  });

  test("tells the same to two that open it at once, and to who opens it again", async ({
    clock,
    connect,
  }) => {
    const two = [deskOn(connect(), clock), deskOn(connect(), clock)];
    const found = await Promise.all(two.map((desk) => desk.find(pusat("2017-08-10"))));
    const before = told.bookings.filter(
      ({ officeId, date }) => officeId === "jakarta-pusat" && date === "2017-08-10",
    );
    expect(found.map(byCode)).toEqual([before, before]);
    expect(await tellAll(deskOn(connect(), clock), told.answers)).toEqual(told);
  });

  test("does nothing again for a request id that it knows", async ({ desk }) => {
    for (const { call, answer } of holds) expect(await desk.hold(call)).toEqual(answer);
    const before = told.bookings.filter(({ date }) => date === "2017-08-10");
    const after = await Promise.all(
      desk.offices.map(({ id }) => desk.find({ officeId: id, date: "2017-08-10" })),
    );
    expect(after.flatMap(byCode)).toEqual(before);
  });

  test("reveals nothing where a known request id comes with other content", async ({ desk }) => {
    const call = { ...stranger(pusat("2017-08-14")), ...holds[0]?.call, date: "2017-08-14" };
    expect(await desk.hold(call)).toEqual({ kind: "request-id-conflict" });
  });

  test("confirms who holds in time, with the number after those that were given", async ({ desk, clock }) => {
    clock.set("2017-08-09T07:19");
    const umar = await desk.confirm(codeOf(bookingOf("Umar", "held"))); // Sari has given 0830-01 back
    expect(umar).toMatchObject({ kind: "confirmed", ticket: { queueNumber: "0830-02" } });
    const tono = await desk.confirm(codeOf(bookingOf("Tono", "held")));
    expect(tono).toMatchObject({ kind: "confirmed", ticket: { queueNumber: "0800-01" } });
    const putra = await desk.confirm(codeOf(bookingOf("Putra", "held")));
    expect(putra).toMatchObject({ kind: "confirmed", ticket: { queueNumber: "0900-02" } });
  });

  test("lets a hold lapse when its time is over", async ({ desk, clock }) => {
    clock.set("2017-08-09T07:20");
    expect(await desk.confirm(codeOf(bookingOf("Umar", "held")))).toMatchObject({ kind: "hold-lapsed" });
    expect(await desk.confirm(codeOf(bookingOf("Vina", "lapsed")))).toMatchObject({ kind: "hold-lapsed" });
  });

  test("extends a hold as far as it may last, and no further", async ({ desk, clock }) => {
    clock.set("2017-08-09T07:10");
    const tono = bookingOf("Tono", "held");
    const expiresAt = Date.parse("2017-08-09T07:35+07:00"); // an hour after he first held
    expect(await desk.extend(codeOf(tono))).toMatchObject({ kind: "extended", booking: { expiresAt } });
    expect(await desk.extend(codeOf(tono))).toMatchObject({ kind: "longest-hold" });
  });

  test("gives every place that is free, and none twice", async ({ desk }) => {
    const thursday = pusat("2017-08-10");
    const general = Array.from({ length: 6 }, () => desk.hold(stranger(thursday)));
    expect(kindsOf(await Promise.all(general))).toEqual([
      ...["held", "held", "held"],
      ...["pool-full", "pool-full", "pool-full"],
    ]);
    const priority = Array.from({ length: 5 }, () => desk.hold(stranger({ ...thursday, pool: "priority" })));
    expect(kindsOf(await Promise.all(priority))).toEqual(["day-full", "day-full", "held", "held", "held"]);
    expect(Object.fromEntries(takenOf(await desk.find(thursday)))).toEqual({
      ...{ "08:00 general": 2, "08:30 general": 2, "09:00 general": 2, "09:30 general": 2 },
      ...{ "08:00 priority": 1, "08:30 priority": 1, "09:00 priority": 1, "09:30 priority": 1 },
    });
  });

  test("keeps a place that cools until then", async ({ desk, clock }) => {
    const window = { ...pusat("2017-08-10"), window: "08:30" };
    expect(await desk.hold(stranger(window))).toMatchObject({ kind: "window-full" });
    await desk.confirm(codeOf(bookingOf("Umar", "held")));
    clock.set("2017-08-09T07:30"); // 40 minutes after Sari's cancellation
    expect(await desk.hold(stranger(window))).toMatchObject({ kind: "held" });
    expect(await desk.hold(stranger(window))).toMatchObject({ kind: "window-full" });
  });

  test("offers a place that comes free to who waits, in turn", async ({ desk, clock }) => {
    const friday = timur("2017-08-11");
    const positionOf = (name: string) => desk.waitingPosition({ code: bookingOf(name, "waiting").code });
    await desk.cancel(codeOf(bookingOf("Hesti", "confirmed")));
    expect(await desk.hold(stranger(friday))).toMatchObject({ kind: "day-full" });
    expect(await positionOf("Mega")).toBe(3);
    const joko = bookingOf("Joko", "waiting");
    const notices = await desk.dueNotices();
    expect(notices).toContainEqual(expect.objectContaining({ kind: "offer", code: joko.code }));
    await desk.markSent(notices.map(({ id }) => id));
    const outcome = await desk.confirm(codeOf(joko));
    expect(outcome).toMatchObject({ kind: "confirmed", ticket: { queueNumber: "0900-04" } });

    // One place is not enough for Kiki and Lina; Wawan gives one of his bookings for it.
    await desk.cancel(codeOf(bookingOf("Gilang", "confirmed")));
    const { code } = bookingOf("Wawan", "confirmed");
    const wawan = await desk.confirm(codeOf(bookingOf("Wawan", "waiting")));
    expect(wawan).toMatchObject({ kind: "confirmed", replaced: { code, state: "cancelled" } });
    await desk.cancel(codeOf(bookingOf("Indra", "confirmed")));
    expect(await positionOf("Kiki")).toBe(1);
    clock.set("2017-08-09T08:00");
    await desk.cancel(codeOf(joko));
    expect(await desk.confirm(codeOf(bookingOf("Mega", "waiting")))).toMatchObject({ kind: "hold-lapsed" });
  });

  test("lets nobody have more than before", async ({ desk }) => {
    const citra = bookingOf("Citra", "confirmed");
    const again = { ...stranger(pusat("2017-08-14")), people: [detailsOf(citra)] };
    expect(await desk.hold(again)).toEqual({ kind: "person-has-booking" });
    const wawan = bookingOf("Wawan", "confirmed");
    const third = { ...stranger(timur("2017-08-10")), people: [detailsOf(wawan)] };
    expect(await desk.hold(third)).toEqual({ kind: "person-has-booking" });
    const vina = bookingOf("Vina", "lapsed");
    const anew = { ...stranger(pusat("2017-08-14")), people: [detailsOf(vina)] };
    expect(await desk.hold(anew)).toMatchObject({ kind: "held" });
  });

  test("lets a sender have one more, and no other", async ({ desk }) => {
    const { sender = "" } = bookingOf("Dewi", "confirmed");
    const friday = pusat("2017-08-11");
    expect(await desk.hold({ ...stranger(friday), sender })).toMatchObject({ kind: "held" });
    expect(await desk.hold({ ...stranger(friday), sender })).toEqual({ kind: "sender-limit", limit: 3 });
  });

  test("takes a second hold of the same sender for the same person as a correction", async ({ desk }) => {
    const umar = bookingOf("Umar", "held");
    const { sender = "" } = umar;
    const call = { ...stranger(pusat("2017-08-14")), sender, people: [detailsOf(umar)] };
    const outcome = await desk.hold(call);
    const replaced = { code: umar.code, state: "cancelled" };
    expect(outcome).toMatchObject({ kind: "held", replaced, booking: { date: "2017-08-14" } });
  });

  test("moves who was not moved yet", async ({ desk }) => {
    const nia = { ...codeOf(bookingOf("Nia", "confirmed")), date: "2017-08-11", window: "09:00" };
    const moved = await desk.reschedule(nia);
    expect(moved).toMatchObject({ kind: "rescheduled", ticket: { queueNumber: "0900-02" } });
    const putri = { ...codeOf(bookingOf("Putri", "confirmed")), date: "2017-08-14" };
    expect(await desk.reschedule(putri)).toMatchObject({ kind: "reschedule-limit", limit: 1 });
  });

  test("knows who was let in", async ({ desk }) => {
    const { officeId, code, start, end: until } = bookingOf("Ayu", "confirmed");
    const use = await desk.claimUse({ officeId, code, start, at: start, until });
    expect(use).toEqual({ kind: "already-used", at: Date.parse("2017-08-07T08:05+07:00") });
  });

  test("knows who guessed", async ({ desk, clock }) => {
    const guess = { ...codeOf(bookingOf("Umar", "held")), sender: "wa:62812-guesser" };
    const until = Date.parse("2017-08-09T07:03+07:00");
    expect(await desk.confirm(guess)).toEqual({ kind: "slowed-down", until });
    clock.set("2017-08-09T07:03");
    expect(await desk.confirm(guess)).toEqual({ kind: "other-sender" });
    const later = Date.parse("2017-08-09T07:11+07:00");
    expect(await desk.confirm(guess)).toEqual({ kind: "slowed-down", until: later });
  });

  test("remembers a draft while it lasts", async ({ desk, clock }) => {
    const drafter = { sender: "wa:62812-drafter", at: clock.now() };
    const draft = { content: "#Budi#17081990#10082017", until: clock.now() + 3_600_000 };
    const overtaken = { ...drafter, draft, after: { content: "#Budi" } };
    expect(await desk.note(overtaken)).toBe("overtaken");
    expect(await desk.note({ ...drafter, draft, after: { content: "#Budi#17081990#" } })).toBe("noted");
    expect(await desk.recall(drafter)).toBe("#Budi#17081990#10082017");
    clock.set("2017-08-09T08:00");
    expect(await desk.recall(drafter)).toBeUndefined();
  });

  test("gives a notice again when who was sending it has not", async ({ desk, clock }) => {
    const namesOf = async () =>
      (await desk.dueNotices()).map(({ kind, booking: { people } }) => `${kind} ${people[0]?.details.name}`);
    await desk.markSent(told.notices.map(({ id }) => id));
    expect(await namesOf()).toEqual([]);
    clock.set("2017-08-09T07:10");
    const lapsing = ["hold-lapsing Tono", "hold-lapsing Umar"];
    expect((await namesOf()).sort()).toEqual([...lapsing, "reminder Nia"]);
  });

  test("writes down what has come to pass", async ({ desk, clock }) => {
    await desk.sweep();
    clock.set("2017-08-09T06:00"); // a look back: what was not written would still be held
    expect(await desk.find({ code: bookingOf("Vina", "lapsed").code })).toMatchObject([{ state: "lapsed" }]);
    expect((await desk.find({ code: bookingOf("Rani", "cancelled").code }))[0]).not.toHaveProperty(
      "coolsUntil",
    );
    clock.set(wednesday);
  });

  test("forgets a person", async ({ desk }) => {
    const citra = bookingOf("Citra", "confirmed");
    const call = holds.find((held) => held.call.sender === citra.sender)?.call ?? stranger(citra);
    await desk.forget(detailsOf(citra));
    expect(await desk.export(detailsOf(citra))).toEqual([]);
    const [left] = await desk.find({ code: citra.code });
    expect(left).toMatchObject({ state: "cancelled", people: [] });
    expect(left).not.toHaveProperty("sender");
    expect(await desk.hold(call)).toEqual({ kind: "request-id-conflict" });
    const party = bookingOf("Zainab", "confirmed");
    await desk.forget(detailsOf(party));
    expect(await desk.find({ code: party.code })).toMatchObject([{ people: [], places: 2 }]);
  });

  test("forgets what is over", async ({ desk, clock }) => {
    const [first] = told.answers;
    const last = told.answers.at(-1);
    const known = (asked: typeof first) =>
      desk.findAnswer({ requestId: "", sender: "", ...asked?.call, content: asked?.call.content ?? "" });
    clock.set("2017-08-18T07:00");
    const messagesBefore = Date.parse("2017-08-09T06:00+07:00");
    const over = told.bookings.filter(({ date }) => date < "2017-08-10");
    expect(await desk.forgetBefore({ visitsBefore: "2017-08-10", messagesBefore })).toBe(over.length);
    expect(await desk.find(pusat("2017-08-09"))).toEqual([]);
    expect(await desk.find(pusat("2017-08-10"))).toHaveLength(6);
    expect([await known(first), await known(last)]).toEqual([undefined, expect.anything()]);
    expect(await desk.export(detailsOf(bookingOf("Citra", "confirmed")))).toEqual([]);
  });

  test("hands bookings over to a sender's new address", async ({ desk }) => {
    const umar = bookingOf("Umar", "held");
    await desk.handOver({ from: umar.sender ?? "", to: "tg:Umar ☂" });
    expect(await desk.confirm(codeOf(umar))).toEqual({ kind: "other-sender" });
    const outcome = await desk.confirm({ ...codeOf(umar), sender: "tg:Umar ☂" });
    expect(outcome).toMatchObject({ kind: "confirmed" });
    await desk.handOver({ from: "wa:62812-drafter", to: "tg:drafter" });
    expect(await desk.recall({ sender: "tg:drafter" })).toBe("#Budi#17081990#");
  });
}
