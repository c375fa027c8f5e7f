import type { PersonCall } from "giliran";
import { actions } from "../../src/booking/actions/actions.js";
import type { Sheet } from "../../src/booking/book.js";
import { type Booking, changed, occupies } from "../../src/booking/booking.js";
import type { Bookings } from "../../src/booking/bookings.js";
import { answerKind } from "../../src/booking/kinds.js";
import type { Answer } from "../../src/booking/records.js";
import { rulebook } from "../../src/booking/rulebook.js";
import { personIdentity } from "../../src/desk/person-identity.js";
import type { Library } from "../../src/testing/world.js";
import { momentsReversed } from "../rules/call-order.js";
import { holdByCount } from "../rules/hold-by-count.js";
import {
  actingAfter,
  actingOn,
  libraryBy,
  withActions,
  withDesk,
  withGrounds,
  withStore,
} from "../rules/replaced.js";
import { toldThoughLost } from "./told-though-lost.js";
import type { Broken } from "./verdict.js";
import { withoutCooling } from "./without-cooling.js";

/** The real library with an entry replaced, which the simulation finds by the rule that it breaks. */
export interface BrokenTown {
  readonly rule: Broken["rule"];
  readonly why: string;
  readonly library: Library;
}

const { hold, confirm, reschedule, joinWaitingList } = actions;
const isNotWaiting = ({ state }: Booking) => state !== "waiting";

export const brokenTowns: readonly BrokenTown[] = [
  {
    rule: "C1",
    why: "a move looks at no other's places",
    library: withActions({
      reschedule: actingOn(reschedule, ({ ledgers }) => ({ ledgers: { ...ledgers, taken: () => 0 } })),
    }),
  },
  {
    rule: "C2",
    why: "a party is told that the day is full, whatever room it has",
    library: withActions({
      hold: holdByCount((taken, { places }) => (places > 1 ? () => Infinity : taken)),
    }),
  },
  {
    rule: "C3",
    why: "an offer lives on until somebody looks for it",
    library: libraryBy({
      settleDue: ({ bookings, ...on }) =>
        rulebook.settleDue({
          ...on,
          bookings: {
            ...bookings,
            due: () => bookings.due().filter((one) => one.state !== "held" || one.turn === undefined),
          },
        }),
    }),
  },
  {
    rule: "C4",
    why: "who waits is not counted",
    library: withActions({
      hold: actingOn(hold, ({ bookings }) => ({
        bookings: {
          ...bookings,
          liveOf: (person) => bookings.liveOf(person).filter(isNotWaiting),
          liveFrom: (sender) => bookings.liveFrom(sender).filter(isNotWaiting),
        },
      })),
      joinWaitingList: actingOn(joinWaitingList, ({ bookings }) => ({
        bookings: { ...bookings, liveOf: (person) => bookings.liveOf(person).filter(isNotWaiting) },
      })),
    }),
  },
  {
    rule: "C5",
    why: "a confirmation is not remembered",
    library: withActions({ confirm: { ...confirm, effect: "already-confirmed" } }),
  },
  {
    rule: "C5",
    why: "who asks again is told what happened since",
    library: withGrounds(({ book, bookings }) => ({
      book: {
        ...book,
        of(kind) {
          const sheet = book.of(kind);
          return Object.is(kind, answerKind) ? updated(sheet, bookings) : sheet;
        },
      },
    })),
  },
  {
    rule: "C6",
    why: "a number names the first window of the day instead of its own",
    library: withGrounds(({ queueNumber }) => ({
      queueNumber: (number) => queueNumber({ ...number, window: "08:00" }),
    })),
  },
  {
    rule: "C7",
    why: "who wants to move to a full day has no place any more",
    library: withActions({
      reschedule: actingAfter(reschedule, (outcome, { code, by }, { bookings, now }) => {
        const booking = bookings.find(code);
        if (booking !== undefined && outcome.kind === "day-full")
          bookings.put({ ...changed(booking, "cancelled", now, by), state: "cancelled" });
        return outcome;
      }),
    }),
  },
  {
    rule: "C8",
    why: "a commit that failed is answered with what had been decided",
    library: withStore(toldThoughLost),
  },
  {
    rule: "C9",
    why: "a party that leaves gives one place back",
    library: withGrounds(({ bookings, ledgers }) => ({
      bookings: {
        ...bookings,
        put(booking, capacity) {
          const before = bookings.find(booking.code);
          bookings.put(booking, capacity);
          if (before !== undefined && occupies(before) && !occupies(booking))
            ledgers.count(before, before.places - 1);
        },
      },
    })),
  },
  {
    rule: "F1",
    why: "of those who come together the last are decided first",
    library: withDesk(momentsReversed),
  },
  {
    rule: "F3",
    why: "a title makes another person",
    library: withDesk(({ hold, joinWaitingList }) => ({
      hold: (call) => hold({ ...call, people: call.people.map(byWords) }),
      joinWaitingList: (call) => joinWaitingList({ ...call, people: call.people.map(byWords) }),
    })),
  },
  {
    rule: "F4",
    why: "a moved visit leaves a place that does not cool",
    library: withActions({ reschedule: actingOn(reschedule, withoutCooling) }),
  },
];

/** Answers that go on with their booking. */
function updated<R extends object>(sheet: Sheet<R>, bookings: Bookings): Sheet<R> {
  return {
    ...sheet,
    find(key) {
      const answer = sheet.find(key) as (R & Answer) | undefined; // of that kind
      const history = answer && bookings.find(answer.booking.code)?.history;
      const last = history?.at(-1);
      if (answer === undefined || history === undefined || last === undefined) return answer;
      return { ...answer, at: last.at, booking: { ...answer.booking, changes: history.length } };
    },
  };
}

/** Known by how many words the name has, beside what it is. */
function byWords({ details }: PersonCall): PersonCall {
  const words = String(details.name).trim().split(/\s+/).length;
  return { key: `${personIdentity(details)} ${words}`, details };
}
