import { type Booking, waitingTurn } from "./booking.js";
import { dayName } from "./records.js";

/** By day the turn up to which all who wait were read, where there may be more of them than `limit`. */
export function lastTurnsRead(bookings: readonly Booking[], limit: number): ReadonlyMap<string, number> {
  const turns = new Map<string, number[]>();
  for (const booking of bookings) {
    const turn = waitingTurn(booking);
    if (turn === undefined) continue;
    const ofDay = turns.get(dayName(booking)) ?? [];
    turns.set(dayName(booking), ofDay);
    ofDay.push(turn);
  }
  const last = new Map<string, number>();
  for (const [day, ofDay] of turns) {
    const turn = ofDay.sort((a, b) => a - b)[limit - 1];
    if (turn !== undefined) last.set(day, turn);
  }
  return last;
}
