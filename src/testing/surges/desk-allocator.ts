import type { Alternative } from "../../allocation/alternatives.js";
import type { Desk } from "../../desk/desk.js";
import type { Allocator } from "./allocator.js";

export interface DeskDay {
  readonly desk: Desk;
  readonly officeId: string;
  /** A day of which nothing is taken, at an office with one booking a person and no limit that a sender reaches. */
  readonly date: string;
  /** Windows from the best liked on, where the desk's policy always likes the same ones. */
  readonly preference?: readonly string[];
}

/** A day of a desk on your policy, office or store: places are held and confirmed, and given back by a cancel. */
export async function deskAllocator({ desk, officeId, date, preference }: DeskDay): Promise<Allocator> {
  const [day] = await desk.availability({ officeId, from: date, days: 1 });
  const isOfDay = (one: Alternative) => one.officeId === officeId && one.date === date;
  if (day?.kind !== "open") throw new RangeError(`Expected a day with windows, found ${day?.kind}.`);
  return {
    windows: day.slots.map(({ window, placesLeft }) => ({ window, capacity: placesLeft.general ?? 0 })),
    ...(preference !== undefined && { preference }),
    async ask({ requestId, sender, person, places, window }) {
      const people = Array.from({ length: places }, (_, one) => ({
        details: { name: one === 0 ? person : `${person} and ${one}`, birthDate: "1990-12-31" },
      }));
      const wish = window === undefined ? {} : { window };
      const held = await desk.hold({ requestId, sender, officeId, date, people, ...wish });
      if ("alternatives" in held && isFull(held.kind))
        return { instead: held.alternatives.filter(isOfDay).map((one) => one.window) };
      if (held.kind === "person-has-booking" || held.kind === "already-held") return undefined;
      if (held.kind !== "held") throw new RangeError(`Expected a place or a full day, found ${held.kind}.`);
      const { code } = held.booking;
      const confirmed = await desk.confirm({ requestId: `${requestId} confirmed`, sender, code });
      if (confirmed.kind === "cancelled") return undefined; // the person has asked again and got another place for it
      if (confirmed.kind !== "confirmed") throw new RangeError(`Expected a number, found ${confirmed.kind}.`);
      return {
        window: held.booking.window,
        number: confirmed.booking.queueNumber,
        async giveBack() {
          await desk.cancel({ requestId: `${requestId} given back`, sender, code });
        },
      };
    },
  };
}

function isFull(kind: string): boolean {
  return ["day-full", "pool-full", "window-full"].includes(kind);
}
