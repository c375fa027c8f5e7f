import type { Booking, LiveBooking } from "../booking/booking.js";
import { readPosition } from "../message/dates/read-chosen-day.js";
import { lexiconOf } from "../message/lexicon.js";
import { skipPolite } from "../message/polite.js";
import { type Token, tokenise } from "../message/tokens.js";
import type { ChatContext } from "./chat-settings.js";
import { readDay } from "./read-day.js";
import type { OfficeToday } from "./route.js";

const longestPick = 200;

/**
 * Those of some bookings that a text tells of by name or day, "yang Siti", "kamis"; `undefined` where it says anything else.
 * A name fits a booking of which it names everybody.
 */
export function pickBookings(
  context: Pick<ChatContext, "words">,
  text: string,
  bookings: readonly LiveBooking[],
  today: Pick<OfficeToday, "today" | "timeZone">,
): readonly LiveBooking[] | undefined {
  if (text.length > longestPick) return undefined;
  const lexicon = lexiconOf(context.words.languages);
  const known = new Set(bookings.flatMap(wordsOfNames));
  const tokens = tokenise(text);
  const named = new Set<string>();
  const others: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index] as Token;
    const polite = skipPolite(tokens, index, lexicon);
    const isName = known.has(token.text);
    if (isName && (lexicon.weekdays.has(token.text) || lexicon.months.has(token.text))) return undefined;
    if (isName) named.add(token.text);
    else if (polite > index) {
      index = polite;
      continue;
    } else if (!lexicon.choosing.picking.has(token.text) && !lexicon.commandFillers.has(token.text))
      others.push(token);
    index++;
  }
  const day = others.some(({ kind }) => kind !== "mark")
    ? readDay(context, others.map(({ start, end }) => text.slice(start, end)).join(" "), today)
    : undefined;
  if (day?.kind === "problem" || (named.size === 0 && day === undefined)) return undefined;
  return bookings.filter(
    (booking) => (day === undefined || booking.date === day.date) && isNamedBy(booking, named),
  );
}

/** The one of a list that a text tells of, by its place in it as well: "yang kedua". */
export function pickFromList(
  context: Pick<ChatContext, "words">,
  text: string,
  bookings: readonly LiveBooking[],
  today: Pick<OfficeToday, "today" | "timeZone">,
): LiveBooking | undefined {
  const position = readPosition(text, bookings.length, context.words.languages);
  if (position !== undefined) return bookings[position];
  const [picked, ...others] = pickBookings(context, text, bookings, today) ?? [];
  return others.length === 0 ? picked : undefined;
}

/** Every word is one of the party's names, and nobody of the party is left out. */
function isNamedBy(booking: Booking, named: ReadonlySet<string>): boolean {
  if (named.size === 0) return true;
  const names = namesOf(booking);
  const all = new Set(names.flat());
  return (
    [...named].every((word) => all.has(word)) && names.every((words) => words.some((word) => named.has(word)))
  );
}

function wordsOfNames(booking: Booking): readonly string[] {
  return namesOf(booking).flat();
}

function namesOf({ people }: Booking): readonly (readonly string[])[] {
  return people.map(({ details }) =>
    tokenise(String(details.name ?? ""))
      .filter(({ kind }) => kind === "word")
      .map(({ text }) => text),
  );
}
