import { isDeepStrictEqual } from "node:util";
import type { Booking, Desk, DueNotice, FoundAnswer } from "giliran";
import { type Asked, ask, type Outcome } from "./asked.js";
import { dates, officeIds } from "./offices.js";

/** What a desk tells of everything that is in its store. */
export interface Told {
  /** By office, date and code. */
  readonly bookings: readonly Booking[];
  /** Codes of the bookings of each sender, in any state and live. */
  readonly ofSenders: readonly object[];
  /** Codes of the bookings of each person. */
  readonly ofPeople: readonly object[];
  readonly availability: readonly object[];
  readonly waiting: readonly object[];
  readonly drafts: readonly object[];
  /** Each call made once more, and what its request id is known for. */
  readonly answers: readonly (Asked & {
    readonly answer: Outcome;
    readonly found: FoundAnswer | "the answer";
  })[];
  readonly ledgers: readonly object[];
  readonly notices: readonly Omit<DueNotice, "givenAt">[];
}

const conversations = ["drafter", "slow", "curious", "guesser", "clumsy"].map((name) => `wa:62812-${name}`);

/** As days were told before there was another order. */
export function byCode(bookings: readonly Booking[]): readonly Booking[] {
  return bookings.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** As JSON keeps it. Telling gives the notices out, and changes nothing else. */
export async function tellAll(desk: Desk, calls: readonly Asked[]): Promise<Told> {
  const days = officeIds.flatMap((officeId) => dates.map((date) => ({ officeId, date })));
  const found = await listOf(days, (day) => desk.find(day));
  const bookings = found.flatMap(byCode);
  const people = bookings.flatMap((booking) => booking.people.map(({ details }) => details));
  const identified = new Map(
    people.flatMap((details) => (details.birthDate ? [[details.name, details]] : [])),
  );
  const told: Told = {
    bookings,
    ofSenders: await listOf(new Set(bookings.flatMap(({ sender }) => sender ?? [])), async (sender) => ({
      sender,
      all: codesOf(await desk.find({ sender })),
      live: codesOf(await desk.find({ sender, only: "live" })),
    })),
    ofPeople: await listOf(identified.values(), async (details) => ({
      name: details.name,
      all: codesOf(await desk.export({ details })),
    })),
    availability: await listOf(officeIds, async (officeId) => ({
      officeId,
      days: await desk.availability({ officeId, from: dates[0] ?? "", days: dates.length }),
    })),
    waiting: await listOf(
      bookings.filter(({ state }) => state === "waiting"),
      async ({ code }) => ({ code, position: await desk.waitingPosition({ code }) }),
    ),
    drafts: await listOf(conversations, async (sender) => ({ sender, draft: await desk.recall({ sender }) })),
    answers: await listOf(calls, async (asked) => ({ ...asked, ...(await answersTo(desk, asked)) })),
    ledgers: await listOf(days, async (day) => ({ ...day, ...(await desk.reconcile(day)) })),
    notices: (await desk.dueNotices()).map(({ givenAt: _, ...notice }) => notice),
  };
  return JSON.parse(JSON.stringify(told)) as Told; // it was one
}

async function answersTo(desk: Desk, asked: Asked) {
  const { requestId, sender = "", content = "" } = asked.call;
  const answer = await ask(desk, asked);
  const found = await desk.findAnswer({ requestId, sender, content });
  if (found === undefined) throw new Error(`Request ${requestId} is not known.`);
  const isTheAnswer = found.kind === "answered" && isDeepStrictEqual(found.outcome, answer);
  return { answer, found: isTheAnswer ? ("the answer" as const) : found };
}

/** One after the other, so that what is told is in the same order everywhere. */
async function listOf<T, R>(list: Iterable<T>, tell: (one: T) => Promise<R>): Promise<readonly R[]> {
  const told: R[] = [];
  for (const one of list) told.push(await tell(one));
  return told;
}

function codesOf(bookings: readonly Booking[]): readonly string[] {
  return bookings.map(({ code }) => code);
}
