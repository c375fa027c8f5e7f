import type {
  CancelledBooking,
  ConfirmedBooking,
  HeldBooking,
  WaitingBooking,
} from "../../booking/booking.js";
import type { Answer, Day, DayKey } from "../../booking/records.js";
import { now } from "./store-calls.js";

export const north: DayKey = { officeId: "north", date: "2017-08-08" };
export const south: DayKey = { officeId: "south", date: "2017-08-09" };

export function heldBooking(code: string, given: Partial<HeldBooking> = {}): HeldBooking {
  const { date = north.date, window = "08:00" } = given;
  const start = Date.parse(`${date}T${window}+07:00`);
  return {
    state: "held",
    code,
    ...north,
    window,
    until: window === "08:00" ? "09:00" : "10:00",
    start,
    end: start + 3_600_000,
    pool: "general",
    places: 1,
    people: [{ key: `person of ${code}`, details: {} }],
    sender: `sender of ${code}`,
    expiresAt: now + 1_800_000,
    history: [{ what: "held", at: now, by: "applicant" }],
    ...given,
  };
}

export function waitingBooking(code: string, turn: number, given: Partial<HeldBooking> = {}): WaitingBooking {
  return { ...heldBooking(code, given), state: "waiting", turn };
}

export function confirmedBooking(
  code: string,
  sequence: number,
  given: Partial<HeldBooking> = {},
): ConfirmedBooking {
  const { expiresAt, ...core } = heldBooking(code, given);
  return { ...core, state: "confirmed", sequence, queueNumber: `${sequence}` };
}

export function cancelledBooking(code: string, given: Partial<HeldBooking> = {}): CancelledBooking {
  const { expiresAt, turn, ...core } = heldBooking(code, given);
  return { ...core, state: "cancelled" };
}

export function dayWith({ officeId, date }: DayKey, taken: number): Day {
  const counts = [{ window: "08:00", pool: "general", taken, ceiling: 1000 }];
  return { officeId, date, decidedAt: now, counts, issued: {} };
}

export function answerAbout(key: string, booking: HeldBooking): Answer {
  const { code, state, history } = booking;
  const kept = { code, state, changes: history.length };
  return { key, fingerprint: `content of ${key}`, action: "hold", at: now, booking: kept };
}
