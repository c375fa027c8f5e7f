import type { Outcome } from "../booking/actions/actions.js";
import type { Grounds } from "../booking/grounds.js";
import { type AskedAgain, answerAgain, codesOf } from "../booking/kept-outcome.js";
import { answerKind, bookingKind } from "../booking/kinds.js";
import { needAnswer, needCodes, needTime } from "../booking/needs.js";
import { createView } from "../booking/view.js";
import { StoreError } from "../errors.js";
import { joinWants, type Loaded, recordsOf, scopeAt, type Want } from "../store/scope.js";
import type { Filter, Page, Store } from "../store/store.js";
import type { DeskContext } from "./desk-context.js";

/** Looks things up without locks; what is wanted in the same moment is read in one call of the store. */
export type Reader = (wants: readonly Want[]) => Promise<Loaded>;

export function createReader(store: Store, now: (() => number) | undefined): Reader {
  let gathering: { readonly all: (readonly Want[])[]; readonly loaded: Promise<Loaded> } | undefined;

  const readFor = (wants: readonly Want[]) => store.read(scopeAt(now?.(), joinWants(wants)));

  async function readGathered(all: readonly (readonly Want[])[]): Promise<Loaded> {
    await undefined;
    gathering = undefined;
    return readFor(all.flat());
  }

  return (wants) => {
    if (gathering === undefined) {
      const gathered: (readonly Want[])[] = [];
      gathering = { all: gathered, loaded: readGathered(gathered) };
    }
    const { all, loaded } = gathering;
    all.push(wants);
    // What one of them can't be read concerns that one alone.
    return loaded.catch((error: unknown) => {
      if (all.length === 1 || mayBeAskedAgain(error)) throw error;
      return readFor(wants);
    });
  };
}

/** Whether it is the store as a whole that fails now, and not what was asked of it. */
export function mayBeAskedAgain(error: unknown): boolean {
  return error instanceof StoreError && error.retryable;
}

/** Some things that were read together, and what was found. */
export type ReadTogether<T, R> = readonly [some: readonly T[], found: R];

/**
 * Reads several things in one call; where the store fails that for good, it looks for those that can be read without the
 * others, and tells which were `lost`.
 *
 * @throws what the store throws where none can be read, or where it may be asked again.
 */
export async function readApart<T, R>(
  all: readonly T[],
  readSome: (some: readonly T[]) => Promise<R>,
  lost: (one: T, error: unknown) => void = () => undefined,
): Promise<readonly ReadTogether<T, R>[]> {
  async function readHalves(some: readonly T[], failure: unknown): Promise<readonly ReadTogether<T, R>[]> {
    const [one] = some;
    if (some.length === 1 && one !== undefined) lost(one, failure);
    if (some.length <= 1) return [];
    const half = Math.ceil(some.length / 2);
    return [...(await readPart(some.slice(0, half))), ...(await readPart(some.slice(half)))];
  }

  async function readPart(some: readonly T[]): Promise<readonly ReadTogether<T, R>[]> {
    try {
      return [[some, await readSome(some)]];
    } catch (error) {
      if (mayBeAskedAgain(error)) throw error;
      return readHalves(some, error);
    }
  }

  try {
    return [[all, await readSome(all)]];
  } catch (error) {
    if (mayBeAskedAgain(error)) throw error;
    const found = await readHalves(all, error);
    if (found.length === 0) throw error;
    return found;
  }
}

/** The time by which is decided, for what is compared with it outside of a decision. */
export async function readTime(read: Reader, { now }: Pick<DeskContext, "now">): Promise<number> {
  return now?.() ?? (await read([needTime])).now;
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
export async function* pagesOf<R extends object>(
  store: Store,
  filter: Filter<R>,
): AsyncGenerator<readonly R[]> {
  let after: string | undefined = "";
  while (after !== undefined) {
    const page: Page<R> = await store.find<R>({ ...filter, limit: pageSize, after });
    yield page.records;
    after = page.next;
  }
}
