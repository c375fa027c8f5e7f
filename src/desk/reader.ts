import type { Booking } from "../booking/booking.js";
import { type AskedAgain, answerAgain, codesOf } from "../booking/kept-outcome.js";
import type { Action, Outcome } from "../booking/outcomes.js";
import { emptyScope, joinScopes, type Records, type Scope } from "../booking/records.js";
import type { BookingFilter, BookingPage, BookingStore } from "../store/booking-store.js";

/** Looks things up without locks; what is wanted in the same moment is read in one call of the store. */
export type Reader = (wanted: Partial<Scope>) => Promise<Records>;

export function createReader(store: BookingStore, now: () => number): Reader {
  let gathering: { readonly scopes: Scope[]; readonly records: Promise<Records> } | undefined;

  async function readGathered(scopes: readonly Scope[]): Promise<Records> {
    await undefined;
    gathering = undefined;
    return store.read(joinScopes(scopes));
  }

  return (wanted) => {
    const scope = { ...emptyScope(now()), ...wanted };
    if (gathering === undefined) {
      const scopes: Scope[] = [];
      gathering = { scopes, records: readGathered(scopes) };
    }
    gathering.scopes.push(scope);
    return gathering.records;
  };
}

/** What a request was answered, as its bookings tell it by now; a conflict where something else was asked. */
export async function findAnswer(
  read: Reader,
  key: string,
  asked: AskedAgain,
): Promise<{ readonly action: Action; readonly outcome: Outcome } | undefined> {
  const { answers } = await read({ requests: [key] });
  const known = answers.find((answer) => answer.key === key);
  if (known === undefined) return undefined;
  const { bookings } = await read({ codes: codesOf(known) });
  const bookingOf = (code: string) => bookings.find((booking) => booking.code === code);
  return { action: known.action, outcome: answerAgain(known, asked, bookingOf) };
}

const pageSize = 500;

/** All bookings that a filter finds, page by page. */
export async function* pagesOf(
  store: BookingStore,
  filter: BookingFilter,
): AsyncGenerator<readonly Booking[]> {
  let after: string | undefined = "";
  while (after !== undefined) {
    const page: BookingPage = await store.find({ ...filter, limit: pageSize, after });
    yield page.bookings;
    after = page.next;
  }
}
