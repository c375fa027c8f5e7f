import type { LeasedNotice } from "../booking/actions/lease-notices.js";
import { type Booking, noticeAt } from "../booking/booking.js";
import { bookingKind } from "../booking/kinds.js";
import { needCodes } from "../booking/needs.js";
import type { NoticeName } from "../booking/notice.js";
import { day, minute } from "../input/instant.js";
import { recordsOf } from "../store/scope.js";
import type { DeskContext } from "./desk-context.js";
import { type Dispatch, officeLane } from "./dispatch.js";
import { tell } from "./observe.js";
import { createParts, onEachDay } from "./parts.js";
import { pagesOf, type Reader, readApart, readTime } from "./reader.js";
import type { Unsealing } from "./unsealing.js";

/** What happens by itself, and what people are to be told of it. */
export interface Notices {
  /**
   * Settles what is due at all offices: overdue holds lapse, places that have cooled come back and are offered to who
   * waits. Call it every minute where there are waiting lists or notices; without either nothing depends on it.
   * @example
   * setInterval(() => void desk.sweep().catch(console.error), 60_000);
   */
  readonly sweep: () => Promise<void>;
  /**
   * Notices that are to be sent now, the oldest first; where more than 10000 bookings have some, the oldest of so many.
   * Nobody else is given them for `leaseMs` (default 60000); what is not marked as sent by then is given out again.
   * @example
   * for (const notice of await desk.dueNotices({ limit: 100 })) {
   *   const told = await chat.tell(notice);
   *   if (told !== undefined) await send(told.to, told.text);
   *   await desk.markSent([notice.id]);
   * }
   */
  readonly dueNotices: (query?: DueNoticesQuery) => Promise<readonly DueNotice[]>;
  /**
   * Notes that notices were sent, by their ids, so that `dueNotices` gives them to nobody any more.
   * @example
   * for (const { id } of await desk.dueNotices()) await desk.markSent([id]);
   */
  readonly markSent: (ids: readonly string[]) => Promise<void>;
}

export interface DueNoticesQuery {
  /** Of how many bookings; default 100. */
  readonly limit?: number;
  readonly leaseMs?: number;
}

export interface DueNotice extends LeasedNotice {
  /** What `markSent` takes. */
  readonly id: string;
}

/** Nobody waits or holds for longer. */
const longestMs = 400 * day;
const defaultLimit = 100;
/** Among how many bookings the oldest are looked for: enough for the reminders of a large day, few enough to read. */
const mostCompared = 10_000;
const defaultLeaseMs = minute;

export function createNotices(
  context: DeskContext,
  dispatch: Dispatch,
  read: Reader,
  unsealing: Unsealing,
): Notices {
  const { store } = context;
  const { tasks } = context.rulebook;
  const { allDue, noticeDue } = bookingKind.lookUps;

  /** Under these offices every waiting list was looked at; there may be more room than under those before. */
  let sweptUnder: unknown;

  /** Stores give them in the order of codes. Offices of other desks, and those with quiet hours now, are passed over. */
  async function findDue(limit: number): Promise<readonly Booking[]> {
    const due: Booking[] = [];
    const upTo = await readTime(read, context);
    for await (const page of pagesOf(store, { lookUp: noticeDue, value: [], upTo })) {
      due.push(...page.filter(({ officeId }) => context.calendars.get(officeId)?.quietUntil(upTo) === upTo));
      if (due.length >= Math.max(limit, mostCompared)) break;
    }
    return due.sort((a, b) => (noticeAt(a) ?? 0) - (noticeAt(b) ?? 0)).slice(0, limit);
  }

  return {
    async sweep() {
      const { calendars } = context;
      const hasSwept = sweptUnder === calendars;
      const upTo = (await readTime(read, context)) + (hasSwept ? 0 : longestMs);
      const parts = createParts();
      for (const lookUp of hasSwept ? [allDue] : [allDue, noticeDue])
        for await (const page of pagesOf(store, { lookUp, value: [], upTo }))
          await onEachDay(parts, context, page, (day) =>
            dispatch.task(officeLane(day.officeId), tasks.sweep, { days: [day] }),
          );
      parts.end();
      sweptUnder = calendars;
    },
    async dueNotices({ limit = defaultLimit, leaseMs = defaultLeaseMs } = {}) {
      checkPositive("limit", limit);
      checkPositive("leaseMs", leaseMs);
      const parts = createParts();
      const leased = await onEachDay(parts, context, await findDue(limit), ({ officeId }, due) => {
        const codes = due.map(({ code }) => code);
        const senders = [...new Set(due.flatMap(({ sender }) => sender ?? []))];
        return dispatch.task(officeLane(officeId), tasks.leaseNotices, { codes, senders, leaseMs });
      });
      const notices = leased.flat().sort((a, b) => a.at - b.at);
      // What was taken is to be sent; what failed is told once nothing else is left.
      if (notices.length === 0) parts.end();
      const now = context.observe === undefined || notices.length === 0 ? 0 : await readTime(read, context);
      for (const { kind: notice, at, booking } of notices)
        tell(context.observe, () => ({
          kind: "notice",
          notice,
          officeId: booking.officeId,
          lateMs: Math.max(0, now - at),
        }));
      return Promise.all(
        notices.map(async (notice) => {
          const booking = await unsealing.booking(notice.booking);
          return { ...notice, id: `${notice.at}:${notice.kind}:${notice.code}`, booking };
        }),
      );
    },
    async markSent(ids) {
      if (!Array.isArray(ids)) throw new RangeError("Expected a list of ids as dueNotices gives them.");
      const names = ids.map(readId);
      const codes = names.map(({ code }) => code);
      const parts = createParts();
      const found = await readApart(codes, (some) => read([needCodes(some)]), parts.failed);
      const bookings = found.flatMap(([, { records }]) => recordsOf(records, bookingKind));
      await onEachDay(parts, context, bookings, ({ officeId }, known) => {
        const codes = new Set(known.map(({ code }) => code));
        const notices = names.filter(({ code }) => codes.has(code));
        return dispatch.task(officeLane(officeId), tasks.markSent, { notices });
      });
      parts.end();
    },
  };
}

function checkPositive(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${name}: expected a whole number from 1 up, found ${value}`);
}

/** @throws RangeError where it is no id of a notice. */
function readId(id: string): NoticeName {
  const [, at, kind, code] = typeof id === "string" ? (/^(\d+):([a-z-]+):(.+)$/s.exec(id) ?? []) : [];
  if (kind === undefined || code === undefined)
    throw new RangeError("Expected ids of notices as dueNotices gives them, found something else."); // unquoted: it may be a name
  return { at: Number(at), kind, code };
}
