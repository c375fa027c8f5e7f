import type { ActionName } from "../booking/actions/actions.js";
import type { Desk } from "../desk/desk.js";
import { StoreError } from "../errors.js";

/** An action that is missing here does not compile. */
const actions: Readonly<Record<ActionName, true>> = {
  hold: true,
  confirm: true,
  cancel: true,
  extend: true,
  reschedule: true,
  joinWaitingList: true,
  changeParty: true,
};

/** The desk for a chat: where it is busy nothing is answered, so that the message can be delivered again. */
export function patientDesk(desk: Desk): Desk {
  const patient = Object.keys(actions).map((name) => {
    const act = desk[name as ActionName] as (
      call: object,
    ) => Promise<{ readonly kind: string; readonly retryAfterMs?: number }>;
    return [name, (call: object) => act(call).then(unlessBusy)];
  });
  return {
    ...desk,
    ...Object.fromEntries(patient),
    get offices() {
      return desk.offices;
    },
  };
}

function unlessBusy<O extends { readonly kind: string; readonly retryAfterMs?: number }>(outcome: O): O {
  const { kind, retryAfterMs = 0 } = outcome;
  if (kind !== "busy") return outcome;
  throw new StoreError("The desk is busy; have the message delivered again.", {
    retryable: true,
    retryAfterMs,
  });
}
