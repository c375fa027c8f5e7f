import { type Booking, type Desk, occupies } from "giliran";
import { day, holdOf } from "../store/five-places.js";

export const places = 5;
/** How long a place is kept for who does not say more. */
const holdMs = 30 * 60_000;

/** What one call of a worker was told. */
export interface Told {
  /** The request id, without the sender. */
  readonly id: string;
  /** The outcome's kind, or `failed` where the call failed for good. */
  readonly kind: string;
  readonly code?: string;
  /** The queue number. */
  readonly number?: string;
  readonly error?: string;
}

const effects = ["held", "confirmed", "cancelled"];

/** What broke a rule in a round that is over, each in a line; `desk` looks at its store with a right clock. */
export async function findViolations(told: readonly Told[], desk: Desk): Promise<readonly string[]> {
  const bookings = await desk.find(day);
  const taken = bookings.filter(occupies).length;
  const sound = await desk.reconcile(day);
  const next = await desk.hold(holdOf("who comes when all is over"));
  const expected = taken < places ? "held" : "day-full";
  return [
    ...told.filter(({ kind }) => kind === "failed").map(({ id, error }) => `${id} failed: ${error}`),
    ...findContradictions(told),
    ...findBrokenPromises(told, bookings),
    ...(taken > places ? [`C1: ${taken} of ${places} places are taken`] : []),
    ...(sound.kind === "sound" ? [] : [`C9: ${JSON.stringify(sound)}`]),
    ...(next.kind === expected ? [] : [`C2: ${next.kind} with ${taken} places taken`]),
  ];
}

/** C5: a request that had its effect is answered with it, in however many processes it was asked. C6: no number twice. */
function findContradictions(told: readonly Told[]): readonly string[] {
  const answers = new Map<string, Set<string>>();
  const numbers = new Map<string, Set<string>>();
  for (const { id, kind, code = "", number } of told) {
    if (effects.includes(kind)) add(answers, id, [kind, code, number ?? ""].join(" "));
    if (number !== undefined) add(numbers, number, code);
  }
  const twice = (sets: ReadonlyMap<string, ReadonlySet<string>>) =>
    [...sets].filter(([, { size }]) => size > 1);
  return [
    ...twice(answers).map(([id, all]) => `C5: ${id} was answered with ${[...all].join(" and ")}`),
    ...twice(numbers).map(([number, codes]) => `C6: ${number} was given to ${[...codes].join(" and ")}`),
  ];
}

function add(sets: Map<string, Set<string>>, name: string, value: string): void {
  sets.set(name, (sets.get(name) ?? new Set()).add(value));
}

/** C8 and C3: what was told is there, and nobody's time ran out, but by the clock of a desk that was wrong by a year. */
function findBrokenPromises(told: readonly Told[], bookings: readonly Booking[]): readonly string[] {
  const known = new Map(bookings.map((booking) => [booking.code, booking]));
  const cancelled = new Set(told.filter(({ kind }) => kind === "cancelled").map(({ code }) => code));
  const holds = new Map(told.map(({ id, code = "" }) => [id, known.get(code)]));
  const refused = told.filter(
    ({ id, kind }) =>
      !id.startsWith("hold ") &&
      ![...effects, "failed"].includes(kind) &&
      !(kind === "hold-lapsed" && isOverBySomeClock(holds.get(`hold ${id.split(" ")[1]}`))),
  );
  const lost = told.filter((one) => one.code !== undefined && !isKept(one, known.get(one.code), cancelled));
  return [
    ...refused.map(({ id, kind }) => `C3: ${id} was answered with ${kind}`),
    ...lost.map(
      (one) => `C8: ${JSON.stringify(one)} was told, found ${JSON.stringify(known.get(one.code ?? ""))}`,
    ),
  ];
}

/** Whether the desk that let the hold lapse had reason to, by its own clock. */
function isOverBySomeClock(booking: Booking | undefined): boolean {
  const at = (what: string) => booking?.history.find((one) => one.what === what)?.at;
  const [held = Infinity, lapsed = 0] = [at("held"), at("lapsed")];
  return lapsed >= held + holdMs;
}

function isKept(
  { kind, code, number }: Told,
  booking: Booking | undefined,
  cancelled: ReadonlySet<string | undefined>,
): boolean {
  if (booking === undefined) return false;
  if (kind === "confirmed" && booking.state !== "confirmed" && !cancelled.has(code)) return false;
  return number === undefined || !("queueNumber" in booking) || booking.queueNumber === number;
}
