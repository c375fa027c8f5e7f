import type {
  CancelOutcome,
  CodeCall,
  ConfirmOutcome,
  Desk,
  ExtendOutcome,
  HoldCall,
  HoldOutcome,
  RescheduleCall,
  RescheduleOutcome,
  WaitOutcome,
} from "giliran";

/** A call that had an effect, as it was made. */
export type Asked =
  | { readonly action: "hold" | "joinWaitingList"; readonly call: HoldCall }
  | { readonly action: "confirm" | "cancel" | "extend"; readonly call: CodeCall }
  | { readonly action: "reschedule"; readonly call: RescheduleCall };

export type Outcome =
  | HoldOutcome
  | WaitOutcome
  | ConfirmOutcome
  | CancelOutcome
  | ExtendOutcome
  | RescheduleOutcome;

export async function ask(desk: Desk, asked: Asked): Promise<Outcome> {
  switch (asked.action) {
    case "hold":
    case "joinWaitingList":
      return desk[asked.action](asked.call);
    case "reschedule":
      return desk.reschedule(asked.call);
    default:
      return desk[asked.action](asked.call);
  }
}
