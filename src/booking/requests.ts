import type { Policy } from "../allocation/policies.js";
import type { Calendar } from "../office/calendar.js";
import type { Want } from "../store/scope.js";
import type { Actor, Booking, Override, Person } from "./booking.js";
import { needCodes, needDays, needPeople, needSenders } from "./needs.js";
import type { DayKey } from "./records.js";

/** What somebody asks for once, under a request id. */
export interface RequestCore {
  /** Hash of sender and request id. */
  readonly key: string;
  /** Hash of what is asked. */
  readonly fingerprint: string;
  /** Staff may act without one. */
  readonly sender: string | undefined;
  readonly by: Actor;
}

/** The places that a party wants. */
export interface Wish {
  readonly calendar: Calendar;
  readonly policy: Policy;
  readonly date: string;
  readonly places: number;
  readonly pool: string;
  /** The only window that will do. */
  readonly window: string | undefined;
  /** A wish for a time, which `policy` obeys. */
  readonly prefer: string | undefined;
  /** The rules that staff set aside. */
  readonly override?: readonly Override[] | undefined;
  /** Who they are, where that is known: nobody is given two places at one time. */
  readonly people?: readonly Person[];
  /** The code of the booking on top of which they wait. */
  readonly replaces?: string | undefined;
}

/** Places for a party on a date of an office. */
export interface PartyRequest extends RequestCore, Wish {
  readonly people: readonly Person[];
  /** Fresh codes to choose from, drawn before the decision. */
  readonly codes: readonly string[];
}

/** Something with the booking of a code. */
export interface CodeRequest extends RequestCore {
  readonly code: string;
}

/** Another party for the booking of a code, in its place. */
export interface ChangePartyRequest extends CodeRequest {
  /** All who come. */
  readonly people: readonly Person[];
  /** Fresh codes, for what those have who leave. */
  readonly codes: readonly string[];
  /** The day of the booking, with those around it; none where the code was nobody's when it was looked up. */
  readonly days: readonly DayKey[];
}

/** Another place for the booking of a code. */
export interface RescheduleRequest extends CodeRequest {
  /** Where to; missing where the code was nobody's when it was looked up, or there is no such office. */
  readonly move: Move | undefined;
  /** An office that the desk has not, or that is not of the booking's group. */
  readonly unknownOffice?: string | undefined;
}

export interface Move extends Wish {
  readonly codes: readonly string[];
  /** The people of the booking and its sender, which a move never changes. */
  readonly people: readonly Person[];
  readonly sender: string | undefined;
}

/** Whether a booking is for exactly these people. */
export function isForParty(
  booking: Pick<Booking, "people">,
  { people }: Pick<PartyRequest, "people">,
): boolean {
  return (
    booking.people.length === people.length &&
    booking.people.every(({ key }) => people.some((one) => one.key === key))
  );
}

/** What a request for places needs, on any of these dates. */
export function needsOfParty(
  party: Pick<Move, "calendar" | "codes" | "people" | "sender">,
  dates: readonly string[],
): readonly Want[] {
  const { calendar } = party;
  const officeId = calendar.office.id;
  const days = calendar.hasNights ? dates.flatMap(calendar.datesAround) : dates;
  return [
    needDays(days.map((date) => ({ officeId, date }))),
    needCodes(party.codes.slice(0, 1)),
    needPeople(party.people.map(({ key }) => key)),
    ...needSenders([party.sender]),
  ];
}

/** What a request about a code needs. */
export function needsOfCode({ code, sender }: Pick<CodeRequest, "code" | "sender">): readonly Want[] {
  return [needCodes([code]), ...needSenders([sender])];
}
