import type { Outcome } from "../booking/actions/actions.js";
import type { Booking } from "../booking/booking.js";
import type { Grounds } from "../booking/grounds.js";
import { type AskedAgain, answerAgain, codesOf } from "../booking/kept-outcome.js";
import { answerKind, bookingKind } from "../booking/kinds.js";
import { needAnswer, needCodes, needWaiting } from "../booking/needs.js";
import { createView } from "../booking/view.js";
import { joinWants, type Loaded, recordsOf, scopeAt, type Want } from "../store/scope.js";
import type { Filter, Page, Store } from "../store/store.js";
import type { DeskContext } from "./desk-settings.js";

/** Looks things up without locks; what is wanted in the same moment is read in one call of the store. */
export type Reader = (wants: readonly Want[]) => Promise<Loaded>;

export function createReader(store: Store, now: (() => number) | undefined): Reader {
  let gathering: { readonly wants: Want[]; readonly loaded: Promise<Loaded> } | undefined;

  async function readGathered(wants: readonly Want[]): Promise<Loaded> {
    await undefined;
    gathering = undefined;
    return store.read(scopeAt(now?.(), joinWants(wants)));
  }

  return (wants) => {
    if (gathering === undefined) {
      const gathered: Want[] = [];
      gathering = { wants: gathered, loaded: readGathered(gathered) };
    }
    gathering.wants.push(...wants);
    return gathering.loaded;
  };
}

/** The time by which is decided, for what is compared with it outside of a decision. */
export async function readTime(read: Reader, { now }: Pick<DeskContext, "now">): Promise<number> {
  return now?.() ?? (await read([needWaiting(1)])).now;
}

/** The records as a decision would find them at the time at which they are read. */
export async function readView(read: Reader, wants: readonly Want[], context: DeskContext): Promise<Grounds> {
  const { now, records } = await read(wants);
  return createView(records, { now, wants }, context);
}

/** What a request was answered, as its bookings tell it by now; a conflict where something else was asked. */
export async function findAnswer(
  read: Reader,
  key: string,
  asked: AskedAgain,
): Promise<{ readonly action: string; readonly outcome: Outcome } | undefined> {
  const answers = recordsOf((await read([needAnswer(key)])).records, answerKind);
  const known = answers.find((answer) => answer.key === key);
  if (known === undefined) return undefined;
  const bookings = recordsOf((await read([needCodes(codesOf(known))])).records, bookingKind);
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
