import type { Outcome } from "../booking/actions/actions.js";
import type { Booking } from "../booking/booking.js";
import { type AskedAgain, answerAgain, codesOf } from "../booking/kept-outcome.js";
import { answerKind, bookingKind } from "../booking/kinds.js";
import { needAnswer, needCodes } from "../booking/needs.js";
import { joinScopes, type Records, recordsOf, type Scope, type Want } from "../store/scope.js";
import type { Filter, Page, Store } from "../store/store.js";

/** Looks things up without locks; what is wanted in the same moment is read in one call of the store. */
export type Reader = (wants: readonly Want[]) => Promise<Records>;

export function createReader(store: Store, now: () => number): Reader {
  let gathering: { readonly scopes: Scope[]; readonly records: Promise<Records> } | undefined;

  async function readGathered(scopes: readonly Scope[]): Promise<Records> {
    await undefined;
    gathering = undefined;
    return store.read(joinScopes(scopes));
  }

  return (wants) => {
    const scope = lookAt(now(), wants);
    if (gathering === undefined) {
      const scopes: Scope[] = [];
      gathering = { scopes, records: readGathered(scopes) };
    }
    gathering.scopes.push(scope);
    return gathering.records;
  };
}

/** What is looked at now, due or not as of now. */
export function lookAt(now: number, wants: readonly Want[]): Scope {
  return { now, dueBy: now, wants };
}

/** What a request was answered, as its bookings tell it by now; a conflict where something else was asked. */
export async function findAnswer(
  read: Reader,
  key: string,
  asked: AskedAgain,
): Promise<{ readonly action: string; readonly outcome: Outcome } | undefined> {
  const answers = recordsOf(await read([needAnswer(key)]), answerKind);
  const known = answers.find((answer) => answer.key === key);
  if (known === undefined) return undefined;
  const bookings = recordsOf(await read([needCodes(codesOf(known))]), bookingKind);
  const bookingOf = (code: string) => bookings.find((booking) => booking.code === code);
  return { action: known.action, outcome: answerAgain(known, asked, bookingOf) };
}

const pageSize = 500;

/** All bookings that a filter finds, page by page. */
export async function* pagesOf(store: Store, filter: Filter<Booking>): AsyncGenerator<readonly Booking[]> {
  let after: string | undefined = "";
  while (after !== undefined) {
    const page: Page<Booking> = await store.find({ ...filter, limit: pageSize, after });
    yield page.records;
    after = page.next;
  }
}
