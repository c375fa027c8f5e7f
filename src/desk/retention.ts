import { isErasable } from "../booking/actions/erase-ended.js";
import type { Booking } from "../booking/booking.js";
import { bookingKind } from "../booking/kinds.js";
import { dayName } from "../booking/records.js";
import { asOf } from "../booking/rules/due.js";
import { StoreError } from "../errors.js";
import { day } from "../input/instant.js";
import { addDays, isLocalDate } from "../office/local-date.js";
import type { Filter } from "../store/store.js";
import type { PersonCall } from "./calls.js";
import { checkSender } from "./check-call.js";
import type { DeskContext } from "./desk-context.js";
import { type Dispatch, officeLane } from "./dispatch.js";
import type { FindBookings } from "./find-bookings.js";
import { identifyPerson } from "./identify-people.js";
import { allOffices, createParts, onEachDay, type Parts } from "./parts.js";
import { personKey } from "./prepare-request.js";
import { pagesOf, type Reader, readTime } from "./reader.js";
import type { Unsealing } from "./unsealing.js";

/** What is known of people, and for how long. */
export interface Retention {
  /**
   * All that is stored of a person: their bookings, without the others of their parties.
   * @example
   * const bookings = await desk.export({ details: { name: "Budi", birthDate: "1990-08-17" } });
   */
  readonly export: (person: PersonQuery) => Promise<readonly Booking[]>;
  /**
   * Cancels what is live of a person who is alone in it, and erases who they were; a party of several goes on without
   * their data. Places and numbers stay true, and a message that is delivered again books nobody anew.
   * @example
   * await desk.forget({ details: { name: "Budi", birthDate: "1990-08-17" } });
   */
  readonly forget: (person: PersonQuery) => Promise<void>;
  /**
   * Removes what is older than is needed, and gives how many bookings that were.
   * @example
   * const eightDaysAgo = Date.now() - 8 * 24 * 3_600_000;
   * const removed = await desk.forgetBefore({ visitsBefore: "2017-07-01", messagesBefore: eightDaysAgo });
   */
  readonly forgetBefore: (cutoffs: ForgetCutoffs) => Promise<number>;
  /**
   * Bookings go on under the sender's new address, where the ids of a channel have changed. With `code` a booking that
   * staff made without a sender gets one.
   * @example
   * await desk.handOver({ from: "whatsapp:62812", to: "whatsapp:62813" });
   */
  readonly handOver: (senders: HandOverCall) => Promise<void>;
}

/** From an address, or the booking of a code that has none, to an address. */
export interface HandOverCall {
  readonly from?: string;
  readonly code?: string;
  readonly to: string;
}

/** By a key of the caller's own, or by the details from which the desk makes one. */
export type PersonQuery = Partial<PersonCall>;

export interface ForgetCutoffs {
  /** Days before this date go with all their bookings, `YYYY-MM-DD`; at the latest today. */
  readonly visitsBefore: string;
  /**
   * Answers that were given before, and what was noted of senders who wrote nothing since, epoch milliseconds. Webhooks
   * are delivered again for up to 7 days, so it lies at least 8 days back.
   */
  readonly messagesBefore: number;
  /** What was cancelled or has lapsed before loses its people and its sender, whenever its day is; epoch milliseconds. */
  readonly endedBefore?: number;
}

const lastDate = "9999-12-31";
const shortestMemoryMs = 8 * day;

/** How often it is looked for what others have made meanwhile: each time takes a message of the same person. */
const mostLooks = 100;

export function createRetention(
  context: DeskContext,
  dispatch: Dispatch,
  read: Reader,
  unsealing: Unsealing,
  { findAll, findByCode }: Pick<FindBookings, "findAll" | "findByCode">,
  forgetChanges: (before: number) => Promise<void>,
): Retention {
  const { store, hash } = context;
  const { tasks } = context.rulebook;
  const { ofPerson, ofSender, ofOffice } = bookingKind.lookUps;

  /** @throws RangeError where nobody can be told by it. */
  async function keyOf({ key, details = {} }: PersonQuery): Promise<string> {
    const person: PersonCall = key === undefined ? { details } : { key, details };
    const identified = identifyPerson(person, 0);
    if (identified.kind === "malformed") throw new RangeError(`Expected ${identified.expected}.`);
    return personKey(hash, identified);
  }

  async function checkCutoffs({ visitsBefore, messagesBefore }: ForgetCutoffs): Promise<void> {
    const now = await readTime(read, context);
    const todays = [...context.calendars.values()].map((calendar) => calendar.firstDate(now)).sort();
    const [earliest = ""] = todays;
    if (typeof visitsBefore !== "string" || !isLocalDate(visitsBefore) || visitsBefore > earliest)
      throw new RangeError(`visitsBefore: expected a date up to ${earliest}, found ${visitsBefore}.`);
    const latest = now - shortestMemoryMs;
    if (!(messagesBefore > 0 && messagesBefore <= latest))
      throw new RangeError(
        `messagesBefore: expected epoch milliseconds up to ${latest}, 8 days ago, found ${messagesBefore}.`,
      );
  }

  /** Does the work on all that a filter finds; what is made of them in the same moment is found by the next look. */
  async function untilNoneIsLeft(
    filter: Filter<Booking>,
    parts: Parts,
    work: (officeId: string, own: readonly Booking[]) => Promise<unknown>,
  ): Promise<void> {
    for (let looks = 0; looks < mostLooks; looks++) {
      const bookings = await findAll(filter);
      if (bookings.length === 0) return;
      // Those of an office that has left the desk too: nothing of them is needed but their records.
      await onEachDay(parts, allOffices, bookings, ({ officeId }, own) => work(officeId, own));
      parts.end();
    }
    throw new StoreError("Not done: new bookings come as fast as they are looked for; ask again.", {
      retryable: true,
    });
  }

  /** @throws RangeError where no booking without a sender has the code. */
  async function bind(code: string, to: string): Promise<void> {
    const [booking] = await findByCode(code);
    if (booking === undefined || booking.sender !== undefined)
      throw new RangeError("code: expected that of a booking without a sender, found another.");
    const codes = [booking.code];
    await dispatch.task(officeLane(booking.officeId), tasks.handOver, { codes, from: undefined, to });
  }

  async function eraseEnded(before: number, parts: Parts): Promise<number> {
    let erased = 0;
    for (const officeId of context.calendars.keys())
      for await (const page of pagesOf(store, { lookUp: ofOffice, value: [officeId], upTo: lastDate })) {
        const ended = page.filter((booking) => isErasable(booking, before));
        const counts = await onEachDay(parts, context, ended, (_, own) =>
          dispatch.task(officeLane(officeId), tasks.eraseEnded, {
            codes: own.map(({ code }) => code),
            before,
          }),
        );
        erased += counts.reduce((sum, count) => sum + count, 0);
      }
    return erased;
  }

  return {
    async export(query) {
      const person = await keyOf(query);
      const now = await readTime(read, context);
      const bookings = await findAll({ lookUp: ofPerson, value: [person] });
      return unsealing.bookings(
        bookings.map((booking) => {
          const { sender, ...rest } = asOf(booking, now);
          const people = booking.people.filter(({ key }) => key === person);
          // The address may be that of another of the party.
          const isAlone = booking.people.length === people.length && sender !== undefined;
          return { ...rest, people, ...(isAlone && { sender }) } as Booking; // a booking without one
        }),
      );
    },
    async forget(query) {
      const person = await keyOf(query);
      await untilNoneIsLeft({ lookUp: ofPerson, value: [person] }, createParts(), (officeId, own) => {
        const codes = own.map(({ code }) => code);
        const alone = own.filter(({ people }) => people.length === 1);
        const senders = [...new Set(alone.flatMap(({ sender }) => sender ?? []))];
        return dispatch.task(officeLane(officeId), tasks.forget, { person, codes, senders });
      });
    },
    async forgetBefore(cutoffs) {
      await checkCutoffs(cutoffs);
      const parts = createParts();
      let erased = 0;
      const upTo = addDays(cutoffs.visitsBefore, -1);
      for (const officeId of context.calendars.keys()) {
        const dates = new Set<string>();
        for await (const page of pagesOf(store, { lookUp: ofOffice, value: [officeId], upTo }))
          for (const { date } of page) dates.add(date);
        for (const date of dates) {
          const day = { officeId, date };
          const [bookings = 0] = await parts.attempt(dayName(day), () =>
            dispatch.task(officeLane(officeId), tasks.eraseDay, { day }),
          );
          erased += bookings;
        }
      }
      if (cutoffs.endedBefore !== undefined) erased += await eraseEnded(cutoffs.endedBefore, parts);
      const before = cutoffs.messagesBefore;
      await parts.attempt("answers", () => dispatch.taskApart("messages", tasks.forgetAnswers, { before }));
      await parts.attempt("changes", () => forgetChanges(before));
      parts.end();
      return erased;
    },
    async handOver({ from = "", code, to }) {
      checkSender("to", to);
      if (code !== undefined && from === "") return bind(code, to);
      checkSender("from", from);
      if (from === to) return;
      const parts = createParts();
      // What is noted of a sender goes along, whether there are bookings or not.
      await parts.attempt("notes", () => dispatch.task("notes", tasks.handOver, { codes: [], from, to }));
      await untilNoneIsLeft({ lookUp: ofSender, value: [from] }, parts, (officeId, own) =>
        dispatch.task(officeLane(officeId), tasks.handOver, { codes: own.map(({ code }) => code), from, to }),
      );
      parts.end();
    },
  };
}
