import type { Desk } from "../../desk/desk.js";
import type { Allocator } from "./allocator.js";

export interface DeskDay {
  readonly desk: Desk;
  readonly officeId: string;
  /** A day of which nothing is taken, at an office with limits that nobody reaches, such as `noLimits`. */
  readonly date: string;
  /** Windows from the best liked on, where the desk's policy always likes the same ones. */
  readonly preference?: readonly string[];
}

/** A day of a desk on your policy, office or store: places are held and confirmed, and given back by a cancel. */
export async function deskAllocator({ desk, officeId, date, preference }: DeskDay): Promise<Allocator> {
  const [day] = await desk.availability({ officeId, from: date, days: 1 });
  if (day?.kind !== "open") throw new RangeError(`Expected a day with windows, found ${day?.kind}.`);
  return {
    windows: day.slots.map(({ window, placesLeft }) => ({ window, places: placesLeft.general ?? 0 })),
    ...(preference !== undefined && { preference }),
    async ask({ requestId, sender, person, places }) {
      const people = Array.from({ length: places }, (_, one) => ({ key: `${person} ${one}`, details: {} }));
      const held = await desk.hold({ requestId, sender, officeId, date, people });
      if (held.kind === "day-full" || held.kind === "pool-full") return undefined;
      if (held.kind !== "held") throw new RangeError(`Expected a place or a full day, found ${held.kind}.`);
      const { code, window } = held.booking;
      const confirmed = await desk.confirm({ requestId: `${requestId} confirmed`, sender, code });
      if (confirmed.kind !== "confirmed") throw new RangeError(`Expected a number, found ${confirmed.kind}.`);
      return {
        window,
        number: confirmed.booking.queueNumber,
        async giveBack() {
          await desk.cancel({ requestId: `${requestId} given back`, sender, code });
        },
      };
    },
  };
}
