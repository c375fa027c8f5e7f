import fc from "fast-check";
import type { Booking } from "../../booking/booking.js";
import { bookingKind, dayKind, dayValue } from "../../booking/kinds.js";
import { needDays } from "../../booking/needs.js";
import { type DayKey, dayName } from "../../booking/records.js";
import { recordsOf } from "../../store/scope.js";
import type { Store } from "../../store/store.js";
import { expect } from "../expect.js";
import { noLimits, smallOffices } from "../offices.js";
import { play } from "../play.js";
import { burst, codeMove, holdMove, minute, rescheduleMove, script, stepOf } from "../script.js";
import { placesTaken, slotName } from "../snapshot.js";
import { dates } from "../world.js";
import { defineRule, type RuleProperty } from "./rule-property.js";

const capacity = { general: 3, priority: 1 };
const actions = ["hold", "hold", "joinWaitingList"] as const;
const move = fc.oneof(
  {
    weight: 3,
    arbitrary: holdMove({ actions, people: 8, places: 2, remarks: 2, pools: Object.keys(capacity) }),
  },
  { weight: 1, arbitrary: codeMove() },
  { weight: 1, arbitrary: rescheduleMove },
);

export const c9Ledger: RuleProperty = defineRule({
  rule: "C9",
  title: "C9 a day's ledger is what its bookings say: places taken and numbers given",
  // Long waits bring the windows' own time, when what is given back is no longer offered.
  given: script(stepOf(burst(move), [11 * minute + 1, 70 * minute + 1]), 16),
  async holds(createWorld, steps) {
    const world = await createWorld({
      offices: smallOffices(capacity, { ...noLimits, holdMinutes: 80, coolingMinutes: [0, 60] }),
      desks: 2,
    });
    await play(world, steps, {
      async afterStep() {
        const days = world.offices.flatMap(({ id }) => dates.map((date) => ({ officeId: id, date })));
        for (const day of days) await expectTrueLedger(world.store, day, world.time.now);
      },
    });
  },
});

interface Ledger {
  readonly taken: ReadonlyMap<string, number>;
  readonly issued: Readonly<Record<string, number>>;
}

/** Of a day of at most 10,000 bookings. */
export async function expectTrueLedger(store: Store, key: DayKey, now: number): Promise<void> {
  expect(await ledgerOf(store, key, now)).toEqual(await reckoned(store, key));
}

/** As the store has it; slots of which nothing is taken are left out. */
async function ledgerOf(store: Store, key: DayKey, now: number): Promise<Ledger> {
  const { records } = await store.read({ now, wants: [needDays([key])] });
  const day = recordsOf(records, dayKind).find((found) => dayName(found) === dayName(key));
  const counts = (day?.counts ?? []).filter(({ taken }) => taken !== 0);
  const taken = new Map<string, number>();
  // Windows that begin alike, and ended otherwise under another config, are one here.
  for (const count of counts) {
    const name = slotName({ ...key, ...count });
    taken.set(name, (taken.get(name) ?? 0) + count.taken);
  }
  return { taken, issued: day?.issued ?? {} };
}

/** From the bookings as they were written, whatever the time. */
async function reckoned(store: Store, key: DayKey): Promise<Ledger> {
  const { ofDay } = bookingKind.lookUps;
  const { records: bookings } = await store.find({ lookUp: ofDay, value: dayValue(key), limit: 10_000 });
  const issued: Record<string, number> = {};
  for (const { window } of bookings.filter(hasNumber)) issued[window] = (issued[window] ?? 0) + 1;
  return { taken: placesTaken(bookings), issued };
}

function hasNumber(booking: Booking): boolean {
  return "sequence" in booking && booking.sequence !== undefined;
}
