import { describe, expect, it } from "vitest";
import { type Booking, dueAt, liveUntil } from "../../src/booking/booking.js";
import { answerKind, bookingKind, dayKind, dayValue, senderKind } from "../../src/booking/kinds.js";
import {
  type ColumnValue,
  defineKind,
  type Family,
  homeKind,
  type Kind,
  type KindShape,
  type LookUp,
  type LookUpValue,
} from "../../src/store/kind.js";
import { memoryStore } from "../../src/store/memory-store.js";
import { saved, type Want } from "../../src/store/scope.js";
import {
  answerAbout,
  cancelledBooking,
  confirmedBooking,
  dayWith,
  heldBooking,
  north,
  south,
  waitingBooking,
} from "../../src/testing/conformance/sample-records.js";
import {
  among,
  erase,
  now,
  pagesOf,
  readBy,
  save,
  scopeOf,
  want,
} from "../../src/testing/conformance/store-calls.js";

type BookingKind = typeof bookingKind;

const reminder = (at: number) => ({ kind: "reminder" as const, at });
const own = { people: [{ key: "someone", details: {} }], sender: "sender" };
const pair = [{ key: "other", details: {} }, ...own.people];

const bookings: readonly Booking[] = [
  heldBooking("HELD", { ...own, people: pair, expiresAt: now, notices: [reminder(now + 9), reminder(now)] }),
  heldBooking("OFFERED", { turn: 1, notices: [reminder(now + 9)] }),
  { ...waitingBooking("FIRST", 2, own), looksAt: now },
  waitingBooking("SECOND", 3),
  { ...cancelledBooking("COOLS", own), coolsUntil: now },
  confirmedBooking("LATER", 1, { ...own, date: "2017-08-09" }),
  { ...cancelledBooking("SOUTH", south), coolsUntil: now + 1 },
];
const inNorth = dayValue(north);
const codes = bookings.map(({ code }) => code);

/** Codes by what finds them; each look-up has tests of its own on every store. */
async function listFound(kind: BookingKind): Promise<object> {
  const store = memoryStore();
  const days = bookings.map((booking) => dayWith(booking, 1));
  await save(store, saved(homeKind(kind) ?? dayKind, days), saved(kind, bookings));
  const { ofDay, due, waiting, ofPerson, ofSender, ofOffice, allDue, noticeDue } = kind.lookUps;
  const all = async (lookUp: LookUp, value: LookUpValue, upTo: number | string = now) =>
    (await pagesOf(store, { lookUp, value, limit: 9, upTo })).join();
  const wanted = async (one: Want) => among((await store.read(scopeOf(one))).records, kind.byKey, codes);
  return {
    ofDay: await all(ofDay, inNorth),
    due: await all(due, inNorth),
    allDue: await all(allDue, []),
    ofOffice: await all(ofOffice, ["north"], north.date),
    noticeDue: await all(noticeDue, []),
    ofPerson: await all(ofPerson, ["someone"]),
    ofSender: await all(ofSender, ["sender"]),
    liveOfPerson: await wanted(want(ofPerson, ["someone"])),
    liveOfSender: await wanted(want(ofSender, ["sender"])),
    firstWaiting: await wanted({ ...want(waiting, inNorth), limit: 1 }),
  };
}

const found = {
  ofDay: "COOLS FIRST HELD OFFERED SECOND",
  due: "COOLS FIRST HELD",
  allDue: "COOLS FIRST HELD",
  ofOffice: "COOLS FIRST HELD OFFERED SECOND",
  noticeDue: "HELD",
  ofPerson: "COOLS FIRST HELD LATER",
  ofSender: "COOLS FIRST HELD LATER",
  liveOfPerson: "HELD FIRST LATER",
  liveOfSender: "HELD FIRST LATER",
  firstWaiting: "FIRST",
};

/** The kind with another shape, in a family of its own. */
function withShape(
  shape: Partial<KindShape<Booking>>,
  lookUps: BookingKind["lookUps"] = bookingKind.lookUps,
): BookingKind {
  const kinds: Kind[] = [];
  const family: Family = { ...bookingKind.family(), kinds };
  const home = defineKind({ ...dayKind, family: () => family }, {});
  const kind = defineKind({ ...bookingKind, isolation: { home }, ...shape, family: () => family }, lookUps);
  kinds.push(home, kind);
  return kind;
}

/** One of the columns is taken from the bookings in another way. */
function withColumn(name: string, of: (booking: Booking) => ColumnValue): BookingKind {
  const { type = "integer" } = bookingKind.columns[name] ?? {};
  return withShape({ columns: { ...bookingKind.columns, [name]: { type, of } } });
}

const { upTo, ...withoutEnd } = bookingKind.lookUps.ofOffice;
const firstPerson = { short: "p", each: ({ people }: Booking) => people.slice(0, 1).map(({ key }) => key) };

const faults: readonly (readonly [why: string, caughtBy: string, broken: BookingKind])[] = [
  [
    "only holds are due",
    "due allDue",
    withColumn("dueAt", (one) => (one.state === "held" ? dueAt(one) : undefined)),
  ],
  [
    "what cools is due for ever",
    "allDue",
    withColumn("dueAt", (one) => (one.state === "cancelled" ? 0 : dueAt(one))),
  ],
  [
    "who came last is called first",
    "firstWaiting",
    withColumn("waitingTurn", (one) => (one.state === "waiting" ? -one.turn : undefined)),
  ],
  [
    "who was offered a place still waits",
    "firstWaiting",
    withColumn("waitingTurn", (one) => ("turn" in one ? one.turn : undefined)),
  ],
  [
    "who waits does not count as live",
    "liveOfPerson liveOfSender",
    withColumn("liveUntil", (one) => (one.state === "waiting" ? undefined : liveUntil(one))),
  ],
  [
    "of a party the first leads to the booking alone",
    "ofPerson liveOfPerson",
    withShape({ lists: { ...bookingKind.lists, person: firstPerson } }),
  ],
  [
    "a notice that comes later in the list is not seen",
    "noticeDue",
    withColumn("noticeAt", ({ notices = [] }) => notices[0]?.at),
  ],
  [
    "dates that are later are listed too",
    "ofOffice",
    withShape({}, { ...bookingKind.lookUps, ofOffice: withoutEnd }),
  ],
];

describe("the description of bookings", () => {
  it("leads to what is due, who waits, what is live and what is to be sent", async () => {
    expect(await listFound(bookingKind)).toEqual(found);
  });

  it.each(faults)("is caught where %s", async (_why, caughtBy, broken) => {
    const other = Object.entries(await listFound(broken));
    const differs = other.filter(([name, codes]) => codes !== found[name as keyof typeof found]); // the same names
    expect(differs.map(([name]) => name).join(" ")).toBe(caughtBy);
  });
});

describe("the descriptions of senders and of answers", () => {
  it("have the time by which old ones are erased", async () => {
    const store = memoryStore();
    const senders = [now - 1, now].map((lastMessageAt) => ({ sender: `${lastMessageAt}`, lastMessageAt }));
    const answers = [now - 1, now].map((at) => ({ ...answerAbout(`${at}`, heldBooking("A")), at }));
    await save(store, saved(senderKind, senders), saved(answerKind, answers));
    await erase(
      store,
      [senderKind, answerKind].map((kind) => ({ kind, before: now })),
    );
    const keys = senders.map(({ sender }) => [sender]);
    expect(await readBy(store, senderKind.byKey, ...keys)).toEqual(senders.slice(1));
    expect(await readBy(store, answerKind.byKey, ...keys)).toEqual(answers.slice(1));
  });
});
