import type { Alternative } from "../../src/allocation/alternatives.js";
import { comingSlots } from "../../src/allocation/free-slots.js";
import { actions, tasks } from "../../src/booking/actions/actions.js";
import { type HoldOutcome, hold } from "../../src/booking/actions/hold.js";
import { type Booking, occupies } from "../../src/booking/booking.js";
import { answerKind } from "../../src/booking/kinds.js";
import type { Day } from "../../src/booking/records.js";
import type { PartyRequest } from "../../src/booking/requests.js";
import { rulebook } from "../../src/booking/rulebook.js";
import { cancelBooking } from "../../src/booking/rules/endings.js";
import { withAlternatives } from "../../src/booking/rules/room.js";
import { personIdentity } from "../../src/desk/person-identity.js";
import { overlaps } from "../../src/office/calendar.js";
import type { Rule } from "../../src/testing/rules/rule-property.js";
import { minute } from "../../src/testing/script.js";
import type { Library } from "../../src/testing/world.js";
import { lastComeFirst, momentsReversed } from "./call-order.js";
import { holdByCount } from "./hold-by-count.js";
import { opening } from "./opening.js";
import {
  actingAfter,
  actingOn,
  libraryBy,
  seen,
  withActions,
  withDesk,
  withGrounds,
  withOffices,
  withStore,
} from "./replaced.js";
import type { Setting } from "./settings.js";
import { toldBeforeCommit } from "./told-before-commit.js";

/** The real library with an entry replaced; it breaks one rule or setting and no other. */
export interface Broken {
  readonly rule: Rule | Setting;
  readonly why: string;
  readonly library: Library;
}

const { joinWaitingList, confirm, cancel, extend, reschedule } = actions;
const { settleDue, serveWaiters } = rulebook;
const day = 1440 * minute;
const jakarta = 7 * 60 * minute;

/** As if nobody had come in with it. */
const unused = (booking: Booking): Booking => {
  if (booking.state !== "confirmed") return booking;
  const { usedAt, ...rest } = booking;
  return rest;
};

/** As if it were held only now. */
const heldSince =
  (now: number) =>
  (booking: Booking): Booking =>
    booking.state === "held" ? { ...booking, heldSince: now } : booking;

/** What is free instead, as far as it is told. */
/** As an office would see it where people may have one booking alone. */
function onlyOne(request: PartyRequest): PartyRequest {
  const { calendar } = request;
  const { office } = calendar;
  const rules = { ...office.rules, bookingsPerPerson: 1 };
  return { ...request, calendar: { ...calendar, office: { ...office, rules } } };
}

function countedAs({ counts }: Day, window: string, pool: string): number {
  return counts
    .filter((count) => count.window === window && count.pool === pool)
    .reduce((sum, { taken }) => sum + taken, 0);
}

function named(outcome: HoldOutcome, isNamed: (alternative: Alternative) => boolean): HoldOutcome {
  if (!("alternatives" in outcome)) return outcome;
  return { ...outcome, alternatives: outcome.alternatives.filter(isNamed) };
}

const ofOffice = (id: string) => (booking: Booking) => booking.officeId === id;

export const broken: readonly Broken[] = [
  {
    rule: "C1",
    why: "a slot takes one party too many",
    library: withActions({
      hold: holdByCount(
        (taken) => (date, window, pool) => taken(date, window, pool) - (pool === "priority" ? 1 : 0),
      ),
    }),
  },
  {
    rule: "C1",
    why: "who corrects a hold is credited its place in every window of the day",
    library: withActions({
      hold: holdByCount((taken, { sender, people, calendar }, { bookings }) => {
        const [earlier] = bookings
          .liveFrom(sender)
          .filter(({ state, officeId }) => state === "held" && officeId === calendar.office.id)
          .filter((booking) => booking.people[0]?.key === people[0]?.key);
        return (on, slot, pool) =>
          taken(on, slot, pool) -
          (earlier?.date === on.date && earlier.pool === pool && earlier.window !== slot.window
            ? earlier.places
            : 0);
      }),
    }),
  },
  {
    rule: "C1",
    why: "a pool is open to others long before its time",
    library: withOffices(({ capacity }) => ({ capacity: opening(capacity, 7 * 1440) })),
  },
  {
    rule: "C1",
    why: "only bookings made under the very window and pool count",
    library: withGrounds(({ ledgers }) => ({
      ledgers: {
        ...ledgers,
        taken(on, slot, pool, without) {
          const isOwn = without?.window === slot.window && without.pool === pool && without.date === on.date;
          return countedAs(ledgers.of(on), slot.window, pool) - (isOwn ? without.places : 0);
        },
      },
    })),
  },
  {
    rule: "C1",
    why: "what is booked for the small hours of a date does not count in the night before",
    library: withGrounds(({ ledgers }) => ({
      ledgers: {
        ...ledgers,
        taken: (on, slot, ...rest) => ledgers.taken(on, { ...slot, until: "24:00" }, ...rest),
      },
    })),
  },
  {
    rule: "C2",
    why: "bookings that overlap no window any more count in all of them",
    library: withGrounds(({ ledgers, calendars }) => ({
      ledgers: {
        ...ledgers,
        taken(on, slot, pool) {
          const day = calendars.get(on.officeId)?.day(on.date);
          const slots = day?.kind === "open" ? day.slots : [];
          const strays = ledgers
            .of(on)
            .counts.filter(({ start = 0, end = 0 }) => !slots.some((one) => overlaps(one, { start, end })));
          return ledgers.taken(on, slot, pool) + strays.reduce((sum, { taken }) => sum + taken, 0);
        },
      },
    })),
  },
  {
    rule: "C2",
    why: "a pool never opens to others",
    library: withOffices(({ capacity }) => ({ capacity: opening(capacity, "never") })),
  },
  {
    rule: "C2",
    why: "the last place is never given",
    library: withActions({
      hold: holdByCount(
        (taken) =>
          (...slot) =>
            taken(...slot) + 1,
      ),
    }),
  },
  {
    rule: "C2",
    why: "only the next window is looked at",
    library: withActions({
      hold: holdByCount((taken, { calendar }, { now }) => (on, slot, pool) => {
        const [next] = comingSlots(calendar, on.date, now);
        return slot.window === next?.window ? taken(on, slot, pool) : Infinity;
      }),
    }),
  },
  {
    rule: "C3",
    why: "a hold can still be confirmed in the millisecond of its end",
    library: withGrounds(({ bookings }) => ({
      bookings: {
        ...seen(bookings, (one) => (one.state === "held" ? { ...one, expiresAt: one.expiresAt + 1 } : one)),
        due: bookings.due,
      },
    })),
  },
  {
    rule: "C3",
    why: "whoever looks in the millisecond of its end sees a hold that nobody can confirm",
    library: withDesk((_desk, settings) => {
      const { now = Date.now } = settings;
      return { find: libraryBy({}).createDesk({ ...settings, now: () => Math.max(0, now() - 1) }).find };
    }),
  },
  {
    rule: "C3",
    why: "a correction begins the time of a hold anew",
    library: withActions({
      hold: actingOn(hold, ({ bookings, now }) => ({ bookings: seen(bookings, heldSince(now)) })),
    }),
  },
  {
    rule: "C3",
    why: "a hold is extended as often as anybody likes",
    library: withActions({
      extend: actingOn(extend, ({ bookings, now }) => ({ bookings: seen(bookings, heldSince(now)) })),
    }),
  },
  {
    rule: "C4",
    why: "a person's bookings are counted at the asked office only",
    library: withActions({
      hold: actingOn(hold, ({ bookings }, { calendar }) => ({
        bookings: {
          ...bookings,
          liveOf: (person) => bookings.liveOf(person).filter(ofOffice(calendar.office.id)),
        },
      })),
    }),
  },
  {
    rule: "C4",
    why: "a sender's bookings are counted at the asked office only",
    library: withActions({
      hold: actingOn(hold, ({ bookings }, { calendar }) => ({
        bookings: {
          ...bookings,
          liveFrom: (sender) => bookings.liveFrom(sender).filter(ofOffice(calendar.office.id)),
        },
      })),
    }),
  },
  {
    rule: "C4",
    why: "another day corrects what is held, though there may be both",
    library: withActions({ hold: { ...hold, decide: (request, on) => hold.decide(onlyOne(request), on) } }),
  },
  {
    rule: "C4",
    why: "who waits gives a booking up for it, though there may be both",
    library: withActions({
      joinWaitingList: {
        ...joinWaitingList,
        decide: (request, on) => joinWaitingList.decide(onlyOne(request), on),
      },
    }),
  },
  {
    rule: "C5",
    why: "answers are not looked up",
    library: withGrounds(({ book }) => ({
      book: {
        ...book,
        of: (kind) =>
          Object.is(kind, answerKind) ? { ...book.of(kind), find: () => undefined } : book.of(kind),
      },
    })),
  },
  {
    rule: "C5",
    why: "other content under a known id is told what the first was answered",
    library: withDesk(({ hold, confirm, cancel }) => ({
      hold: (call) => hold({ ...call, content: "the same" }),
      confirm: (call) => confirm({ ...call, content: "the same" }),
      cancel: (call) => cancel({ ...call, content: "the same" }),
    })),
  },
  {
    rule: "C6",
    why: "a number does not say of which window it is",
    library: withGrounds(({ queueNumber }) => ({
      queueNumber: (number) => queueNumber({ ...number, window: "" }),
    })),
  },
  {
    rule: "C6",
    why: "the second number of a window is called as the first once more",
    library: withGrounds(({ queueNumber }) => ({
      queueNumber: (number) => queueNumber({ ...number, sequence: Math.max(1, number.sequence - 1) }),
    })),
  },
  {
    rule: "C7",
    why: "a correction gives the old place up though the new day is full",
    library: withActions({
      hold: actingAfter(hold, (outcome, { sender, people, by }, on) => {
        if (outcome.kind !== "day-full" && outcome.kind !== "pool-full") return outcome;
        for (const booking of on.bookings.liveFrom(sender))
          if (booking.state === "held" && booking.people[0]?.key === people[0]?.key)
            cancelBooking(on, booking, { by });
        return outcome;
      }),
    }),
  },
  {
    rule: "C7",
    why: "who joins a waiting list gives up the place that they have",
    library: withActions({
      joinWaitingList: actingAfter(joinWaitingList, (outcome, { by }, on) => {
        const { replaces = "" } = outcome.kind === "waiting" ? outcome.booking : {};
        const earlier = on.bookings.find(replaces);
        if (earlier?.state === "confirmed" && earlier.usedAt === undefined)
          cancelBooking(on, earlier, { by });
        return outcome;
      }),
    }),
  },
  {
    rule: "C7",
    why: "who takes the place that they waited for keeps the old one too",
    library: withActions({
      confirm: actingOn(confirm, ({ bookings }) => ({
        bookings: seen(bookings, ({ replaces, ...booking }) => booking),
      })),
    }),
  },
  {
    rule: "C8",
    why: "the outcome is told before the commit",
    library: withStore(toldBeforeCommit),
  },
  {
    rule: "C8",
    why: "a visit is given back or moved after somebody came in with it",
    library: withActions({
      cancel: actingOn(cancel, ({ bookings }) => ({ bookings: seen(bookings, unused) })),
      reschedule: actingOn(reschedule, ({ bookings }) => ({ bookings: seen(bookings, unused) })),
    }),
  },
  {
    rule: "C8",
    why: "who is offered another place gives the visit back that they came in with",
    library: withActions({
      confirm: actingOn(confirm, ({ bookings }) => ({ bookings: seen(bookings, unused) })),
    }),
  },
  {
    rule: "C8",
    why: "a visit that was used is cancelled where the person is forgotten",
    library: libraryBy({
      tasks: {
        ...tasks,
        forget: {
          ...tasks.forget,
          decide: (input, on) => tasks.forget.decide(input, { ...on, bookings: seen(on.bookings, unused) }),
        },
      },
    }),
  },
  {
    rule: "C9",
    why: "what ends after its window has begun stays counted",
    library: withGrounds(({ bookings, ledgers, now }) => ({
      bookings: {
        ...bookings,
        put(booking, capacity) {
          const before = bookings.find(booking.code);
          bookings.put(booking, capacity);
          if (before !== undefined && occupies(before) && !occupies(booking) && before.start <= now)
            ledgers.count(before, before.places);
        },
      },
    })),
  },
  {
    rule: "C9",
    why: "every second number counts as given though nobody has it",
    library: withGrounds(({ ledgers }) => ({
      ledgers: { ...ledgers, nextSequence: (...window) => ledgers.nextSequence(...window) + 1 },
    })),
  },
  {
    rule: "F1",
    why: "what is asked in one moment is decided from its end",
    library: withDesk(momentsReversed),
  },
  {
    rule: "F1",
    why: "who comes while others wait goes before them",
    library: withDesk(lastComeFirst),
  },
  {
    rule: "F2",
    why: "a sender's name decides which window is given",
    library: withActions({
      hold: {
        ...hold,
        decide(request, on) {
          const { policy, sender = "" } = request;
          const backwards: typeof policy = (asked, slots) => policy(asked, slots).toReversed();
          return hold.decide({ ...request, policy: sender > "t" ? backwards : policy }, on);
        },
      },
    }),
  },
  {
    rule: "F3",
    why: "capital letters make another person",
    library: withDesk(({ hold }) => ({
      hold: (call) =>
        hold({
          ...call,
          people: call.people.map(({ key, details }) => {
            const capitals = String(details.name).replace(/[^A-Z]/g, "");
            return { key: key ?? `${personIdentity(details)} ${capitals}`, details };
          }),
        }),
    })),
  },
  {
    rule: "F4",
    why: "a freed place is given at once",
    library: withOffices(({ rules }) => ({ rules: { ...rules, coolingMinutes: [0, 0] } })),
  },
  {
    rule: "F4",
    why: "the place of a lapsed hold cools from the time at which somebody looked",
    library: libraryBy({
      settleDue: (on) =>
        settleDue({
          ...on,
          bookings: seen(on.bookings, (booking) =>
            booking.state === "held" ? { ...booking, expiresAt: on.now - on.clockToleranceMs } : booking,
          ),
        }),
    }),
  },
  {
    rule: "F4",
    why: "nobody who waits is served, so that who asks next overtakes them",
    library: libraryBy({ serveWaiters: () => undefined }),
  },
  {
    rule: "F4",
    why: "who joined last is served first",
    library: libraryBy({
      serveWaiters(on, key) {
        const waiting: typeof on.bookings.waiting = (of) => on.bookings.waiting(of).toReversed();
        serveWaiters({ ...on, bookings: { ...on.bookings, waiting } }, key);
      },
    }),
  },
  {
    rule: "F6",
    why: "only later dates are named",
    library: withActions({
      hold: actingAfter(hold, (outcome, { date }) => named(outcome, (other) => other.date >= date)),
    }),
  },
  {
    rule: "F6",
    why: "windows are named that are as full as the asked one",
    library: withActions({
      hold: actingAfter(hold, (outcome, request, on) => {
        if (!("alternatives" in outcome)) return outcome;
        const taken: typeof on.ledgers.taken = (key, ...slot) =>
          key.date === request.date ? 0 : on.ledgers.taken(key, ...slot);
        const alternatives = { changes: 0, found: new Map() };
        return {
          ...outcome,
          ...withAlternatives({ ...on, ledgers: { ...on.ledgers, taken }, alternatives }, request),
        };
      }),
    }),
  },
  {
    rule: "F6",
    why: "a window of the asked date is never named",
    library: withActions({
      hold: actingAfter(hold, (outcome, { date }) => named(outcome, (other) => other.date !== date)),
    }),
  },
  {
    rule: "F6",
    why: "other offices are named though they are full",
    library: withStore(({ read }) => ({
      async read(scope) {
        const { now, records } = await read(scope);
        return { now, records: { ...records, day: [] } };
      },
    })),
  },
  {
    rule: "noticeMinutes",
    why: "every window is given until it begins",
    library: withOffices(({ rules }) => ({ rules: { ...rules, noticeMinutes: 0 } })),
  },
  {
    rule: "noticeMinutes",
    why: "a window is still given in the millisecond of its notice",
    library: withActions({
      hold: {
        ...hold,
        decide(request, on) {
          const outcome = hold.decide(request, on);
          const isLate = outcome.kind === "outside-booking-window" && outcome.reason === "too-late";
          return isLate ? hold.decide(request, { ...on, now: on.now - 1 }) : outcome;
        },
      },
    }),
  },
  {
    rule: "releaseTime",
    why: "the newest date opens at midnight",
    library: withOffices(({ rules: { releaseTime, ...rules } = {} }) => ({ rules })),
  },
  {
    rule: "releaseTime",
    why: "who is too early is told midnight",
    library: withActions({
      hold: actingAfter(hold, (outcome) => {
        if (outcome.kind !== "outside-booking-window" || outcome.opensAt === undefined) return outcome;
        return { ...outcome, opensAt: outcome.opensAt - ((outcome.opensAt + jakarta) % day) };
      }),
    }),
  },
  {
    rule: "intakeHours",
    why: "the hours have no end",
    library: withOffices(({ rules }) => ({
      rules: {
        ...rules,
        ...(rules?.intakeHours && {
          intakeHours: rules.intakeHours.map((span) => `${span.split("-")[0]}-24:00`),
        }),
      },
    })),
  },
  {
    rule: "largestParty",
    why: "a party may be as large as a window",
    library: withOffices(({ rules }) => ({ rules: { ...rules, largestParty: 100 } })),
  },
  {
    rule: "closures",
    why: "closed dates are open",
    library: withOffices(() => ({ closures: {} })),
  },
  {
    rule: "closures",
    why: "nobody is told why a date is closed",
    library: withActions({
      hold: actingAfter(hold, (outcome) => {
        if (outcome.kind !== "office-closed") return outcome;
        const { reason, ...rest } = outcome;
        return rest;
      }),
    }),
  },
];
