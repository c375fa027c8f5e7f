import type { ActionName } from "../booking/actions/actions.js";
import type { Desk } from "../desk/desk.js";
import { StoreError } from "../errors.js";

const names: readonly ActionName[] = ["hold", "confirm", "cancel", "extend", "reschedule", "joinWaitingList"];

/** The desk for a chat: where it is busy nothing is answered, so that the message can be delivered again. */
export function patientDesk(desk: Desk): Desk {
  const actions = names.map((name) => {
    const act = desk[name] as (
      call: object,
    ) => Promise<{ readonly kind: string; readonly retryAfterMs?: number }>;
    return [name, (call: object) => act(call).then(unlessBusy)];
  });
  return { ...desk, ...Object.fromEntries(actions) };
}

function unlessBusy<O extends { readonly kind: string; readonly retryAfterMs?: number }>(outcome: O): O {
  const { kind, retryAfterMs = 0 } = outcome;
  if (kind !== "busy") return outcome;
  throw new StoreError("The desk is busy; have the message delivered again.", {
    retryable: true,
    retryAfterMs,
  });
}
