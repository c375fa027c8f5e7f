import type { OutcomeOf } from "../booking/actions/actions.js";
import type { ChangePartyCall, CodeCall, HoldCall, RescheduleCall } from "./calls.js";

/** What people may ask of a desk: one method per action. */
export interface DeskActions {
  /**
   * Takes places for a party until `booking.expiresAt`, epoch milliseconds: `held`, with the code that confirms it. A refusal
   * says why, and what is free instead in `alternatives`.
   * @example
   * const outcome = await desk.hold({
   *   requestId: "web:4711", sender: "web:session-12", officeId: "bali", date: "2017-08-10",
   *   people: [{ details: { name: "Budi", birthDate: "1990-08-17" } }],
   * });
   * if (outcome.kind === "held") console.log(outcome.booking.code, outcome.booking.window);
   */
  readonly hold: (call: HoldCall) => Promise<OutcomeOf["hold"]>;
  /**
   * Makes a hold certain, of the sender who has its code: `confirmed`, with the ticket and its queue number. From
   * `booking.expiresAt` on it is `hold-lapsed`.
   * @example
   * const outcome = await desk.confirm({ requestId: "web:4712", sender: "web:session-12", code: "7HXW-9TB6" });
   * if (outcome.kind === "confirmed") console.log(outcome.ticket.queueNumber);
   * if (outcome.kind === "hold-lapsed") console.log("too late");
   */
  readonly confirm: (call: CodeCall) => Promise<OutcomeOf["confirm"]>;
  /**
   * Gives a booking's places back, or its turn on the waiting list.
   * @example
   * const outcome = await desk.cancel({ requestId: "web:4713", sender: "web:session-12", code: "7HXW-9TB6" });
   * if (outcome.kind === "too-late") console.log(new Date(outcome.until));
   */
  readonly cancel: (call: CodeCall) => Promise<OutcomeOf["cancel"]>;
  /**
   * Keeps a hold for longer, as far as the office lets it.
   * @example
   * const outcome = await desk.extend({ requestId: "web:4714", sender: "web:session-12", code: "7HXW-9TB6" });
   * if (outcome.kind === "extended") console.log(new Date(outcome.booking.expiresAt));
   */
  readonly extend: (call: CodeCall) => Promise<OutcomeOf["extend"]>;
  /**
   * Moves a booking to another date or window, of its office or of another `officeId` of the group. It keeps its place until it has the new one, under a new code;
   * a confirmed one gets a new queue number.
   * @example
   * const call = { requestId: "web:4715", sender: "web:session-12", code: "7HXW-9TB6", date: "2017-08-11" };
   * const outcome = await desk.reschedule(call);
   * if (outcome.kind === "rescheduled") console.log(outcome.booking.code, outcome.ticket?.queueNumber);
   */
  readonly reschedule: (call: RescheduleCall) => Promise<OutcomeOf["reschedule"]>;
  /**
   * Waits for a place on a date that is full; the party may have a booking for another, which it keeps until then.
   * @example
   * const outcome = await desk.joinWaitingList({
   *   requestId: "web:4716", sender: "web:session-12", officeId: "bali", date: "2017-08-10",
   *   people: [{ details: { name: "Budi", birthDate: "1990-08-17" } }],
   * });
   * if (outcome.kind === "waiting") console.log(outcome.position);
   */
  readonly joinWaitingList: (call: HoldCall) => Promise<OutcomeOf["joinWaitingList"]>;
  /**
   * Makes a party larger or smaller, in its place: somebody joins, or can't come. Code and queue number stay.
   * @example
   * const outcome = await desk.changeParty({
   *   requestId: "web:4717", sender: "web:session-12", code: "7HXW-9TB6",
   *   people: [
   *     { details: { name: "Budi", birthDate: "1990-08-17" } },
   *     { details: { name: "Siti", birthDate: "1992-03-05" } },
   *   ],
   * });
   * if (outcome.kind === "party-changed") console.log(outcome.booking.places);
   */
  readonly changeParty: (call: ChangePartyCall) => Promise<OutcomeOf["changeParty"]>;
}
