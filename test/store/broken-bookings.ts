import { type Booking, dueAt, liveUntil } from "../../src/booking/booking.js";
import { bookingKind, senderKind } from "../../src/booking/kinds.js";
import {
  type ColumnValue,
  defineKind,
  type Kind,
  type KindShape,
  type LookUpShape,
} from "../../src/store/kind.js";
import type { BrokenStore } from "./broken-store.js";

/** A description of bookings, or of what is remembered of senders, with one fault. */
export interface BrokenDescription extends BrokenStore {
  readonly kind: Kind;
  readonly broken: Kind;
}

function withShape(
  shape: Partial<KindShape<Booking>>,
  lookUps: Readonly<Record<string, LookUpShape>> = {},
): Pick<BrokenDescription, "kind" | "broken"> {
  const broken = defineKind({ ...bookingKind, ...shape }, { ...bookingKind.lookUps, ...lookUps });
  return { kind: bookingKind, broken };
}

/** One of the columns is taken from the bookings in another way. */
function withColumn(name: string, of: (booking: Booking) => ColumnValue) {
  const type = bookingKind.columns[name]?.type ?? "integer";
  return withShape({ columns: { ...bookingKind.columns, [name]: { type, of } } });
}

const { agedBy, ...ageless } = senderKind;
const { upTo, ...withoutEnd } = bookingKind.lookUps.ofOffice;

export const brokenBookings: readonly BrokenDescription[] = [
  {
    why: "only holds are due",
    caughtBy: "finds what is due, on a day",
    ...withColumn("dueAt", (booking) => (booking.state === "held" ? dueAt(booking) : undefined)),
  },
  {
    why: "what cools is due for ever",
    caughtBy: "finds what is due, on a day",
    ...withColumn("dueAt", (booking) => dueAt(booking) ?? (booking.state === "cancelled" ? 0 : undefined)),
  },
  {
    why: "who came last is called first",
    caughtBy: "finds the first who wait on every day",
    ...withColumn("waitingTurn", (booking) => (booking.state === "waiting" ? -booking.turn : undefined)),
  },
  {
    why: "who was offered a place still waits",
    caughtBy: "finds the first who wait on every day",
    ...withColumn("waitingTurn", (booking) => ("turn" in booking ? booking.turn : undefined)),
  },
  {
    why: "who waits does not count as live",
    caughtBy: "finds what is live of each",
    ...withColumn("liveUntil", (booking) => (booking.state === "waiting" ? undefined : liveUntil(booking))),
  },
  {
    why: "of a party the first leads to the booking alone",
    caughtBy: "finds what is live of each",
    ...withShape({
      lists: {
        ...bookingKind.lists,
        person: { short: "p", each: ({ people }) => people.slice(0, 1).map(({ key }) => key) },
      },
    }),
  },
  {
    why: "a notice that comes later in the list is not seen",
    caughtBy: "gives pages of the bookings that have a notice",
    ...withColumn("noticeAt", ({ notices = [] }) => notices[0]?.at),
  },
  {
    why: "dates that are later are listed too",
    caughtBy: "gives pages of a day and of an office's dates",
    ...withShape({}, { ofOffice: withoutEnd }),
  },
  {
    why: "a queue number may be given twice",
    caughtBy: "refuses, as a second wall",
    ...withColumn("sequence", () => undefined),
  },
  {
    why: "silent senders are remembered for ever",
    caughtBy: "erases bookings, and nothing leads to them",
    kind: senderKind,
    broken: defineKind(ageless, {}),
  },
];
