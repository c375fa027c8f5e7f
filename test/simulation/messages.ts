import type { CodeCall, Desk, HoldCall, RescheduleCall } from "giliran";
import type { Outcome } from "../../src/booking/actions/actions.js";
import type { Delivery, Errand } from "./post.js";

/** A call with a request id, and what it had as its effect as far as its sender was told. */
export type Message = { readonly thread: Thread } & (
  | { readonly action: "hold" | "joinWaitingList"; readonly call: HoldCall }
  | { readonly action: "confirm" | "cancel" | "extend"; readonly call: CodeCall }
  | { readonly action: "reschedule"; readonly call: RescheduleCall }
);

/** All that goes under one request id, of which one call has an effect. */
export interface Thread {
  effect?: { readonly call: Message["call"]; readonly outcome: Outcome };
}

/** What a message was answered. */
export interface Told {
  readonly message: Message;
  readonly outcome: Outcome;
  readonly delivery: Delivery;
}

export function errandOf(message: Message, told: (told: Told) => void): Errand {
  return {
    action: message.action,
    run: (desk) => ask(desk, message),
    told: (outcome, delivery) => told({ message, outcome: outcome as Outcome, delivery }), // of that run
    ...("officeId" in message.call && { lane: message.call.officeId }),
  };
}

function ask(desk: Desk, { action, call }: Message): Promise<Outcome> {
  switch (action) {
    case "hold":
    case "joinWaitingList":
      return desk[action](call);
    case "reschedule":
      return desk.reschedule(call);
    default:
      return desk[action](call);
  }
}
