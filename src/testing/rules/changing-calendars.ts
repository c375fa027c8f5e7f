import fc from "fast-check";
import type { Booking } from "../../booking/booking.js";
import type { OfficeConfig } from "../../office/office.js";
import { noLimits, smallOffices } from "../offices.js";
import { below, minute, type ScriptMove, type Step, script, stepOf } from "../script.js";
import { snapshot, takesPlaces } from "../snapshot.js";
import { dates, type World } from "../world.js";

/** How the windows of all offices are laid, for a while. */
export interface WindowLayout {
  /** Of Monday, Tuesday and Wednesday; over midnight where they end before they begin. */
  readonly hours: readonly [mon: string, tue: string, wed: string];
  readonly slotMinutes: number;
  readonly capacity: Readonly<Record<string, number>>;
  readonly formerPools?: Readonly<Record<string, string>>;
}

const everyDay = (span: string) => ({ hours: [span, span, span] as const });
const day = everyDay("08:00-10:00");
export const firstLayout: WindowLayout = { ...day, slotMinutes: 60, capacity: { general: 2, priority: 1 } };
export const layouts: readonly WindowLayout[] = [
  firstLayout,
  { ...day, slotMinutes: 30, capacity: { general: 2, priority: 1 } },
  { ...day, slotMinutes: 60, capacity: { first: 1, general: 3 }, formerPools: { priority: "general" } },
  { ...everyDay("08:30-10:30"), slotMinutes: 40, capacity: { general: 1, priority: 2 } },
  { ...day, slotMinutes: 120, capacity: { general: 5 } },
];

/** Nights and small hours that share their time with each other, on one date and the next. */
export const nightLayouts: readonly WindowLayout[] = [
  { ...everyDay("23:00-02:00"), slotMinutes: 60, capacity: { general: 2, priority: 1 } },
  { hours: ["23:00-02:00", "00:30-02:30", "08:00-10:00"], slotMinutes: 60, capacity: { general: 2 } },
  { ...everyDay("00:00-02:00"), slotMinutes: 40, capacity: { general: 1, priority: 2 } },
  { hours: ["22:30-01:00", "00:00-02:00", "08:00-10:00"], slotMinutes: 30, capacity: { general: 3 } },
];

/** What happens, and which layout the desks have when the step is over. */
export type ChangingStep = Step & { readonly layout: WindowLayout };

export function changingScript(
  moves: fc.Arbitrary<readonly ScriptMove[]>,
  given: readonly WindowLayout[] = layouts,
): fc.Arbitrary<readonly ChangingStep[]> {
  const step = fc.tuple(stepOf(moves, [11 * minute + 1, 45 * minute + 1]), below(given.length * 2));
  return script(
    step.map(([one, to]) => ({ ...one, layout: given[to] ?? given[0] ?? firstLayout })) as fc.Arbitrary<Step>,
  ).map(
    (steps) => steps as readonly ChangingStep[], // as they were made
  );
}

export function officesBy(
  { hours: [mon, tue, wed], ...layout }: WindowLayout,
  coolingMinutes: readonly [number, number] = [0, 15],
): readonly OfficeConfig[] {
  return smallOffices(layout.capacity, { ...noLimits, holdMinutes: 20, coolingMinutes }).map((office) => ({
    ...office,
    ...layout,
    hours: { mon: [mon], tue: [tue], wed: [wed] },
  }));
}

/** A window of a day and a pool of it, and what stands there by the clock. */
export interface Place {
  readonly officeId: string;
  readonly date: string;
  readonly pool: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly bookable: number;
  readonly taken: number;
}

/** Every window and pool of the world, counted from the bookings alone. */
export async function placesOf(world: World, layout: WindowLayout): Promise<readonly Place[]> {
  const bookings = (await snapshot(world)).filter(takesPlaces);
  const pools = Object.entries(layout.capacity);
  const length = layout.slotMinutes * minute;
  return world.offices.flatMap(({ id: officeId }) =>
    dates.flatMap((date, index) => {
      const [from = "", to = ""] = layout.hours[index]?.split("-") ?? [];
      const at = (time: string) => Date.parse(`${date}T${time}+07:00`);
      const closing = at(to) + (to < from ? 1440 * minute : 0);
      const count = Math.floor((closing - at(from)) / length);
      const own = bookings.filter((booking) => booking.officeId === officeId);
      return Array.from({ length: count }, (_, index) => at(from) + index * length).flatMap((start) =>
        pools.map(([pool, bookable]) => {
          const isThere = (booking: Booking) =>
            booking.start < start + length && booking.end > start && poolNow(layout, booking.pool) === pool;
          const taken = own.filter(isThere).reduce((sum, { places }) => sum + places, 0);
          return { officeId, date, pool, start, bookable, taken };
        }),
      );
    }),
  );
}

function poolNow({ capacity, formerPools = {} }: WindowLayout, pool: string): string | undefined {
  return pool in capacity ? pool : (formerPools[pool] ?? Object.keys(capacity)[0]);
}
