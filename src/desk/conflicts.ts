import { bookingWindow } from "../allocation/free-slots.js";
import type { Resolved } from "../booking/actions/resolve.js";
import type { Actor, Booking } from "../booking/booking.js";
import { type DayKey, dayName } from "../booking/records.js";
import type { Conflict } from "../booking/rules/conflict.js";
import { found } from "../input/found.js";
import type { Calendar } from "../office/calendar.js";
import { isLocalDate, listNearestDates } from "../office/local-date.js";
import type { Office } from "../office/office.js";
import { changedCalendars, type DeskContext } from "./desk-context.js";
import { type Dispatch, officeLane } from "./dispatch.js";
import { findConflicts } from "./find-conflicts.js";
import { createParts, type Parts } from "./parts.js";
import { drawCodes } from "./prepare-request.js";
import { type Reader, readTime } from "./reader.js";
import type { Unsealing } from "./unsealing.js";

/** Bookings that an office's config has no place for since it changed. */
export interface Conflicts {
  /**
   * Coming bookings that no longer fit the office's config, in the order in which they were made. Nothing is moved or
   * cancelled by itself.
   * @example
   * const conflicts = await desk.conflicts({ officeId: "bali" });
   * for (const { booking } of conflicts) console.log(booking.code, booking.date);
   */
  readonly conflicts: (query: ConflictsQuery) => Promise<readonly Conflict[]>;
  /**
   * Moves or cancels bookings that no longer fit; each person is owed a notice of it.
   * @example
   * await desk.resolveConflicts({ officeId: "bali", date: "2017-08-10", otherwise: "cancel" });
   */
  readonly resolveConflicts: (query: ResolveConflictsQuery) => Promise<readonly ResolvedConflict[]>;
  /**
   * From now on the desk has these offices, all of them; what is decided next is decided by them. Gives the coming bookings
   * that no longer fit those that are other objects than before, office by office. Desks of other processes are told by
   * their own program. One that leaves stays in the list, with `closed: true`.
   * @throws InvalidConfigError with the path of what is wrong; then nothing has changed.
   * @example
   * const conflicts = await desk.changeOffices([office]);
   * for (const { booking, reason } of conflicts) console.log(booking.code, reason);
   */
  readonly changeOffices: (offices: readonly Office[]) => Promise<readonly Conflict[]>;
}

/** An office of the desk, whose config has changed. */
export interface ConflictsQuery {
  readonly officeId: string;
}

export interface ResolveConflictsQuery extends ConflictsQuery {
  /** Only the conflicts of that date; default of all. */
  readonly date?: string;
  /**
   * Where a place is looked for: on the same day, or else on the nearest with room that may be booked now; default
   * `nearest-day`.
   */
  readonly move?: "same-day" | "nearest-day" | "nowhere";
  /**
   * How far from now a visit begins at the earliest that somebody is moved to, in minutes: they must hear of it. Default
   * 120, and never less than the office's `noticeMinutes`.
   */
  readonly soonestMinutes?: number;
  /** What is done where there is none. */
  readonly otherwise: "cancel" | "keep";
  /** Who decided so; it stands in the history. Default `staff`. */
  readonly by?: Actor;
}

/** A booking that no longer fitted, and what became of it. */
export interface ResolvedConflict {
  readonly conflict: Conflict;
  readonly result: Resolved;
}

const defaultSoonestMinutes = 120;

export function createConflicts(
  context: DeskContext,
  dispatch: Dispatch,
  read: Reader,
  unsealing: Unsealing,
  calendarOf: (officeId: string) => Calendar,
  findOfDay: (day: DayKey) => Promise<readonly Booking[]>,
): Conflicts {
  const find = (officeId: string, parts: Parts) =>
    findConflicts(calendarOf(officeId), context, read, findOfDay, parts);

  async function resolve(
    conflict: Conflict,
    query: ResolveConflictsQuery,
    now: number,
  ): Promise<ResolvedConflict> {
    const { officeId, move = "nearest-day", otherwise, by = "staff" } = query;
    const { soonestMinutes = defaultSoonestMinutes } = query;
    const calendar = calendarOf(officeId);
    const { code, date, people, sender } = conflict.booking;
    const result = await dispatch.task(officeLane(officeId), context.rulebook.tasks.resolve, {
      code,
      codes: drawCodes(context, officeId),
      people,
      sender,
      by,
      calendar,
      date,
      soonestMinutes,
      dates: datesFor(calendar, date, move, now),
      otherwise,
    });
    const booking = await unsealing.booking(conflict.booking);
    return { conflict: { ...conflict, booking }, result: await unsealing.outcome(result) };
  }

  async function list(officeIds: readonly string[]): Promise<readonly Conflict[]> {
    const parts = createParts();
    const conflicts: Conflict[] = [];
    for (const officeId of officeIds) conflicts.push(...(await find(officeId, parts)));
    // As with notices: what there is is to be dealt with, what failed is told once nothing else is left.
    if (conflicts.length === 0) parts.end();
    return Promise.all(
      conflicts.map(async ({ booking, reason }) => ({ booking: await unsealing.booking(booking), reason })),
    );
  }

  return {
    conflicts: ({ officeId }) => list([officeId]),
    async changeOffices(offices) {
      const before = context.calendars;
      const after = changedCalendars(context.settings, before, offices);
      context.calendars = after;
      const changed = [...before.keys()].filter((officeId) => before.get(officeId) !== after.get(officeId));
      // What is being decided under the offices of before is over then.
      const { sweep } = context.rulebook.tasks;
      await Promise.all(changed.map((id) => dispatch.task(officeLane(id), sweep, { days: [] })));
      return list(changed);
    },
    async resolveConflicts(query) {
      checkChoices(query);
      const parts = createParts();
      const all = await find(query.officeId, parts);
      const resolved: ResolvedConflict[] = [];
      const now = await readTime(read, context);
      // One after the other, in the order of arrival: who came first is moved to what is nearest.
      for (const conflict of all)
        if (query.date === undefined || conflict.booking.date === query.date)
          resolved.push(
            ...(await parts.attempt(dayName(conflict.booking), () => resolve(conflict, query, now))),
          );
      parts.end();
      return resolved;
    },
  };
}

const longestYearMinutes = 366 * 1440;

const choices = {
  otherwise: ["cancel", "keep"],
  move: ["same-day", "nearest-day", "nowhere"],
  by: ["applicant", "staff", "system"],
} as const;

/** @throws RangeError where one is none that there is: bookings would be moved, cancelled or left by mistake. */
function checkChoices(query: ResolveConflictsQuery): void {
  const { otherwise, move = "nearest-day", by = "staff", date, soonestMinutes = 0 } = query;
  if (date !== undefined && !isLocalDate(date))
    throw new RangeError(`date: expected a date such as "2017-08-10", found ${found(date)}.`);
  if (!Number.isInteger(soonestMinutes) || soonestMinutes < 0 || soonestMinutes > longestYearMinutes)
    throw new RangeError(
      `soonestMinutes: expected a whole number from 0 to ${longestYearMinutes}, found ${found(soonestMinutes)}.`,
    );
  for (const [name, value] of Object.entries({ otherwise, move, by })) {
    const known: readonly string[] = choices[name as keyof typeof choices];
    if (!known.includes(value))
      throw new RangeError(`${name}: expected one of ${known.join(", ")}, found ${found(value)}.`);
  }
}

/** The booking's own date first, then the nearest that may be booked now. */
function datesFor(
  calendar: Calendar,
  date: string,
  move: NonNullable<ResolveConflictsQuery["move"]>,
  now: number,
): readonly string[] {
  if (move === "nowhere") return [];
  if (move === "same-day") return [date];
  const { from, until } = bookingWindow(calendar, now);
  const others = listNearestDates(date, from, until).filter((other) => calendar.day(other).kind === "open");
  return [date, ...others];
}
