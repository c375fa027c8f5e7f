import type { OpenSlot } from "../allocation/policies.js";
import type { Batch } from "./batch.js";
import type { Actor, HeldBooking, Person } from "./booking.js";
import { noticesOfHold, toTell } from "./notice.js";
import { freshCode } from "./place.js";
import type { Wish } from "./requests.js";

const minute = 60_000;

/** What a new hold is made of. */
interface Party extends Wish {
  readonly people: readonly Person[];
  readonly sender: string | undefined;
  readonly by: Actor;
  readonly codes: readonly string[];
}

/** The party's places in a slot, for as long as the office holds them. */
export function newHold(batch: Batch, party: Party, slot: OpenSlot): HeldBooking {
  const { calendar, date, people, places, sender, by } = party;
  const { window, until, start, end, pool } = slot;
  const { holdMinutes, holdReminderMinutes } = calendar.office.rules;
  const expiresAt = Math.min(batch.now + holdMinutes * minute, end);
  return {
    state: "held",
    code: freshCode(batch, party.codes),
    officeId: calendar.office.id,
    date,
    window,
    until,
    start,
    end,
    pool,
    ...(pool !== party.pool && { askedPool: party.pool }),
    places,
    people,
    ...(sender !== undefined && { sender }),
    expiresAt,
    history: batch.begin("held", by),
    ...toTell(noticesOfHold(expiresAt, holdReminderMinutes, batch.now)),
  };
}
