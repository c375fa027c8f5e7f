import type { Booking, Person } from "../booking/booking.js";
import type { DeskContext } from "./desk-settings.js";

/** Opens sealed details where bookings leave the desk; without a seal everything passes as it is, at once. */
export interface Unsealing {
  readonly booking: <B extends Booking>(booking: B) => B | Promise<B>;
  readonly bookings: <B extends Booking>(bookings: readonly B[]) => readonly B[] | Promise<readonly B[]>;
  /** An outcome with the bookings in it. */
  readonly outcome: <O extends object>(outcome: O) => O | Promise<O>;
}

export function createUnsealing({ seal }: DeskContext): Unsealing {
  if (seal === undefined) {
    const asItIs = <T>(open: T) => open;
    return { booking: asItIs, bookings: asItIs, outcome: asItIs };
  }
  const { open } = seal;

  async function booking<B extends Booking>(sealed: B): Promise<B> {
    const openPerson = async ({ key, details }: Person) => ({ key, details: await open(details) });
    return { ...sealed, people: await Promise.all(sealed.people.map(openPerson)) };
  }

  return {
    booking,
    bookings: (all) => Promise.all(all.map(booking)),
    async outcome(outcome) {
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
