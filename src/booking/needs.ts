import type { LookUpValue } from "../store/kind.js";
import type { Want } from "../store/scope.js";
import { answerKind, bookingKind, dayKind, dayValue, senderKind } from "./kinds.js";
import type { DayKey } from "./records.js";

const { ofDay, due, waiting, ofPerson, ofSender } = bookingKind.lookUps;

/** No record: what is read comes with the time. Of ledgers, as nobody waits for a standby to be told of those. */
export const needTime: Want = { lookUp: dayKind.byKey, values: [] };

/** The ledgers of days, with what is due there. */
export function needDays(days: readonly DayKey[]): Want {
  return { lookUp: due, values: days.map(dayValue) };
}

/** The ledger of a day with every booking. */
export function needWholeDay(day: DayKey): Want {
  return { lookUp: ofDay, values: [dayValue(day)] };
}

/** Bookings in any state, with the ledgers of their days; codes too that nobody should have yet. */
export function needCodes(codes: readonly string[]): Want {
  return { lookUp: bookingKind.byKey, values: codes.map((code) => [code]) };
}

/** Live bookings of person keys, with the ledgers of their days. */
export function needPeople(keys: readonly string[]): Want {
  return { lookUp: ofPerson, values: keys.map((key) => [key]) };
}

/** Live bookings of senders, with the ledgers of their days, and what is remembered of the senders. */
export function needSenders(senders: readonly (string | undefined)[]): readonly Want[] {
  const values: LookUpValue[] = [];
  for (const sender of senders) if (sender !== undefined) values.push([sender]);
  return [
    { lookUp: ofSender, values },
    { lookUp: senderKind.byKey, values },
  ];
}

/** What is remembered of one sender, without their bookings. */
export function needSender(sender: string): Want {
  return { lookUp: senderKind.byKey, values: [[sender]] };
}

/** What a request was answered. */
export function needAnswer(key: string): Want {
  return { lookUp: answerKind.byKey, values: [[key]] };
}

/** Of every day that is looked at, up to so many who wait, in the order of their turns. */
export function needWaiting(limit: number): Want {
  return { lookUp: waiting, values: [], limit, everyHome: true };
}
