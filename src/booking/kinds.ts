import { defineKind, type Family, type Kind, type LookUpValue } from "../store/kind.js";
import { type Booking, dueAt, liveUntil, noticeAt, occupies, waitingTurn } from "./booking.js";
import { migration1 } from "./migrations/migration-1.js";
import { migration2 } from "./migrations/migration-2.js";
import { migration3 } from "./migrations/migration-3.js";
import { migration4 } from "./migrations/migration-4.js";
import type { Answer, Day, DayKey, PlaceCount, SecretPrint, Sender } from "./records.js";

/** The ledger of one office on one date. Whoever changes a booking changes the version of its day. */
export const dayKind: Kind<Day> = /* @__PURE__ */ defineKind<Day>(
  {
    name: "day",
    short: "d",
    family: () => bookingFamily,
    key: ["officeId", "date"],
    columns: {
      officeId: { type: "text", of: ({ officeId }) => officeId },
      date: { type: "text", of: ({ date }) => date },
      decidedAt: { type: "instant", of: ({ decidedAt }) => decidedAt },
    },
    isolation: "own",
    details: {
      // C1 once more, in databases that have constraints.
      placeCount: {
        key: ["window", "pool"],
        columns: { window: "text", pool: "text", taken: "integer", ceiling: "integer" },
        rows: countsByWindow,
      },
    },
  },
  {},
);

export const bookingKind: Kind<
  Booking,
  "ofDay" | "due" | "waiting" | "ofPerson" | "ofSender" | "ofOffice" | "allDue" | "noticeDue"
> = /* @__PURE__ */ defineKind(
  {
    name: "booking",
    short: "c",
    family: () => bookingFamily,
    key: ["code"],
    columns: {
      code: { type: "text", of: ({ code }) => code },
      officeId: { type: "text", of: ({ officeId }) => officeId },
      date: { type: "text", of: ({ date }) => date },
      window: { type: "text", of: ({ window }) => window },
      pool: { type: "text", of: ({ pool }) => pool },
      places: { type: "integer", of: ({ places }) => places },
      state: { type: "text", of: ({ state }) => state },
      occupies: { type: "boolean", of: occupies },
      sequence: {
        type: "integer",
        of: (booking) => ("sequence" in booking ? booking.sequence : undefined),
      },
      dueAt: { type: "instant", of: dueAt },
      noticeAt: { type: "instant", of: noticeAt },
      waitingTurn: { type: "integer", of: waitingTurn },
      liveUntil: { type: "instant", of: liveUntil },
    },
    isolation: { home: dayKind },
    lists: {
      person: { short: "p", each: ({ people }) => people.map(({ key }) => key) },
      sender: { short: "s", each: ({ sender }) => (sender === undefined ? [] : [sender]), column: "sender" },
    },
  },
  {
    ofDay: { short: "d", by: ["officeId", "date"] },
    due: { short: "d", by: ["officeId", "date"], upTo: "dueAt" },
    waiting: { short: "w", by: ["officeId", "date"], order: "waitingTurn" },
    ofPerson: { short: "p", list: "person", while: "liveUntil" },
    ofSender: { short: "s", list: "sender", while: "liveUntil" },
    ofOffice: { short: "days", by: ["officeId"], upTo: "date" },
    allDue: { short: "due", by: [], upTo: "dueAt" },
    noticeDue: { short: "notices", by: [], upTo: "noticeAt" },
  },
);

/** What is remembered of a sender beside the bookings. */
export const senderKind: Kind<Sender> = /* @__PURE__ */ defineKind<Sender>(
  {
    name: "sender",
    short: "s",
    family: () => bookingFamily,
    key: ["sender"],
    columns: {
      sender: { type: "text", of: ({ sender }) => sender },
      lastMessageAt: { type: "instant", of: ({ lastMessageAt }) => lastMessageAt },
    },
    isolation: "own",
    beside: { kind: bookingKind, list: "sender" },
    agedBy: "lastMessageAt",
  },
  {},
);

/** What requests were answered, by request key. */
export const answerKind: Kind<Answer> = /* @__PURE__ */ defineKind<Answer>(
  {
    name: "answer",
    short: "a",
    family: () => bookingFamily,
    key: ["key"],
    columns: {
      key: { type: "text", of: ({ key }) => key },
      at: { type: "instant", of: ({ at }) => at },
    },
    isolation: "none",
    agedBy: "at",
  },
  {},
);

/** Under which secret all others were made. */
export const secretKind: Kind<SecretPrint> = /* @__PURE__ */ defineKind<SecretPrint>(
  {
    name: "secret",
    short: "k",
    family: () => bookingFamily,
    key: ["name"],
    columns: { name: { type: "text", of: ({ name }) => name } },
    isolation: "none",
  },
  {},
);

const bookingFamily: Family = {
  name: "booking",
  short: "",
  kinds: [dayKind, bookingKind, senderKind, answerKind, secretKind],
  migrations: [migration1, migration2, migration3, migration4],
};

/** What bookings of other times take under the name of a window stands in one row with it. */
function countsByWindow({
  counts,
}: Day): readonly Pick<PlaceCount, "window" | "pool" | "taken" | "ceiling">[] {
  const rows = new Map<string, Pick<PlaceCount, "window" | "pool" | "taken" | "ceiling">>();
  for (const { window, pool, taken, ceiling } of counts) {
    const name = `${window} ${pool}`;
    const known = rows.get(name) ?? { taken: 0, ceiling: 0 };
    rows.set(name, { window, pool, taken: known.taken + taken, ceiling: known.ceiling + ceiling });
  }
  return [...rows.values()];
}

/** A day as the value of a look-up. */
export function dayValue({ officeId, date }: DayKey): LookUpValue {
  return [officeId, date];
}
