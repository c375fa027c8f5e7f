import type { BrokenStore } from "./broken-store.js";

const file = "store/memory-store.ts";

/** What every store must find and forget; what they must isolate is broken on servers. */
export const brokenMemory: readonly BrokenStore[] = [
  {
    why: "who waits is called in the order of codes",
    caughtBy: "loads the first who wait",
    file,
    from: "(waitingTurn(a) ?? 0) - (waitingTurn(b) ?? 0)",
    to: "(a.code < b.code ? -1 : 1)",
  },
  {
    why: "who waits is loaded for the days that are named only",
    caughtBy: "loads the first who wait",
    file,
    from: "for (const name of names) take(firstWaiting",
    to: "for (const name of scope.days.map(dayName)) take(firstWaiting",
  },
  {
    why: "of a whole day only what is due is loaded",
    caughtBy: "loads every booking of a whole day",
    file,
    from: "take(ofDay.codes(dayName(day)));",
    to: "take(dueOn(dayName(day), scope.dueBy));",
  },
  {
    why: "only holds are due",
    caughtBy: "loads what is due on a day",
    file,
    from: "if (due !== undefined)",
    to: 'if (due !== undefined && booking.state === "held")',
  },
  {
    why: "a person's ended bookings are not listed",
    caughtBy: "gives pages of a person's bookings",
    file,
    from: 'return codesBy("person", filter.person);',
    to: "return ofLive.person.codes(filter.person);",
  },
  {
    why: "the date itself counts as before it",
    caughtBy: "gives pages of an office's bookings",
    file,
    from: "date < filter.before",
    to: "date <= filter.before",
  },
  {
    why: "what is due in this very millisecond is not listed",
    caughtBy: "gives pages of what is due",
    file,
    from: "dueOn(day, filter.dueBy)",
    to: "dueOn(day, filter.dueBy - 1)",
  },
  {
    why: "a notice that comes later in the minute is listed before its time",
    caughtBy: "gives pages of the bookings that have a notice",
    file,
    from: "createDueList(timeBy(noticeAt))",
    to: "createDueList(timeBy(() => 0))",
  },
  {
    why: "a sender still leads to a booking that was handed over",
    caughtBy: "forgets the way from a person and a sender",
    file,
    from: "if (sender !== undefined) of.sender[change](sender, code);",
    to: 'if (sender !== undefined && change === "add") of.sender[change](sender, code);',
  },
  {
    why: "what is remembered of a sender is never replaced",
    caughtBy: "keeps what is remembered of a sender",
    file,
    from: "for (const sender of decision.senders) senders.set",
    to: "for (const sender of decision.senders) if (!senders.has(sender.sender)) senders.set",
  },
  {
    why: "the bookings of an erasure are lost",
    caughtBy: "erases bookings",
    file,
    from: "for (const booking of bookingsOf(codes)) {",
    to: "for (const booking of bookingsOf(codes.slice(codes.length))) {",
  },
  {
    why: "the senders of an erasure are lost",
    caughtBy: "erases the ledger of a day",
    file,
    from: "for (const sender of forgotten) senders.delete(sender);",
    to: "",
  },
  {
    why: "answers of the very time are erased too",
    caughtBy: "erases the answers that were given before a time",
    file,
    from: "if (at < messagesBefore)",
    to: "if (at <= messagesBefore)",
  },
  {
    why: "all answers are erased where none is to be",
    caughtBy: "erases the answers that were given before a time",
    file,
    from: "if (messagesBefore === 0) return;\n    for (const { key, at } of answers.values()) if (at < messagesBefore)",
    to: "for (const { key, at } of answers.values()) if (at < (messagesBefore || Infinity))",
  },
  {
    why: "it is erased after it was saved",
    caughtBy: "keeps what is saved by the decision that erases",
    file,
    from: "if (decision.erase !== undefined) erase(decision.erase);",
    to: "const last = decision.erase; if (last !== undefined) queueMicrotask(() => erase(last));",
  },
];
