import type { SourceChange } from "../rules/break-module.js";
import type { Broken } from "./verdict.js";

/** The real source with one change, which the simulation finds by the rule that it breaks. */
export interface BrokenTown extends SourceChange {
  readonly rule: Broken["rule"];
  readonly why: string;
}

export const brokenTowns: readonly BrokenTown[] = [
  {
    rule: "C1",
    why: "a move looks at no other's places",
    file: "booking/reschedule.ts",
    from: "const slot = chooseSlot(request.calendar, request.policy, slotQuery(batch, request, earlier));",
    to: "const slot = chooseSlot(request.calendar, request.policy, { ...slotQuery(batch, request, earlier), taken: () => 0 });",
  },
  {
    rule: "C2",
    why: "a party is told that the day is full, whatever room it has",
    file: "booking/place.ts",
    from: "  if (slot === undefined)\n",
    to: "  if (slot === undefined || request.people.length > 1)\n",
  },
  {
    rule: "C3",
    why: "an offer lives on until somebody looks for it",
    file: "booking/lapse.ts",
    from: 'lapseBooking(batch, context, booking);\n        break;\n      case "waiting"',
    to: 'if (booking.turn === undefined) lapseBooking(batch, context, booking);\n        break;\n      case "waiting"',
  },
  {
    rule: "C4",
    why: "who waits is not counted",
    file: "booking/refuse-by-limits.ts",
    from: "(booking) => booking !== givesWay &&",
    to: '(booking) => booking.state !== "waiting" && booking !== givesWay &&',
  },
  {
    rule: "C5",
    why: "a confirmation is not remembered",
    file: "booking/kept-outcome.ts",
    from: 'confirm: "confirmed",',
    to: 'confirm: "already-confirmed",',
  },
  {
    rule: "C5",
    why: "who asks again is told what happened since",
    file: "booking/kept-outcome.ts",
    from: "const history = booking.history.slice(0, changes);",
    to: "const { history } = booking;",
  },
  {
    rule: "C6",
    why: "a number names the first window of the day instead of its own",
    file: "booking/confirm.ts",
    from: "queueNumber({ officeId, date, window, sequence })",
    to: 'queueNumber({ officeId, date, window: "08:00", sequence })',
  },
  {
    rule: "C7",
    why: "who wants to move to a full day has no place any more",
    file: "booking/reschedule.ts",
    from: "  if (slot === undefined)\n",
    to: `  if (slot === undefined) {
    const history = [...earlier.history, { what: "cancelled", at: batch.now, by: "applicant" } as const];
    batch.put({ ...earlier, state: "cancelled", history });
  }
  if (slot === undefined)\n`,
  },
  {
    rule: "C8",
    why: "a commit that failed is answered with what had been decided",
    file: "desk/acting.ts",
    from: `return store.transact(scopeOf(requests, now(), clockToleranceMs), (records, scope) =>
      decide(requests, records, scope, known),
    );`,
    to: `let told: readonly Decided[] | undefined;
    return store.transact(scopeOf(requests, now(), clockToleranceMs), (records, scope) => {
      const decision = decide(requests, records, scope, known);
      if ("result" in decision) told = decision.result;
      return decision;
    }).catch((error) => {
      if (told === undefined) throw error;
      return told;
    });`,
  },
  {
    rule: "C9",
    why: "a party that leaves gives one place back",
    file: "booking/batch.ts",
    from: "countPlaces(days.of(before), before, -before.places);",
    to: "countPlaces(days.of(before), before, -1);",
  },
  {
    rule: "F1",
    why: "of those who come together the last are decided first",
    file: "desk/lanes.ts",
    from: "return queue.splice(0, Math.min(count, mostTogether));",
    to: "return queue.splice(0, Math.min(count, mostTogether)).reverse();",
  },
  {
    rule: "F3",
    why: "a title makes another person",
    file: "desk/person-identity.ts",
    from: 'withoutTitles(name.normalize("NFKC"))',
    to: 'name.normalize("NFKC")',
  },
  {
    rule: "F4",
    why: "a moved visit leaves a place that does not cool",
    file: "booking/end.ts",
    from: "...(handedOn === undefined && cooling(",
    to: "...(handedOn === undefined && replacedBy === undefined && cooling(",
  },
];
