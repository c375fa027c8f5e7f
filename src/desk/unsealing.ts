import type { Booking, Person } from "../booking/booking.js";
import type { DeskContext } from "./desk-context.js";

/** Unseals details where bookings leave the desk; without a seal everything passes as it is, at once. */
export interface Unsealing {
  readonly booking: <B extends Booking>(booking: B) => B | Promise<B>;
  readonly bookings: <B extends Booking>(bookings: readonly B[]) => readonly B[] | Promise<readonly B[]>;
  /** An outcome with the bookings in it. */
  readonly outcome: <O extends object>(outcome: O) => O | Promise<O>;
}

export function createUnsealing({ seal }: DeskContext): Unsealing {
  if (seal === undefined) {
    const asItIs = <T>(value: T) => value;
    return { booking: asItIs, bookings: asItIs, outcome: asItIs };
  }
  const { unseal } = seal;

  async function booking<B extends Booking>(sealed: B): Promise<B> {
    const unsealPerson = async ({ key, details }: Person) => ({ key, details: await unseal(details) });
    return { ...sealed, people: await Promise.all(sealed.people.map(unsealPerson)) };
  }

  return {
    booking,
    bookings: (all) => Promise.all(all.map(booking)),
    async outcome(outcome) {
      const unsealed: Record<string, Booking> = {};
      for (const [name, value] of Object.entries(outcome))
        if (isBooking(value)) unsealed[name] = await booking(value);
      return { ...outcome, ...unsealed };
    },
  };
}

function isBooking(value: unknown): value is Booking {
  return typeof value === "object" && value !== null && "code" in value && "people" in value;
}
