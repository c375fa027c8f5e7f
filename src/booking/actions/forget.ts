import type { Task } from "../action.js";
import { type Booking, isToCome } from "../booking.js";
import { senderKind } from "../kinds.js";
import { needCodes, needSenders } from "../needs.js";
import { lapseOverdue } from "../rules/due.js";
import { cancelBooking } from "../rules/endings.js";

interface Forget {
  readonly person: string;
  readonly codes: readonly string[];
  readonly senders: readonly string[];
}

/**
 * Cancels what is still to come of a person and erases who it was; places and numbers stay true. A party of several
 * goes on without that person's data. What is delivered once more is known by its request id, and books nobody anew.
 */
export const forget: Task<Forget, undefined> = {
  name: "forget",
  needs: ({ codes, senders }) => [needCodes(codes), ...needSenders(senders)],
  decide({ person, codes, senders }, on) {
    const { now, bookings, book } = on;
    lapseOverdue(
      on,
      codes.flatMap((code) => bookings.find(code) ?? []),
    );
    for (const code of codes) {
      const booking = bookings.find(code);
      if (!booking?.people.some(({ key }) => key === person)) continue;
      const others = booking.people.filter(({ key }) => key !== person);
      const ends = others.length === 0 && isToCome(booking, now);
      const ended = ends ? cancelBooking(on, booking, { by: "system" }) : booking;
      const left = without(ended, others, now);
      // Theirs is the address of what they have alone, and of a party in which they stand first.
      const isTheirs = senders.includes(booking.sender ?? "") || booking.people[0]?.key === person;
      bookings.put(isTheirs ? nobodys(left) : left);
    }
    book.of(senderKind).erase(...senders.map((sender) => [sender]));
    return undefined;
  },
};

/** The booking of who is left; without anybody it is nobody's. */
export function without(booking: Booking, people: Booking["people"], at: number): Booking {
  const history = [...booking.history, { what: "erased", at, by: "system" }] as const;
  if (people.length > 0) return { ...booking, people, history };
  const { sender: _, notices: __, ...rest } = booking;
  return { ...rest, people, history };
}

function nobodys(booking: Booking): Booking {
  const { sender: _, ...rest } = booking;
  return rest;
}
