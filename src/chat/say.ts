import type { Booking, ConfirmedBooking, Details } from "../booking/booking.js";
import { minute } from "../input/instant.js";
import { addDays, isLocalDate } from "../office/local-date.js";
import type { Office } from "../office/office.js";
import { minutesOf } from "../office/opening-hours.js";
import type { Ticket } from "../ticket/ticket.js";
import { clip } from "./clip.js";
import { cancelDeadline, type Deadline, moveDeadline } from "./deadline.js";

/** Writes the parts of a sentence in the chat's language, each of bounded length. */
export interface Say {
  /** The office that the message was sent to. */
  readonly here: string;
  /** Name of an office. */
  readonly office: (officeId: string) => string;
  /** Its name, and its address on a line of its own where it has one. */
  readonly address: (officeId: string) => string;
  /** `Selasa, 18 Juli 2017` */
  readonly date: (date: string) => string;
  /** `18 Juli 2017` */
  readonly plainDate: (date: string) => string;
  /** `Sel, 18 Jul`, for a button. */
  readonly shortDate: (date: string) => string;
  /** `08.00–08.30`; what is after midnight is told with its date, `23.30–00.30 (Rab, 19 Jul)`. */
  readonly window: (slot: Dated & { readonly window: string; readonly until: string }) => string;
  /** `08.00`, when a window begins. */
  readonly time: (slot: Dated & { readonly window: string }) => string;
  /** `08.00`, of a time such as `08:00`. */
  readonly clock: (time: string) => string;
  /** `09.30` at an office, default here, with the date where it is neither `date` nor, without one, the message's. */
  readonly moment: (instant: number, officeId?: string, date?: string) => string;
  /** The first full minute at which the instant is over. */
  readonly nextMinute: (instant: number) => string;
  /** `7HXW-9TB6` */
  readonly code: (code: string) => string;
  /** The same of who has no booking yet; empty where nothing is known of them. */
  readonly names: (party: readonly Details[]) => string;
  /** Names of the party: `Ahmad`, `Ahmad, Budi`; without names what else tells the booking. */
  readonly people: (booking: Booking) => string;
  /** What was understood, a line for each value: `Nama: AHMAD`. */
  readonly readBack: (booking: Booking) => string;
  /** A text from outside, cut to a length that leaves room for the rest. */
  readonly short: (text: string) => string;
  /** Who comes when and where, in the words of the booking's office. */
  readonly visit: (booking: ConfirmedBooking, ticket: Ticket) => string;
  /** Until when people may cancel a booking themselves. */
  readonly cancelUntil: (booking: Booking) => Deadline;
  /** Until when people may move it. */
  readonly moveUntil: (booking: Booking) => Deadline;
  /** Whether people may move certain visits here at all, or those that are listed, and give them up. */
  readonly hasMoves: boolean;
  readonly hasCancels: boolean;
  /** Whether people may wait for full days here. */
  readonly hasWaitingList: boolean;
  /** The form that goes with a count, by the rules of the language. */
  readonly plural: (count: number, forms: PluralForms) => string;
  /** Joins what there is by blank lines. */
  readonly paragraphs: (...parts: readonly (string | undefined)[]) => string;
}

/** Of a date, which is that of a night to its end. */
interface Dated {
  readonly date: string;
}

/** A language has some of these forms; `other` is for the rest. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

export interface SayContext {
  readonly tag: string;
  readonly fieldNames: ReadonlyMap<string, string>;
  /** Keys of details in the order in which people write them; a store may give them in another. */
  readonly detailKeys: readonly string[];
  readonly offices: ReadonlyMap<string, Office>;
  readonly formatCode: (code: string) => string;
  /** What the offices are called where none is chosen yet. */
  readonly anyOffice: string;
  readonly dateAt: (officeId: string, instant: number) => string;
  readonly wordsOf: (officeId: string) => {
    readonly visit: (booking: ConfirmedBooking, ticket: Ticket, say: Say) => string;
  };
}

/** For messages of a time to an office, or to any. */
export type SayAt = (officeId: string | undefined, at: number) => Say;

const longestName = 100;
const longestAddress = 160;
const longestValue = 60;
const longestReadBack = 400;

/** Formatters are slow to make, so a chat makes its own once; the rest is cheap for each message. */
export function createSay(context: SayContext): SayAt {
  const { tag, fieldNames, offices } = context;
  const dateParts = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const plainDate = new Intl.DateTimeFormat(tag, dateParts);
  const longDate = new Intl.DateTimeFormat(tag, { ...dateParts, weekday: "long" });
  const buttonDate = new Intl.DateTimeFormat(tag, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const clock = new Intl.DateTimeFormat(tag, { timeStyle: "short", timeZone: "UTC", hourCycle: "h23" });
  const clocks = new Map<string, Intl.DateTimeFormat>();

  const plurals = new Intl.PluralRules(tag);
  const [someOffice = ""] = offices.keys();
  const date = (day: string) => longDate.format(Date.parse(day));
  const name = (officeId: string) => clip(offices.get(officeId)?.name ?? officeId, longestName);

  function timeAt(instant: number, officeId: string): string {
    const timeZone = offices.get(officeId)?.timeZone ?? "UTC";
    const known = clocks.get(timeZone);
    const zoned = known ?? new Intl.DateTimeFormat(tag, { timeStyle: "short", hourCycle: "h23", timeZone });
    clocks.set(timeZone, zoned);
    return zoned.format(instant);
  }

  function momentAt(instant: number, officeId: string, known: string): string {
    const day = context.dateAt(officeId, instant);
    const time = timeAt(instant, officeId);
    return day === known ? time : `${time} (${date(day)})`;
  }

  /** A window's local time; the second pass of a doubled hour keeps its mark, `01.30+1`. */
  function localTime(time: string): string {
    if (time === "24:00") return clock.format(0).replace("00", "24");
    return clock.format(minutesOf(time) * minute) + time.slice(5);
  }

  /** After midnight the clock and the date of a visit are not of one day. */
  function timesOf(day: string, ...times: readonly string[]): string {
    const [from = "", until = from] = times;
    if (from < "24:00" && until <= "24:00") return times.map(localTime).join("–");
    const next = buttonDate.format(Date.parse(addDays(day, 1)));
    return `${times.map((time) => (time === "24:00" ? clock.format(0) : localTime(time))).join("–")} (${next})`;
  }

  /** What stands in a record may be of another format, or not from a chat at all. */
  function valueText(field: string, value: string | number | boolean): string {
    const text = String(value);
    if (field === "birthDate" && isLocalDate(text)) return plainDate.format(Date.parse(text));
    return field === "name" ? text.toLocaleUpperCase(tag) : text;
  }

  function line(field: string, value: string): string {
    return `${clip(fieldNames.get(field) ?? field, longestValue)}: ${clip(value, longestValue)}`;
  }

  function inOrder(keys: readonly string[]): readonly string[] {
    const { detailKeys } = context;
    return [
      ...detailKeys.filter((key) => keys.includes(key)),
      ...keys.filter((key) => !detailKeys.includes(key)),
    ];
  }

  /** As many lines as leave room for the code and what to do with it. */
  function readBack({ people, date: arrival }: Booking): string {
    const lines = people.flatMap(({ details }) =>
      inOrder(Object.keys(details)).map((field) => line(field, valueText(field, details[field] ?? ""))),
    );
    let length = 0;
    const fitting = lines.filter((each) => {
      length += each.length + 1;
      return length <= longestReadBack;
    });
    const rest = fitting.length < lines.length ? ["…"] : [];
    return [...fitting, ...rest, line("arrivalDate", date(arrival))].join("\n");
  }

  /** Names, or what else is known of people. */
  function namesOf(party: readonly Details[]): string {
    const names = party.flatMap((details) => String(details.name ?? Object.values(details)[0] ?? []));
    return clip(names.filter((each) => each !== "").join(", "), longestValue);
  }

  /** Where nothing is known, the code. */
  function peopleOf({ people, code }: Booking): string {
    const text = namesOf(people.map(({ details }) => details));
    return text === "" ? context.formatCode(code) : text;
  }

  function until(deadline: typeof cancelDeadline, booking: Booking, at: number): Deadline {
    const office = offices.get(booking.officeId);
    return office === undefined ? { kind: "closed" } : deadline(booking, office, at);
  }

  function sayAt(officeId: string | undefined, at: number): Say {
    const today = context.dateAt(officeId ?? someOffice, at);
    const here = [...offices.values()].filter(({ id }) => id === (officeId ?? id));
    const say: Say = {
      here: officeId === undefined ? context.anyOffice : name(officeId),
      office: name,
      address(id) {
        const address = offices.get(id)?.address;
        return address === undefined ? name(id) : `${name(id)}\n${clip(address, longestAddress)}`;
      },
      date,
      plainDate: (day) => plainDate.format(Date.parse(day)),
      shortDate: (day) => buttonDate.format(Date.parse(day)),
      window: ({ date: day, window, until }) => timesOf(day, window, until),
      time: ({ date: day, window }) => timesOf(day, window),
      clock: localTime,
      moment: (instant, id = officeId ?? someOffice, known = today) => momentAt(instant, id, known),
      nextMinute: (instant) => momentAt(Math.ceil(instant / minute) * minute, officeId ?? someOffice, today),
      code: context.formatCode,
      names: namesOf,
      people: peopleOf,
      readBack,
      short: (text) => clip(text, longestName),
      visit: (booking, ticket) => context.wordsOf(booking.officeId).visit(booking, ticket, say),
      cancelUntil: (booking) => until(cancelDeadline, booking, at),
      moveUntil: (booking) => until(moveDeadline, booking, at),
      hasCancels: true,
      hasMoves: here.some(({ rules }) => rules.reschedules > 0),
      hasWaitingList: here.some(({ rules }) => rules.longestWaitingList > 0),
      plural: (count, forms) => forms[plurals.select(count)] ?? forms.other,
      paragraphs: (...parts) => parts.filter((part) => part !== undefined).join("\n\n"),
    };
    return say;
  }

  return sayAt;
}

/** For who has these bookings: what can't be done with any of them is not said. */
export function sayOf(bookings: readonly Booking[], say: Say): Say {
  const canAny = (deadline: (booking: Booking) => Deadline) =>
    bookings.some((booking) => deadline(booking).kind !== "closed");
  return { ...say, hasMoves: canAny(say.moveUntil), hasCancels: canAny(say.cancelUntil) };
}
