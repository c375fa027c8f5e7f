import type { CodeCall, Desk, HoldCall, RescheduleCall } from "giliran";
import type { Outcome } from "../../src/booking/actions/actions.js";
import { checkCommitted, checkOnce, checkRefusal } from "./check-told.js";
import type { Known } from "./known.js";
import type { Message, Told } from "./messages.js";
import type { Witness } from "./witness.js";

/** A desk of which every call comes to another one too in the same moment; what each answers is held to the rules. */
export function doubledDesk(
  desk: Desk,
  other: Desk,
  { known, witness }: { readonly known: Known; readonly witness: Witness },
): Desk {
  async function twice<O extends Outcome>(
    action: Message["action"],
    call: HoldCall | CodeCall | RescheduleCall,
    ask: (desk: Desk) => Promise<O>,
  ): Promise<O> {
    const message = { thread: {}, action, call } as Message; // of that action
    const delivery = { errand: { action, run: ask }, process: 0, order: 0 };
    const [first] = await Promise.all(
      [desk, other].map(async (at) => {
        const outcome = await ask(at);
        check({ message, outcome, delivery });
        return outcome;
      }),
    );
    return first as O; // there are two
  }

  function check(told: Told): void {
    checkOnce(told, known);
    checkCommitted(told, known);
    const commit = witness.last();
    if (commit !== undefined) checkRefusal(told, commit, known);
  }

  return {
    ...desk,
    hold: (call) => twice("hold", call, (at) => at.hold(call)),
    joinWaitingList: (call) => twice("joinWaitingList", call, (at) => at.joinWaitingList(call)),
    confirm: (call) => twice("confirm", call, (at) => at.confirm(call)),
    cancel: (call) => twice("cancel", call, (at) => at.cancel(call)),
    extend: (call) => twice("extend", call, (at) => at.extend(call)),
    reschedule: (call) => twice("reschedule", call, (at) => at.reschedule(call)),
  };
}
