import type { Rule } from "../../src/testing/rules/rule-property.js";
import type { SourceChange } from "./break-module.js";
import type { Setting } from "./settings.js";

/** The real source with one change; it breaks one rule or setting and no other. */
export interface Broken extends SourceChange {
  readonly rule: Rule | Setting;
  readonly why: string;
}

export const broken: readonly Broken[] = [
  {
    rule: "C1",
    why: "a slot takes one party too many",
    file: "booking/place.ts",
    from: "slotQuery(batch, request, earlier));",
    to: "{ ...slotQuery(batch, request, earlier), places: request.people.length - 1 });",
  },
  {
    rule: "C1",
    why: "who corrects a hold is credited its place in every window of the day",
    file: "booking/slot-query.ts",
    from: "earlier.window === window &&",
    to: "",
  },
  {
    rule: "C1",
    why: "a pool is open to others long before its time",
    file: "allocation/open-slots.ts",
    from: "start - minutesBefore * minute <= now",
    to: "minutesBefore > 0",
  },
  {
    rule: "C2",
    why: "a pool never opens to others",
    file: "allocation/open-slots.ts",
    from: "start - minutesBefore * minute <= now",
    to: "minutesBefore < 0",
  },
  {
    rule: "C2",
    why: "the last place is never given",
    file: "booking/place.ts",
    from: "slotQuery(batch, request, earlier));",
    to: "{ ...slotQuery(batch, request, earlier), places: request.people.length + 1 });",
  },
  {
    rule: "C2",
    why: "only the next window is looked at",
    file: "booking/place.ts",
    from: "slotQuery(batch, request, earlier));",
    to: "{ ...slotQuery(batch, request, earlier), window: comingSlots(calendar, request.date, batch.now)[0]?.window });",
  },
  {
    rule: "C3",
    why: "a hold can still be confirmed in the millisecond of its end",
    file: "booking/batch.ts",
    from: "(dueAt(booking) ?? Infinity) <= now",
    to: "(dueAt(booking) ?? Infinity) < now",
  },
  {
    rule: "C3",
    why: "whoever looks in the millisecond of its end sees a hold that nobody can confirm",
    file: "booking/lapse.ts",
    from: "booking.expiresAt <= now",
    to: "booking.expiresAt < now",
  },
  {
    rule: "C4",
    why: "a person's bookings are counted at the asked office only",
    file: "booking/place.ts",
    from: "batch.liveOf(person.key).filter((booking) => booking !== earlier)",
    to: "batch.liveOf(person.key).filter((booking) => booking !== earlier && booking.officeId === request.calendar.office.id)",
  },
  {
    rule: "C4",
    why: "a sender's bookings are counted at the asked office only",
    file: "booking/place.ts",
    from: "batch.liveFrom(request.sender).filter((booking) => booking !== earlier)",
    to: "batch.liveFrom(request.sender).filter((booking) => booking !== earlier && booking.officeId === request.calendar.office.id)",
  },
  {
    rule: "C5",
    why: "answers are not looked up",
    file: "booking/decide.ts",
    from: "if (known !== undefined)",
    to: "if (known !== undefined && false)",
  },
  {
    rule: "C5",
    why: "other content under a known id is told what the first was answered",
    file: "booking/decide.ts",
    from: "known.fingerprint === fingerprint ? known.outcome",
    to: "known ? known.outcome",
  },
  {
    rule: "C6",
    why: "a number does not say of which window it is",
    file: "ticket/queue-number.ts",
    from: 'window.replace(":", "")',
    to: '""',
  },
  {
    rule: "C6",
    why: "the second number of a window is the first once more",
    file: "booking/batch.ts",
    from: "return sequence;",
    to: "return Math.max(1, sequence - 1);",
  },
  {
    rule: "C7",
    why: "a correction gives the old place up though the new day is full",
    file: "booking/place.ts",
    from: "if (slot === undefined)",
    to: 'if (slot === undefined) earlier && replaceHold(batch, request, earlier, ""); if (slot === undefined)',
  },
  {
    rule: "C8",
    why: "the outcome is told before the commit",
    file: "desk/desk.ts",
    from: `store.transact(scopeOf(requests, now(), clockToleranceMs), (records, scope) =>
      decide(requests, records, scope, clockToleranceMs),
    ),`,
    to: `new Promise((resolve) => store.transact(scopeOf(requests, now(), clockToleranceMs), (records, scope) => {
      const decision = decide(requests, records, scope, clockToleranceMs);
      if ("result" in decision) resolve(decision.result);
      return decision;
    }).catch(() => undefined)),`,
  },
  {
    rule: "C9",
    why: "what ends after its window has begun stays counted",
    file: "booking/batch.ts",
    from: "if (before !== undefined && occupies(before))",
    to: "if (before !== undefined && occupies(before) && before.start > now)",
  },
  {
    rule: "C9",
    why: "every second number counts as given though nobody has it",
    file: "booking/batch.ts",
    from: "(day.issued.get(window) ?? 0) + 1",
    to: "(day.issued.get(window) ?? 0) + 2",
  },
  {
    rule: "F1",
    why: "a batch is decided from its end",
    file: "booking/decide.ts",
    from: "requests.map((request) => decideOne(batch, request))",
    to: "requests.toReversed().map((request) => decideOne(batch, request)).toReversed()",
  },
  {
    rule: "F1",
    why: "who comes while others wait goes before them",
    file: "desk/lanes.ts",
    from: "queue.splice(before + 1, 0,",
    to: "queue.splice(0, 0,",
  },
  {
    rule: "F2",
    why: "a sender's name decides which window is given",
    file: "booking/place.ts",
    from: "chooseSlot(calendar, policy,",
    to: 'chooseSlot(calendar, (request.sender ?? "") > "t" ? (asked, slots) => policy(asked, slots).toReversed() : policy,',
  },
  {
    rule: "F3",
    why: "capital letters make another person",
    file: "booking/person-identity.ts",
    from: ".toLowerCase()",
    to: "",
  },
  {
    rule: "F6",
    why: "only later dates are named",
    file: "allocation/alternatives.ts",
    from: "if (date !== asked)",
    to: "if (date > asked)",
  },
  {
    rule: "F6",
    why: "windows are named that are as full as the asked one",
    file: "allocation/alternatives.ts",
    from: "openSlots(calendar, query)",
    to: "openSlots(calendar, { ...query, taken: () => 0 })",
  },
  {
    rule: "F6",
    why: "a window of the asked date is never named",
    file: "allocation/alternatives.ts",
    from: "return slots.slice(0, offered).map",
    to: "return slots.slice(0, 0).map",
  },
  {
    rule: "F6",
    why: "other offices are named though they are full",
    file: "desk/find-nearby.ts",
    from: "batch.taken({ officeId: calendar.office.id, date: day }, ofWindow, ofPool)",
    to: "batch.taken({ officeId: call.officeId, date: day }, ofWindow, ofPool) * 0",
  },
  {
    rule: "noticeMinutes",
    why: "every window is given until it begins",
    file: "allocation/open-slots.ts",
    from: "slot.start - notice > now",
    to: "slot.start > now",
  },
  {
    rule: "noticeMinutes",
    why: "a window is still given in the millisecond of its notice",
    file: "allocation/open-slots.ts",
    from: "slot.start - notice > now",
    to: "slot.start - notice >= now",
  },
  {
    rule: "releaseTime",
    why: "the newest date opens at midnight",
    file: "allocation/booking-window.ts",
    from: "releaseTime === undefined ||",
    to: 'releaseTime !== "" ||',
  },
  {
    rule: "releaseTime",
    why: "who is too early is told midnight",
    file: "office/calendar.ts",
    from: 'rules.releaseTime ?? "00:00"',
    to: 'rules.noticeMinutes > 0 ? "" : "00:00"',
  },
  {
    rule: "intakeHours",
    why: "the hours have no end",
    file: "office/calendar.ts",
    from: "instant < to && from < to",
    to: "from < to",
  },
  {
    rule: "largestParty",
    why: "a party may be as large as a window",
    file: "allocation/open-slots.ts",
    from: "Math.min(most, office.rules.largestParty)",
    to: "office && most",
  },
  {
    rule: "closures",
    why: "closed dates are open",
    file: "office/calendar.ts",
    from: "if (closure !== undefined)",
    to: 'if (closure === "")',
  },
  {
    rule: "closures",
    why: "nobody is told why a date is closed",
    file: "office/calendar.ts",
    from: '{ kind: "closed", reason: closure }',
    to: '{ kind: "closed" }',
  },
];
