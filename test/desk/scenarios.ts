import { existsSync, readFileSync } from "node:fs";
import {
  type BookingStore,
  createTicket,
  type Desk,
  type DeskSettings,
  defineOffice,
  defineOffices,
  type Office,
  type OfficeConfig,
  type OfficeRules,
  type QueueNumber,
  renderCalendarFile,
} from "giliran";
import { expect, it } from "vitest";
import { createCalendar } from "../../src/office/calendar.js";
import { book, callOf, heldCode, holdOf, smallDesk, smallOffice, wait } from "./small-desk.js";

/** Each on a store of its own. */
export type Scenario = (store: BookingStore) => Promise<void>;

interface Told {
  readonly id: string;
  readonly scenario: string;
  readonly expected: string;
}

const told: readonly Told[] = JSON.parse(
  readFileSync(new URL("../cases/bookings.json", import.meta.url), "utf8"),
);
/** Those that are not right yet, and those that other tests have. */
const { open, elsewhere }: { readonly open: readonly string[]; readonly elsewhere: Record<string, string> } =
  JSON.parse(readFileSync(new URL("../cases/bookings-known.json", import.meta.url), "utf8"));

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const [mondays, tuesdays] = ["2017-08-07", "2017-08-08"];
const everyDay = (span: string) => ({ mon: [span], tue: [span], wed: [span], thu: [span], fri: [span] });

/** Offices of the morning, 08:00-12:00 by the hour, two places each. */
const morning = (id: string, changes: Partial<OfficeConfig> = {}, rules: Partial<OfficeRules> = {}): Office =>
  defineOffice(
    smallOffice(id, {
      hours: everyDay("08:00-12:00"),
      ...changes,
      rules: { opensDaysBefore: 14, ...rules },
    }),
  );

/** A desk of one such office, at a clock that the scenario moves. */
function morningDesk(
  store: BookingStore,
  changes: Partial<OfficeConfig> = {},
  rules: Partial<OfficeRules> = {},
  settings: Partial<DeskSettings> = {},
) {
  return smallDesk({ store, offices: [morning("north", changes, rules)], ...settings });
}

const local = (date: string, time: string) => Date.parse(`${date}T${time}+07:00`);

async function toldNow(desk: Desk): Promise<readonly string[]> {
  const notices = await desk.dueNotices({ limit: 1000 });
  await desk.markSent(notices.map(({ id }) => id));
  return notices.map(({ kind, booking }) => `${kind} ${booking.sender}`);
}

const north = { officeId: "north", otherwise: "cancel" } as const;

const scenarios: Readonly<Record<string, Scenario>> = {
  async N4(store) {
    const { desk, time } = morningDesk(store);
    time.now = local(mondays, "10:00");
    const outcome = await desk.hold({ ...holdOf("a"), window: "08:00" });
    expect(outcome).toMatchObject({ kind: "outside-booking-window", reason: "window-is-over" });
  },
  async K5(store) {
    const { desk, time } = morningDesk(store);
    time.now = local(mondays, "10:30");
    const outcome = await desk.hold({ ...holdOf("a"), window: "10:15" });
    expect(outcome).toMatchObject({ kind: "window-not-offered", windows: ["11:00"] });
    time.now = local(mondays, "20:00");
    const after = await desk.hold({ ...holdOf("a"), window: "10:15" });
    expect(after).toMatchObject({ kind: "outside-booking-window", reason: "day-is-over" });
  },
  async N7(store) {
    const rules = { noticeMinutes: 120, noticeCounts: "open-hours", opensDaysBefore: 14 } as const;
    const { desk, time } = morningDesk(store, { hours: everyDay("08:00-12:00") }, rules);
    const first = async () => {
      const outcome = await desk.hold({ ...holdOf(`${time.now}`), date: tuesdays, pool: "none" });
      return outcome.kind;
    };
    const windows = async (date: string) => {
      const [shown] = await desk.availability({ officeId: "north", from: date, days: 1 });
      return shown?.kind === "open" ? shown.slots.map(({ window }) => window) : shown?.kind;
    };
    // Monday 11:00: an hour is left, and another passes on Tuesday until 09:00.
    time.now = local(mondays, "11:00");
    expect(await windows(mondays)).toEqual("outside-booking-window");
    expect(await windows(tuesdays)).toEqual(["10:00", "11:00"]);
    time.now = local(mondays, "10:00");
    expect(await windows(tuesdays)).toEqual(["08:00", "09:00", "10:00", "11:00"]);
    // From closing on the night counts for nothing.
    for (const [day, clock] of [
      [mondays, "12:00"],
      [mondays, "23:00"],
      [tuesdays, "07:00"],
    ] as const) {
      time.now = local(day, clock);
      expect(await windows(tuesdays)).toEqual(["11:00"]);
      expect(await desk.hold({ ...holdOf(clock), date: tuesdays, window: "10:00" })).toMatchObject({
        kind: "outside-booking-window",
        reason: "too-late",
      });
    }
    expect(await first()).toBe("pool-not-offered");
    const wrong = { ...rules, noticeCounts: "working-days" } as unknown as typeof rules;
    expect(() => morning("north", {}, wrong)).toThrow(/^rules\.noticeCounts: expected always or open-hours/);
  },
  async N5(store) {
    const { desk } = morningDesk(store, {}, { intakeHours: ["07:30-20:00"] });
    const [shown] = await desk.availability({ officeId: "north", from: mondays, days: 1 });
    const refused = await desk.hold(holdOf("a"));
    expect(refused).toMatchObject({ kind: "outside-intake-hours", opensAt: local(mondays, "07:30") });
    expect(shown).toMatchObject({ opensAt: local(mondays, "07:30") });
  },
  async N6(store) {
    const capacity = { general: 1, priority: { places: 2, opensTo: "general", minutesBefore: 1440 } };
    const { desk } = morningDesk(store, { capacity });
    await desk.hold({ ...holdOf("a"), window: "08:00" });
    const [shown] = await desk.availability({ officeId: "north", from: mondays, days: 1 });
    expect(shown).toMatchObject({ slots: [{ placesLeft: { general: 2, priority: 2 } }, {}, {}, {}] });
    expect(await desk.hold({ ...holdOf("b"), window: "08:00" })).toMatchObject({ kind: "held" });
  },
  async G3(store) {
    const { desk: old } = morningDesk(store);
    await book(old, "a", { date: "2017-08-11" });
    const thursday = () => local("2017-08-10", "09:50");
    const { desk } = morningDesk(store, { closures: { "2017-08-11": "Storm" } }, {}, { now: thursday });
    const [resolved] = await desk.resolveConflicts(north);
    const soonest = thursday() + 2 * hour;
    expect(resolved?.result).toMatchObject({ kind: "moved" });
    if (resolved?.result.kind === "moved") {
      expect(resolved.result.booking.start).toBeGreaterThan(soonest);
      expect(resolved.result.booking.reschedules ?? 0).toBe(0);
    }
  },
  async G5(store) {
    const { desk: old } = morningDesk(store, { capacity: { general: 1 } });
    await book(old, "a", { window: "10:00" });
    await wait(old, "b", { window: "10:00" });
    const { desk } = morningDesk(store, { capacity: { general: 1 }, hours: everyDay("08:00-10:00") });
    const waits = (await desk.conflicts({ officeId: "north" })).filter(
      ({ booking }) => booking.state === "waiting",
    );
    expect(waits).toMatchObject([{ reason: "window-not-offered" }]);
    await desk.resolveConflicts(north);
    expect(await toldNow(desk)).toContain("office-cancelled sender b");
  },
  async G6(store) {
    const { desk: old } = morningDesk(store, { slotMinutes: 30 });
    for (const [name, window] of [
      ["a", "08:00"],
      ["b", "08:00"],
      ["c", "08:30"],
      ["d", "08:30"],
    ] as const)
      await book(old, name, { window });
    const { desk } = morningDesk(store, { capacity: 4 });
    const newcomer = await desk.hold({ ...holdOf("e"), window: "08:00" });
    expect(newcomer.kind).toBe("window-full");
    const [shown] = await desk.availability({ officeId: "north", from: mondays, days: 1 });
    expect(shown).toMatchObject({ slots: [{ placesLeft: { general: 0 } }, {}, {}, {}] });
    await desk.resolveConflicts(north);
    const people = (await desk.find({ officeId: "north", date: mondays })).filter(
      ({ state, window }) => state === "confirmed" && window === "08:00",
    );
    expect(people).toHaveLength(4);
    expect(await desk.reconcile({ officeId: "north", date: mondays })).toEqual({ kind: "sound" });
  },
  async G8(store) {
    const { desk: old } = morningDesk(store, { capacity: { general: 1, priority: 1 } });
    const code = await book(old, "a", { pool: "priority", window: "08:00" });
    const joined = { capacity: { general: 2 }, formerPools: { priority: "general" } };
    const { desk } = morningDesk(store, joined);
    expect(await desk.conflicts({ officeId: "north" })).toEqual([]);
    expect(await desk.resolveConflicts(north)).toEqual([]);
    expect(await desk.find({ code })).toMatchObject([{ state: "confirmed", window: "08:00" }]);
    const kinds = [];
    for (const name of ["b", "c"]) kinds.push((await desk.hold({ ...holdOf(name), window: "08:00" })).kind);
    expect(kinds).toEqual(["held", "window-full"]);
  },
  async G9(store) {
    const { desk: old } = morningDesk(store, { slotMinutes: 30, capacity: 5 });
    const code = await book(old, "a", { window: "08:00" });
    const { desk } = morningDesk(store, { capacity: 5 });
    expect(await desk.resolveConflicts(north)).toMatchObject([
      { result: { kind: "kept", booking: { code, until: "09:00" } } },
    ]);
    expect(await toldNow(desk)).toEqual([]);
  },
  async G10(store) {
    const rules = { reminderMinutes: [1440] };
    const { desk: old } = morningDesk(store, {}, rules);
    await book(old, "a", { date: "2017-08-09" });
    const now = () => local("2017-08-08", "09:00");
    const { desk } = morningDesk(store, { closures: { "2017-08-09": "Storm" } }, rules, { now });
    expect(await toldNow(desk)).toEqual([]);
  },
  async L3(store) {
    const offices = ["north", "south"].map((id) => morning(id, {}, { bookingsPerPerson: 2 }));
    const { desk } = smallDesk({ store, offices });
    const first = { ...holdOf("a"), window: "09:00" };
    await book(desk, "a", first);
    const again = { ...first, requestId: "again", sender: "sender b" };
    expect(await desk.hold(again)).toEqual({ kind: "person-has-booking" });
    const elsewhere = { ...first, requestId: "south", officeId: "south" };
    expect(await desk.hold(elsewhere)).toMatchObject({ kind: "person-has-booking", booking: {} });
    const later = { ...elsewhere, requestId: "later", window: "10:00" };
    expect(await desk.hold(later)).toMatchObject({ kind: "held" });
  },
  async E2(store) {
    const { desk, time } = morningDesk(store, {}, { reminderMinutes: [1440, 60] });
    await book(desk, "a", { date: "2017-08-08", window: "08:00" });
    time.now = local("2017-08-08", "07:20");
    expect(await toldNow(desk)).toEqual(["reminder sender a"]);
    expect(await toldNow(desk)).toEqual([]);
  },
  async E3() {
    for (const reminderMinutes of [[60, 60], [0]])
      expect(() => morning("north", {}, { reminderMinutes })).toThrow(/^rules\.reminderMinutes/);
  },
  async E7(store) {
    const rules = { reminderMinutes: [60], arriveEarlyMinutes: 60 };
    const { desk, time } = morningDesk(store, {}, rules);
    await book(desk, "a", { window: "11:00" });
    time.now = local(mondays, "08:59");
    expect(await toldNow(desk)).toEqual([]);
    time.now = local(mondays, "09:00");
    expect(await toldNow(desk)).toEqual(["reminder sender a"]);
  },
  async X1(store) {
    const overbooking = { noShowRate: 0.2, risk: 0.05 };
    const { desk } = morningDesk(store, { capacity: 20, overbooking }, {});
    const people = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ key: `${index}`, details: {} }));
    expect(await desk.hold({ ...holdOf("a"), people: people(22) })).toMatchObject({
      kind: "party-too-large",
      largest: 20,
    });
    expect(await desk.hold({ ...holdOf("a"), people: people(20) })).toMatchObject({ kind: "held" });
  },
  async X2(store) {
    const { desk } = morningDesk(store);
    for (const date of ["2026-10-7", "7/10/2026", "soon"])
      await expect(desk.resolveConflicts({ ...north, date })).rejects.toThrow(RangeError);
  },
  async X8(store) {
    const { desk: old, time } = morningDesk(store, { capacity: 3 });
    const codes: string[] = [];
    for (const name of ["a", "b", "c"]) {
      codes.push(await book(old, name, { window: "08:00" }));
      time.now += 1;
    }
    const changed = morningDesk(store, { capacity: 1 }, {}, { now: () => time.now }).desk;
    await Promise.all([old.cancel(callOf("a", "cancel", codes[0] ?? "")), changed.resolveConflicts(north)]);
    expect(await changed.find({ code: codes[1] ?? "" })).toMatchObject([{ state: "confirmed" }]);
    expect(await changed.find({ code: codes[2] ?? "" })).toMatchObject([{ state: "cancelled" }]);
  },
  async X10(store) {
    const rules = { bookingsPerPerson: 2 };
    const offices = [
      morning("north", { hours: everyDay("08:00-09:00"), capacity: 1 }, rules),
      morning("south", { hours: everyDay("10:00-11:00"), capacity: 1 }, rules),
    ];
    const { desk } = smallDesk({ store, offices });
    const visit = await book(desk, "a");
    const other = await book(desk, "b", { officeId: "south", date: tuesdays });
    await wait(desk, "a", { officeId: "south", date: tuesdays });
    await desk.cancel(callOf("b", "cancel", other));
    const offered = (await desk.find({ sender: "sender a" })).find(({ state }) => state === "held");
    const outcome = await desk.confirm(callOf("a", "take", offered?.code ?? ""));
    expect(outcome.kind).toBe("confirmed");
    expect(outcome).not.toHaveProperty("replaced");
    expect(await desk.find({ code: visit })).toMatchObject([{ state: "confirmed" }]);
  },
  async X11(store) {
    const rules = { bookingsPerPerson: 2, rescheduleNoticeMinutes: 10_000 };
    const offices = [
      morning("north", {}, rules),
      morning("south", { capacity: 1, hours: everyDay("14:00-15:00") }, rules),
    ];
    const { desk } = smallDesk({ store, offices });
    await book(desk, "a");
    await book(desk, "b", { officeId: "south", date: tuesdays });
    await wait(desk, "a", { officeId: "south", date: tuesdays });
  },
  async K2a(store) {
    const { desk: old, time } = morningDesk(store, { hours: everyDay("08:00-11:00") });
    for (const [name, window] of [
      ["first", "08:00"],
      ["second", "09:00"],
      ["third", "10:00"],
      ["amy", "09:00"],
      ["zed", "08:00"],
    ] as const) {
      await book(old, name, { window });
      time.now += 1;
    }
    const hours = everyDay("08:00-12:00");
    const { desk } = morningDesk(store, { hours, capacity: 1 }, {}, { now: () => time.now });
    const resolved = await desk.resolveConflicts({ ...north, move: "same-day" });
    const became = resolved.map(({ conflict, result }) => [
      conflict.booking.sender,
      result.kind,
      "booking" in result && result.booking.window,
    ]);
    expect(became).toEqual([
      ["sender amy", "moved", "11:00"],
      ["sender zed", "cancelled", "08:00"],
    ]);
  },
  async K2b(store) {
    const rules = { opensDaysBefore: 60 };
    const one = { capacity: 1, hours: { mon: ["08:00-09:00"] } };
    const { desk: old } = morningDesk(store, one, rules);
    await book(old, "a");
    for (let week = 1; week <= 5; week++)
      await book(old, `w${week}`, {
        date: new Date(Date.parse(mondays) + week * 7 * day).toISOString().slice(0, 10),
      });
    const { desk } = morningDesk(store, { ...one, closures: { [mondays]: "Storm" } }, rules);
    const [resolved] = await desk.resolveConflicts(north);
    expect(resolved?.result).toMatchObject({ kind: "moved", booking: { date: "2017-09-18" } });
  },
  async K3a(store) {
    const { desk } = morningDesk(store);
    const twin = (name: string) => ({ details: { name, birthDate: "1990-01-02" } });
    const [john, mary] = [twin("SMITH, JOHN"), twin("SMITH, MARY")];
    const together = await desk.hold({ ...holdOf("a"), people: [john, mary] });
    await desk.cancel(callOf("a", "cancel", heldCode(together)));
    await book(desk, "j", { people: [john] });
    await book(desk, "m", { people: [mary] });
    const names = (await desk.export(mary)).flatMap(({ people }) =>
      people.map(({ details }) => details.name),
    );
    expect(new Set(names)).toEqual(new Set(["SMITH, MARY"]));
    await desk.forget(mary);
    expect((await desk.export(john)).some(({ state }) => state === "confirmed")).toBe(true);
  },
  async K8(store) {
    const { desk } = morningDesk(store, { capacity: 1 });
    for (const [index, window] of ["08:00", "09:00", "10:00", "11:00"].entries())
      await book(desk, `${index}`, { window });
    const code = await wait(desk, "ann", { window: "08:00" });
    await wait(desk, "bob", { window: "11:00" });
    const changed = await desk.joinWaitingList({
      ...holdOf("ann"),
      requestId: "other wish",
      window: "11:00",
    });
    expect(changed).toMatchObject({ kind: "waiting", position: 2, booking: { code, onlyWindow: "11:00" } });
    const again = await desk.joinWaitingList({ ...holdOf("ann"), requestId: "once more", window: "11:00" });
    expect(again).toMatchObject({ kind: "already-waiting" });
  },
  async K10(store) {
    const one = { capacity: 1, hours: { mon: ["08:00-09:00"], tue: ["08:00-09:00"] } };
    const { desk } = morningDesk(store, one, { opensDaysBefore: 1 });
    const code = await book(desk, "ann");
    await book(desk, "bob", { date: tuesdays });
    const refused = await desk.reschedule({ ...callOf("ann", "move", code), date: tuesdays });
    expect(refused).toMatchObject({ kind: "day-full", alternatives: [] });
  },
  async E4(store) {
    const rules = { reminderMinutes: [300], quietHours: "21:00-07:00" };
    const { desk, time } = morningDesk(store, { hours: everyDay("06:00-07:00") }, rules);
    await book(desk, "a", { date: tuesdays });
    time.now = local(mondays, "20:59");
    expect(await toldNow(desk)).toEqual([]);
    time.now = local(mondays, "21:00") - 1;
    time.now += 1;
    expect(await toldNow(desk)).toEqual([]);
    const { desk: early, time: clock } = morningDesk(store, { hours: everyDay("08:00-09:00") }, rules);
    clock.now = local(mondays, "09:00");
    await book(early, "b", { date: tuesdays });
    clock.now = local(tuesdays, "03:30");
    expect(await toldNow(early)).not.toContain("reminder sender b");
    clock.now = local(tuesdays, "07:00");
    expect(await toldNow(early)).toContain("reminder sender b");
  },
  async W3(store) {
    const rules = { intakeHours: ["07:30-20:00"], offerMinutes: 30, quietHours: undefined };
    const { quietHours: _, ...others } = rules;
    const { desk, time } = morningDesk(store, { capacity: 1, hours: everyDay("09:00-10:00") }, others);
    time.now = local(mondays, "08:00");
    const code = await book(desk, "a", { date: tuesdays });
    const waiting = await wait(desk, "b", { date: tuesdays });
    await wait(desk, "c", { date: tuesdays });
    time.now = local(mondays, "23:00");
    await desk.cancel(callOf("a", "cancel", code));
    for (const at of ["23:30", "23:59"]) {
      time.now = local(mondays, at);
      await desk.sweep();
    }
    time.now = local(tuesdays, "07:31");
    expect(await desk.hold({ ...holdOf("d"), date: tuesdays })).toMatchObject({ kind: "day-full" });
    expect(await desk.find({ code: waiting })).toMatchObject([
      { state: "held", expiresAt: local(tuesdays, "08:00") },
    ]);
  },
  async K6(store) {
    const { desk } = morningDesk(store, { capacity: 1, hours: everyDay("08:00-09:00") });
    const own = await book(desk, "ann");
    const full = await book(desk, "x", { date: tuesdays });
    const waiting = await wait(desk, "ann", { date: tuesdays });
    const behind = await wait(desk, "bob", { date: tuesdays });
    const moved = await desk.reschedule({ ...callOf("ann", "move", own), date: "2017-08-09" });
    expect(moved.kind).toBe("rescheduled");
    await desk.cancel(callOf("x", "cancel", full));
    expect(await desk.find({ code: waiting })).toMatchObject([{ state: "waiting" }]);
    expect(await desk.find({ code: behind })).toMatchObject([{ state: "held" }]);
  },
  async K7(store) {
    const rules = { offerMinutes: 30, quietHours: "22:00-05:00" };
    const { desk, time } = morningDesk(store, { capacity: 1, hours: everyDay("08:00-09:00") }, rules);
    const code = await book(desk, "a");
    await wait(desk, "b");
    await wait(desk, "c");
    await desk.cancel(callOf("a", "cancel", code));
    await toldNow(desk);
    time.now += 31 * minute;
    await desk.sweep();
    expect(await toldNow(desk)).toEqual(expect.arrayContaining(["offer-lapsed sender b", "offer sender c"]));
    const taken = (await desk.find({ sender: "sender c" }))[0]?.code ?? "";
    await desk.confirm(callOf("c", "confirm", taken));
    await wait(desk, "d");
    time.now = local(mondays, "08:01");
    await desk.sweep();
    expect(await toldNow(desk)).toContain("wait-over sender d");
  },
  async M5(store) {
    const { desk } = morningDesk(store);
    const [one, two] = [await book(desk, "a"), await book(desk, "b")];
    await desk.reschedule({ requestId: "m", by: "staff", code: one, date: tuesdays });
    await desk.cancel({ requestId: "c", by: "staff", code: two });
    expect((await toldNow(desk)).toSorted()).toEqual(["moved sender a", "office-cancelled sender b"]);
  },
  async I6(store) {
    const { desk } = morningDesk(store);
    const code = await book(desk, "a", { window: "09:00" });
    const [before] = await desk.find({ code });
    const moved = await desk.reschedule({ ...callOf("a", "move", code), date: tuesdays, window: "11:00" });
    if (moved.kind !== "rescheduled" || before?.state !== "confirmed") throw new Error(moved.kind);
    const { replaced } = moved;
    const old = createTicket({
      office: morning("north"),
      booking: { ...replaced, queueNumber: replaced.queueNumber ?? "" },
    });
    const file = renderCalendarFile(old, { at: 0, sequence: 9, state: "cancelled" });
    expect(file).toContain("DTSTART:20170807T020000Z");
    expect(file).toContain(before.queueNumber);
  },
  async Q4(store) {
    const now = () => local(mondays, "06:00");
    const labelFrom =
      (first: number) =>
      ({ window, sequence }: QueueNumber) =>
        `${window.slice(0, 2)}-${sequence + first}`;
    const given: string[] = [];
    for (const [first, name] of [
      [1, "a"],
      [0, "b"],
    ] as const) {
      const { desk } = morningDesk(store, {}, {}, { queueNumber: labelFrom(first), now });
      const code = heldCode(await desk.hold({ ...holdOf(name), window: "08:00" }));
      const outcome = await desk.confirm(callOf(name, "confirm", code));
      if (outcome.kind === "confirmed") given.push(outcome.ticket.queueNumber);
    }
    expect(given).toEqual(["08-2", "08-3"]);
  },
  async Q6(store) {
    const id = "x".repeat(64);
    const label = ({ window, sequence }: { window: string; sequence: number }) =>
      `${"\u0E01".repeat(20)}${window.replace(":", "")}${String(sequence).padStart(5, "0")}`;
    expect(() => smallDesk({ store, offices: [morning(id)], queueNumber: label })).toThrow(/fits a barcode/);
  },
  async X3() {
    const [office] = defineOffices({
      defaults: { ...smallOffice("airport"), closures: { "2026-12-25": "Christmas" } },
      offices: [{ id: "airport", name: "Airport", days: { "2026-12-25": { hours: ["08:00-10:00"] } } }],
    });
    expect(office?.closures).toEqual({});
  },
  async X6(store) {
    const { desk } = morningDesk(store, {}, { reminderMinutes: [60] });
    const { sender: _, ...call } = holdOf("a");
    const code = heldCode(await desk.hold({ ...call, by: "staff" }));
    await desk.confirm({ requestId: "c", by: "staff", code });
    await desk.handOver({ code, to: "wa:1" });
    expect(await desk.cancel({ requestId: "x", sender: "wa:1", code })).toMatchObject({ kind: "cancelled" });
    await expect(desk.handOver({ code, to: "wa:2" })).rejects.toThrow(RangeError);
  },
  async X7(store) {
    const berlin = { timeZone: "Europe/Berlin", hours: { sun: ["00:00-06:00"] } };
    const { desk } = morningDesk(store, berlin, {}, { now: () => Date.parse("2026-10-24T12:00Z") });
    const [day] = await desk.availability({ officeId: "north", from: "2026-10-25", days: 1 });
    const read = day?.kind === "open" ? day.slots.map(({ window, until }) => `${window}-${until}`) : [];
    expect(read.slice(2, 4)).toEqual(["02:00-02:00+1", "02:00+1-03:00"]);
  },
  async K1(store) {
    const rules = { coolingMinutes: [60, 60] as const, bookingsPerPerson: 2 };
    const north = morning("north", { capacity: 1, hours: everyDay("14:00-15:00") }, rules);
    const { desk: atNorth, time } = smallDesk({ store, offices: [north] });
    await atNorth.hold(holdOf("a"));
    time.now += 31 * minute;
    const now = () => time.now;
    const { desk } = smallDesk({ store, offices: [morning("south", {}, rules)], now, onUnknownOffice() {} });
    await desk.hold({ ...holdOf("a"), requestId: "south", officeId: "south" });
    expect(await atNorth.hold({ ...holdOf("b") })).toMatchObject({ kind: "day-full" });
    time.now += 60 * minute;
    expect(await atNorth.hold({ ...holdOf("c") })).toMatchObject({ kind: "held" });
  },
  async K4(store) {
    const offices = [morning("north"), morning("south")];
    const { desk: old, time } = smallDesk({ store, offices });
    const siti = { details: { name: "Siti", birthDate: "1990-01-02" } };
    const code = await book(old, "a", { officeId: "south", people: [siti] });
    const left = [morning("north"), morning("south", { closed: true })];
    const now = () => time.now;
    const { desk } = smallDesk({ store, offices: left, now });
    expect(await desk.hold({ ...holdOf("b"), people: [siti] })).toMatchObject({ kind: "held" });
    expect(await desk.cancel(callOf("a", "cancel", code))).toMatchObject({ kind: "cancelled" });
    await desk.forget(siti);
    expect(await desk.export(siti)).toEqual([]);
    const unknown: string[] = [];
    const other = await book(old, "c", { officeId: "south", people: [{ key: "c", details: {} }] });
    const without = smallDesk({
      store,
      offices: [morning("north")],
      now,
      onUnknownOffice: ({ officeId }) => unknown.push(officeId),
    }).desk;
    await without.forget({ key: "c" });
    expect(unknown).toEqual(["south"]);
    expect(await old.find({ code: other })).toMatchObject([{ state: "cancelled", people: [] }]);
    time.now += 20 * day;
    const visitsBefore = "2017-08-20";
    await desk.forgetBefore({ visitsBefore, messagesBefore: time.now - 9 * day });
    expect(await desk.find({ officeId: "south", date: mondays })).toEqual([]);
  },
  async X9(store) {
    const { desk: old } = smallDesk({ store, offices: [morning("north"), morning("south")] });
    const code = await book(old, "a", { officeId: "south" });
    const { desk } = smallDesk({ store, offices: [morning("north"), morning("south", { closed: true })] });
    expect(await desk.conflicts({ officeId: "south" })).toMatchObject([
      { booking: { code }, reason: "office-closed" },
    ]);
    await desk.resolveConflicts({ officeId: "south", otherwise: "cancel" });
    expect(await toldNow(desk)).toEqual(["office-cancelled sender a"]);
    const { desk: without } = smallDesk({ store, offices: [morning("north")], onUnknownOffice() {} });
    for (let tries = 0; tries < 7; tries++)
      expect(await without.cancel({ ...callOf("a", `${tries}`, code) })).toEqual({ kind: "unknown-code" });
  },
  async P5(store) {
    const { desk: old } = smallDesk({ store, offices: [morning("north"), morning("south")] });
    await book(old, "a", { officeId: "south" });
    const { desk } = smallDesk({ store, offices: [morning("north")], onUnknownOffice() {} });
    await desk.handOver({ from: "sender a", to: "new" });
    expect(await old.find({ sender: "new" })).toHaveLength(1);
  },
  async P4(store) {
    const { desk, time } = morningDesk(store, {}, { opensDaysBefore: 120 });
    const code = await book(desk, "a", { date: "2017-11-06" });
    await desk.cancel(callOf("a", "cancel", code));
    time.now += 60 * day;
    const cutoffs = { visitsBefore: "2017-08-07", messagesBefore: time.now - 9 * day };
    expect(await desk.forgetBefore({ ...cutoffs, endedBefore: time.now - 30 * day })).toBe(1);
    const [left] = await desk.find({ code });
    expect(left).toMatchObject({ state: "cancelled", people: [] });
    expect(left).not.toHaveProperty("sender");
  },
  async P7(store) {
    const { desk } = morningDesk(store);
    const people = ["mother", "budi"].map((key) => ({ key, details: { name: key } }));
    await book(desk, "a", { people });
    const [told] = await desk.export({ key: "budi" });
    expect(told).toMatchObject({ people: [{ key: expect.any(String), details: { name: "budi" } }] });
    expect(told).not.toHaveProperty("sender");
  },
  async P8(store) {
    const { desk, time } = morningDesk(store, {}, { reminderMinutes: [60] });
    await book(desk, "a", { people: ["mother", "budi"].map((key) => ({ key, details: {} })) });
    await desk.forget({ key: "mother" });
    time.now = local(mondays, "07:10");
    expect(await toldNow(desk)).toEqual(["reminder undefined"]);
  },
  async L2(store) {
    const keys = morningDesk(store, {}, {}, { peopleBy: "key" }).desk;
    const siti = { details: { name: "Siti", birthDate: "1990-01-02" } };
    expect(await keys.hold({ ...holdOf("a"), people: [siti] })).toMatchObject({ kind: "malformed" });
    const { desk } = morningDesk(store);
    const both = await desk.hold({ ...holdOf("a"), people: [siti, { ...siti, key: "p" }] });
    expect(both).toMatchObject({ kind: "malformed", field: "people[1].key" });
  },
  async H1(store) {
    const nights = { hours: { mon: ["22:30-02:00"], tue: ["01:00-03:00", "22:00-24:00"] } };
    const { desk, time } = morningDesk(store, nights, { reminderMinutes: [60] });
    const [shown] = await desk.availability({ officeId: "north", from: mondays, days: 1 });
    const windows = shown?.kind === "open" ? shown.slots.map(({ window, until }) => [window, until]) : [];
    expect(windows).toEqual([
      ["22:30", "23:30"],
      ["23:30", "24:30"],
      ["24:30", "25:30"],
    ]);
    const code = await book(desk, "a", { window: "00:30" });
    const start = local(tuesdays, "00:30");
    const visit = { date: mondays, window: "24:30", until: "25:30", start };
    expect(await desk.find({ code })).toMatchObject([visit]);
    // The same hour is one hour, whichever date it is asked for.
    const early = { date: tuesdays, window: "01:00" };
    const b = await book(desk, "b", early);
    expect((await desk.hold({ ...holdOf("c"), ...early })).kind).toBe("window-full");
    expect((await desk.hold({ ...holdOf("c"), window: "24:30" })).kind).toBe("window-full");
    const left = (await desk.availability({ officeId: "north", from: mondays, days: 2 })).map((day) =>
      day.kind === "open" ? day.slots.map(({ placesLeft }) => placesLeft.general) : [],
    );
    expect(left).toEqual([
      [2, 2, 0],
      [0, 2, 2, 2],
    ]);
    for (const date of [mondays, tuesdays])
      expect(await desk.reconcile({ officeId: "north", date })).toEqual({ kind: "sound" });
    const waits = await wait(desk, "c", { window: "24:30" });
    await desk.cancel(callOf("b", "cancel", b));
    expect(await desk.find({ code: waits })).toMatchObject([{ state: "held", ...visit }]);
    time.now = local(tuesdays, "00:10");
    expect(await desk.hold({ ...holdOf("d") })).toMatchObject({ kind: "held", booking: visit });
    await expect(
      desk.forgetBefore({ visitsBefore: tuesdays, messagesBefore: time.now - 9 * day }),
    ).rejects.toThrow(RangeError);
    time.now = local(tuesdays, "01:10");
    expect(await desk.hold({ ...holdOf("e") })).toMatchObject({ reason: "day-is-over" });
    for (const wrong of ["22:00-22:00", "22:00-21:00"])
      expect(() => morning("north", { hours: everyDay(wrong) })).toThrow(/^hours\.mon\[0\]/);
  },
  async L8(store) {
    const { desk, time } = morningDesk(
      store,
      { capacity: 3 },
      { coolingMinutes: [30, 30], bookingsPerSender: 9 },
    );
    const people = (...names: readonly string[]) => names.map((key) => ({ key, details: {} }));
    const code = await book(desk, "a", { window: "08:00", people: people("ann", "bob") });
    const change = (id: string, ...names: readonly string[]) =>
      desk.changeParty({ requestId: id, sender: "sender a", code, people: people(...names) });
    const [before] = await desk.find({ code });
    expect(await change("1", "ann", "bob", "cyd")).toMatchObject({
      kind: "party-changed",
      booking: { places: 3, window: "08:00", queueNumber: "0800-01" },
      ticket: { places: 3 },
    });
    expect(await change("1", "ann", "bob", "cyd")).toMatchObject({ kind: "party-changed" });
    expect(await change("1", "ann")).toEqual({ kind: "request-id-conflict" });
    expect(await change("2", "cyd", "ann", "bob")).toMatchObject({ kind: "same-party" });
    expect(await change("3", "ann", "ann")).toMatchObject({ kind: "malformed", field: "people[1]" });
    expect(await change("4", "ann", "bob", "cyd", "dan")).toMatchObject({
      kind: "party-too-large",
      largest: 3,
    });
    expect(await change("5", "cyd")).toMatchObject({ kind: "nobody-stays" });
    // Who can't come gives a place back, that cools as any does.
    expect(await change("6", "bob", "cyd")).toMatchObject({ booking: { places: 2, people: [{}, {}] } });
    const eve = { ...holdOf("eve"), window: "08:00" };
    expect(await desk.hold(eve)).toMatchObject({ kind: "window-full" });
    time.now += 30 * minute;
    const other = await book(desk, "eve", eve);
    expect(await change("7", "ann", "bob", "cyd")).toMatchObject({ kind: "window-full", window: "08:00" });
    await desk.cancel(callOf("eve", "cancel", other));
    time.now += 30 * minute;
    await book(desk, "dan", { window: "09:00", people: people("dan") });
    expect(await change("8", "bob", "cyd", "dan")).toMatchObject({ kind: "person-has-booking" });
    const stranger = { requestId: "9", sender: "sender eve", code, people: people("bob") };
    expect(await desk.changeParty(stranger)).toEqual({ kind: "other-sender" });
    const [after] = await desk.find({ code });
    expect(after?.history.slice(before?.history.length).map(({ what }) => what)).toEqual([
      "party-changed",
      "party-changed",
    ]);
    expect(await desk.find({ sender: "sender a" })).toContainEqual(
      expect.objectContaining({ state: "cancelled", places: 1 }),
    );
    expect(await desk.reconcile({ officeId: "north", date: mondays })).toEqual({ kind: "sound" });
  },
  async M8(store) {
    const rules = { coolingMinutes: [60, 60] as const };
    const offices = [
      morning("north", { group: "city", capacity: 1 }, rules),
      morning("south", { group: "city", capacity: 1 }, { bookingsPerPerson: 1 }),
      morning("far"),
    ];
    const { desk, time } = smallDesk({ store, offices });
    const other = smallDesk({ store, offices, now: () => time.now }).desk;
    const code = await book(desk, "a", { window: "08:00" });
    const move = (at: typeof desk, id: string, officeId: string, window = "08:00") =>
      at.reschedule({ ...callOf("a", id, code), date: mondays, officeId, window });
    expect(await move(desk, "far", "far")).toEqual({ kind: "unknown-office", officeId: "far" });
    expect(await move(desk, "none", "none")).toEqual({ kind: "unknown-office", officeId: "none" });
    const taken = await book(desk, "b", { officeId: "south", window: "08:00" });
    expect(await move(desk, "full", "south")).toMatchObject({ kind: "window-full", officeId: "south" });
    expect(await desk.find({ code })).toMatchObject([{ state: "confirmed", officeId: "north" }]);
    // Of all who want it at once, at any desk, one has the place; who moves has one place all along, and never two.
    await desk.cancel(callOf("b", "cancel", taken));
    const wanted = await Promise.all([
      move(desk, "one", "south"),
      move(other, "two", "south"),
      other.hold({ ...holdOf("c"), officeId: "south", window: "08:00" }),
      desk.hold({ ...holdOf("d"), officeId: "south", window: "08:00" }),
    ]);
    expect(wanted.filter(({ kind }) => kind === "rescheduled" || kind === "held")).toHaveLength(1);
    const live = () => desk.find({ sender: "sender a", only: "live" });
    expect(await live()).toHaveLength(1);
    if ((await live())[0]?.officeId === "north") {
      expect(await move(desk, "three", "south", "09:00")).toMatchObject({ kind: "rescheduled" });
    }
    const [moved] = await live();
    expect(moved).toMatchObject({ state: "confirmed", officeId: "south", reschedules: 1 });
    expect(await desk.find({ code })).toMatchObject([{ state: "cancelled", replacedBy: moved?.code }]);
    expect(await desk.hold({ ...holdOf("e"), window: "08:00" })).toMatchObject({ kind: "window-full" });
    time.now += 61 * minute;
    expect(await desk.hold({ ...holdOf("e"), window: "08:00" })).toMatchObject({ kind: "held" });
    for (const officeId of ["north", "south"])
      expect(await desk.reconcile({ officeId, date: mondays })).toEqual({ kind: "sound" });
  },
  async H9() {
    const closures = { "12-25": "Christmas", "2026-12-28..2027-01-02": "Holidays", "first mon": "Inventory" };
    const { day } = createCalendar(morning("north", { closures }));
    const isClosed = (date: string) => day(date).kind === "closed";
    expect(["2026-12-25", "2028-12-25", "2026-12-30", "2027-01-01", "2026-09-07"].map(isClosed)).toEqual(
      Array(5).fill(true),
    );
    expect(["2026-12-24", "2027-01-04", "2026-09-14"].map(isClosed)).toEqual([false, true, false]);
    for (const never of ["02-30", "2026-12-31..2026-12-01", "fifth mon", "every mon"])
      expect(() => morning("north", { closures: { [never]: "?" } })).toThrow(/^closures\./);
  },
  async L9(store) {
    const rules = { intakeHours: ["06:00-07:00"], noticeMinutes: 60 };
    const { desk, time } = morningDesk(store, { capacity: 1 }, rules);
    const code = await book(desk, "a", { window: "11:00" });
    time.now = local(mondays, "08:20");
    const { sender: _, ...walkIn } = { ...holdOf("a"), requestId: "counter", by: "staff" as const };
    expect(await desk.hold(walkIn)).toMatchObject({ kind: "outside-intake-hours" });
    const override = ["notice", "intake-hours", "limits"] as const;
    const held = await desk.hold({ ...walkIn, override });
    expect(held).toMatchObject({
      kind: "held",
      booking: { window: "08:00", history: [{ by: "staff", override }] },
    });
    const another = await desk.hold({ ...walkIn, requestId: "2", window: "08:00", override });
    expect(another).toMatchObject({ kind: "window-full" });
    expect(await desk.hold({ ...holdOf("b"), override })).toMatchObject({ kind: "malformed" });
    expect(code).toBeTruthy();
  },
  async L6(store) {
    const rules = { noShows: { most: 2, withinDays: 30, pauseDays: 10 } };
    const { desk, time } = morningDesk(store, {}, rules);
    const codes: string[] = [];
    for (const date of [mondays, tuesdays]) {
      time.now = local(date, "07:00");
      const code = await book(desk, "a", { date, window: "08:00", requestId: date });
      expect(await desk.markAbsent({ code })).toEqual({ kind: "too-soon" });
      time.now = local(date, "09:30");
      expect(await desk.markAbsent({ code })).toMatchObject({ kind: "marked" });
      codes.push(code);
    }
    const again = { ...holdOf("a"), requestId: "again", date: "2017-08-10" };
    const until = local("2017-08-18", "08:00");
    expect(await desk.hold(again)).toMatchObject({ kind: "paused", until });
    time.now = until;
    expect(await desk.hold({ ...again, date: "2017-08-21" })).toMatchObject({ kind: "held" });
    expect((await desk.find({ code: codes[0] ?? "" }))[0]?.history.at(-1)).toMatchObject({ what: "absent" });
  },
  async L7(store) {
    const { desk, time } = morningDesk(store, {}, { visitsPerPerson: { most: 1, withinDays: 7 } });
    await book(desk, "a", { window: "08:00" });
    time.now = local(mondays, "09:30");
    const again = { ...holdOf("a"), requestId: "again", window: "10:00" };
    expect(await desk.hold(again)).toEqual({ kind: "visit-limit", most: 1, withinDays: 7 });
    expect(await desk.hold({ ...again, date: "2017-08-14" })).toMatchObject({ kind: "held" });
  },
};

/** Every scenario is played, is known to be open, or is told elsewhere. */
export function playScenarios(createStore: () => BookingStore | Promise<BookingStore>): void {
  it("has all that were reported, each once", () => {
    const known = [...Object.keys(scenarios), ...open, ...Object.keys(elsewhere)];
    expect([...known].sort()).toEqual(told.map(({ id }) => id).sort());
    for (const path of Object.values(elsewhere)) expect(existsSync(path), path).toBe(true);
  });

  for (const { id, scenario, expected } of told) {
    const play = scenarios[id];
    if (play !== undefined) it(`${id}: ${scenario}: ${expected}`, async () => play(await createStore()));
  }
}
