import type { Booking, DayKey, Decision } from "giliran";
import { isLive } from "../../src/booking/booking.js";
import { bookingKind } from "../../src/booking/kinds.js";
import { dayName } from "../../src/booking/records.js";
import { createKeyIndex } from "../../src/store/key-index.js";
import { savedOf } from "../../src/store/scope.js";
import { slotName, takesPlaces } from "../../src/testing/snapshot.js";
import { type BookingChange, erasedDays, erasedKeys } from "./commit.js";

/** All that was committed so far, reckoned from the bookings alone. */
export interface Mirror {
  /** Takes a decision over and gives what it changed. */
  readonly apply: (decision: Decision<unknown>) => readonly BookingChange[];
  readonly booking: (code: string) => Booking | undefined;
  readonly ofDay: (day: DayKey) => readonly Booking[];
  /** Held or waiting on that day. */
  readonly pendingOn: (day: DayKey) => readonly Booking[];
  readonly days: () => Iterable<DayKey>;
  /** Places taken of a window and pool of that name, whatever its times were. */
  readonly taken: (slot: string) => number;
  /** Bookings of a day that take places at a time, under whatever windows they were made. */
  readonly takingAt: (day: DayKey, start: number, end: number) => readonly Booking[];
  readonly liveOf: (personKey: string) => readonly Booking[];
  readonly liveFrom: (sender: string) => readonly Booking[];
  /** Live bookings of a human, however they call themselves. */
  readonly liveOfHuman: (birthDate: string) => readonly Booking[];
  readonly heldUntil: () => readonly number[];
}

/** People of a town have a birth date each, which no spelling of their name changes; others have none. */
export function birthDatesOf({ people }: Booking): readonly string[] {
  return people.map(({ details }) => details.birthDate).filter((date) => typeof date === "string");
}

export function createMirror(): Mirror {
  const bookings = new Map<string, Booking>();
  const days = new Map<string, DayKey>();
  const taken = new Map<string, number>();
  const ofDay = createKeyIndex();
  const pending = createKeyIndex();
  const person = createKeyIndex();
  const sender = createKeyIndex();
  const human = createKeyIndex();
  const held = new Map<string, number>();

  function index(change: "add" | "remove", booking: Booking): void {
    const { code, state } = booking;
    ofDay[change](dayName(booking), code);
    if (takesPlaces(booking)) {
      const name = slotName(booking);
      taken.set(name, (taken.get(name) ?? 0) + (change === "add" ? booking.places : -booking.places));
    }
    if (state === "held" || state === "waiting") pending[change](dayName(booking), code);
    if (booking.state === "held" && change === "add") held.set(code, booking.expiresAt);
    else held.delete(code);
    if (!isLive(booking)) return;
    for (const { key } of booking.people) person[change](key, code);
    for (const birthDate of birthDatesOf(booking)) human[change](birthDate, code);
    if (booking.sender !== undefined) sender[change](booking.sender, code);
  }

  function replace(code: string, after: Booking | undefined): BookingChange {
    const before = bookings.get(code);
    if (before !== undefined) index("remove", before);
    bookings.delete(code);
    if (after !== undefined) {
      bookings.set(code, after);
      days.set(dayName(after), { officeId: after.officeId, date: after.date });
      index("add", after);
    }
    return { code, before, after };
  }

  const all = (codes: Iterable<string>) => [...codes].flatMap((code) => bookings.get(code) ?? []);
  return {
    apply(decision) {
      const saved = savedOf(decision, bookingKind);
      const kept = new Set(saved.map(({ code }) => code));
      const erased = erasedKeys(decision, bookingKind)
        .flat()
        .filter((code) => !kept.has(code));
      const changes = [
        ...erased.map((code) => replace(code, undefined)),
        ...saved.map((booking) => replace(booking.code, booking)),
      ];
      for (const day of erasedDays(decision)) days.delete(dayName(day));
      return changes;
    },
    booking: (code) => bookings.get(code),
    ofDay: (key) => all(ofDay.keys(dayName(key))),
    pendingOn: (key) => all(pending.keys(dayName(key))),
    days: () => days.values(),
    taken: (slot) => taken.get(slot) ?? 0,
    takingAt: (key, start, end) =>
      all(ofDay.keys(dayName(key))).filter(
        (booking) => takesPlaces(booking) && booking.start < end && start < booking.end,
      ),
    liveOf: (key) => all(person.keys(key)),
    liveFrom: (name) => all(sender.keys(name)),
    liveOfHuman: (birthDate) => all(human.keys(birthDate)),
    heldUntil: () => [...held.values()],
  };
}
