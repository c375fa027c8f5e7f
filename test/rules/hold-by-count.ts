import { type HoldOutcome, hold } from "../../src/booking/actions/hold.js";
import type { Grounds } from "../../src/booking/grounds.js";
import type { Ledgers } from "../../src/booking/ledgers.js";
import type { PartyRequest } from "../../src/booking/requests.js";
import { withAlternatives } from "../../src/booking/rules/room.js";

/** `hold` by ledgers that count otherwise; what is free instead is still told by the real ones. */
export function holdByCount(
  count: (taken: Ledgers["taken"], request: PartyRequest, on: Grounds) => Ledgers["taken"],
): typeof hold {
  return {
    ...hold,
    decide(request, on) {
      const taken = count(on.ledgers.taken, request, on);
      const alternatives = { changes: 0, found: new Map() };
      const outcome = hold.decide(request, { ...on, ledgers: { ...on.ledgers, taken }, alternatives });
      return withRealAlternatives(outcome, request, on);
    },
  };
}

function withRealAlternatives(outcome: HoldOutcome, request: PartyRequest, on: Grounds): HoldOutcome {
  return "alternatives" in outcome ? { ...outcome, ...withAlternatives(on, request) } : outcome;
}
