import type { Booking, Person } from "../booking/booking.js";
import type { DeskContext } from "./desk-settings.js";

/** Opens sealed details where bookings leave the desk; without a seal everything passes as it is. */
export interface Opening {
  readonly booking: <B extends Booking>(booking: B) => Promise<B>;
  readonly bookings: <B extends Booking>(bookings: readonly B[]) => Promise<readonly B[]>;
  /** An outcome with the bookings in it. */
  readonly outcome: <O extends object>(outcome: O) => Promise<O>;
}

export function createOpening({ seal }: DeskContext): Opening {
  async function booking<B extends Booking>(sealed: B): Promise<B> {
    if (seal === undefined) return sealed;
    const open = async ({ key, details }: Person) => ({ key, details: await seal.open(details) });
    return { ...sealed, people: await Promise.all(sealed.people.map(open)) };
  }
  return {
    booking,
    bookings: (all) => Promise.all(all.map(booking)),
    async outcome(outcome) {
      if (seal === undefined) return outcome;
      const opened: Record<string, Booking> = {};
      for (const [name, part] of Object.entries(outcome))
        if (isBooking(part)) opened[name] = await booking(part);
      return { ...outcome, ...opened };
    },
  };
}

function isBooking(part: unknown): part is Booking {
  return typeof part === "object" && part !== null && "code" in part && "people" in part;
}
