import type { Desk } from "../desk/desk.js";
import { InvalidConfigError } from "../errors.js";
import { parseToday } from "../input/calendar-day.js";
import { lexiconOf } from "../message/lexicon.js";
import { parseMessage } from "../message/parse-message.js";
import type { ParsedMessage } from "../message/parsed-message.js";
import type { Office } from "../office/office.js";
import type { RequestFields } from "./request-fields.js";

export interface IncomingMessage {
  /** The transport, `whatsapp`, without a colon; ids of messages and senders are its own. */
  readonly channel: string;
  /** The transport's id of the message; it is acted on once, however often it is delivered. */
  readonly id: string;
  /** Opaque address of whoever sent it. */
  readonly sender: string;
  readonly text: string;
  /** The text of the message that is quoted, where the channel tells: people say "ok" to a message with a code. */
  readonly quoted?: string;
  /** The address that it was sent to, where a bot has several. */
  readonly to?: string;
  /** What came with it; a format that asks for a picture only asks whether there is something. */
  readonly media?: readonly unknown[];
  /** When it was sent, epoch milliseconds: what "tomorrow" counts from. */
  readonly at: number;
}

/** An office's id, the ids by the addresses that messages are sent to, or what tells the id of a message. */
export type OfficeSetting =
  | string
  | Readonly<Record<string, string>>
  | ((message: IncomingMessage) => string | undefined);

/** Which office a message is for. */
export interface Route {
  /** Where a message was sent. */
  readonly find: (message: IncomingMessage) => OfficeToday;
  /** An office on the day of an instant, in epoch milliseconds. */
  readonly at: (officeId: string, instant: number) => OfficeToday;
  /** What a message says, by the date at its office, and the office: that which it names, or where it was sent. */
  readonly read: (message: IncomingMessage) => Reading;
  /** The office that a text names, and the rest: "bali besok". */
  readonly takeOffice: (text: string) => { readonly officeId: string; readonly rest: string } | undefined;
}

/** An office, and what "today" is there. */
export interface OfficeToday {
  /** `undefined` where the message has to say it. */
  readonly officeId: string | undefined;
  /** The message's date at the office; at the first one of the desk where none is known. */
  readonly today: string;
  /** In which instants such as `2017-11-19T17:00:00Z` are read, IANA. */
  readonly timeZone: string;
}

export interface Reading extends OfficeToday {
  readonly parsed: ParsedMessage;
}

const mostOfficeWords = 6;
const mostWords = 60;

/** @throws InvalidConfigError where no office can be told. */
export function createRoute(
  desk: Desk,
  offices: ReadonlyMap<string, Office>,
  office: OfficeSetting | undefined,
  requests: readonly RequestFields[],
): Route {
  const ids = desk.offices.map(({ id }) => id);
  const zoneOf = (id: string) => offices.get(id)?.timeZone;
  const formats = requests.map(({ format }) => format);
  const asks = requests.some(({ officeField }) => officeField !== undefined);
  for (const { format, officeField } of requests)
    for (const id of format.fields.find(({ name }) => name === officeField)?.choices ?? [])
      checkId(id, "format", ids);

  const given = givenOffice(office, ids, asks ? "asks" : "fixed");

  function find(message: IncomingMessage): OfficeToday {
    const officeId = given(message);
    if (officeId === undefined && !asks)
      throw new TypeError(
        `Expected a message to an address with an office, found ${JSON.stringify(message.to)}.`,
      );
    return { ...at(officeId ?? ids[0] ?? "", message.at), officeId };
  }

  function at(officeId: string, instant: number): OfficeToday {
    return { officeId, today: desk.dateAt(officeId, instant), timeZone: zoneOf(officeId) ?? "UTC" };
  }

  function parse({ text, quoted, media = [] }: IncomingMessage, where: OfficeToday): ParsedMessage {
    const { today, timeZone } = where;
    return parseMessage(text, formats, {
      today,
      timeZone,
      media,
      ...(quoted === undefined ? {} : { quoted }),
    });
  }

  function statedOffice(parsed: ParsedMessage): string | undefined {
    if (parsed.kind !== "request") return undefined;
    return requests.find(({ format }) => format === parsed.format)?.office(parsed.values);
  }

  function officeOf(text: string): string | undefined {
    for (const { format, officeField } of requests) {
      const lexicon = lexiconOf(format.languages);
      const setting = { today: parseToday("2000-01-01"), lexicon, codes: undefined };
      const reading =
        officeField === undefined ? undefined : format.readers[officeField]?.read(text, setting);
      if (reading?.kind === "value") return String(reading.value);
    }
    return undefined;
  }

  return {
    find,
    at,
    takeOffice(text) {
      const named = text.split(/\s+/u, mostWords).filter((word) => word !== "");
      for (let words = Math.min(named.length, mostOfficeWords); words > 0; words--)
        for (let from = 0; from <= named.length - words; from++) {
          const officeId = officeOf(named.slice(from, from + words).join(" "));
          if (officeId !== undefined)
            return { officeId, rest: [...named.slice(0, from), ...named.slice(from + words)].join(" ") };
        }
      return undefined;
    },
    read(message) {
      const sentTo = find(message);
      const parsed = parse(message, sentTo);
      if (!asks) return { ...sentTo, parsed };
      // "Besok" is another day in another zone: the reading counts that holds in the zone of its own office.
      const tried = new Map([[sentTo.timeZone, parsed]]);
      for (const id of [sentTo.officeId ?? ids[0] ?? "", ...ids]) {
        const where = at(id, message.at);
        const reading = tried.get(where.timeZone) ?? parse(message, where);
        tried.set(where.timeZone, reading);
        const officeId = statedOffice(reading);
        if (officeId !== undefined && zoneOf(officeId) === where.timeZone)
          return { ...where, parsed: reading, officeId };
      }
      return { ...sentTo, parsed };
    },
  };
}

function givenOffice(
  office: OfficeSetting | undefined,
  ids: readonly string[],
  otherwise: "asks" | "fixed",
): (message: IncomingMessage) => string | undefined {
  if (typeof office === "function") return office;
  if (typeof office === "object") {
    for (const [address, id] of Object.entries(office)) checkId(id, `office.${address}`, ids);
    const byAddress = new Map(Object.entries(office));
    return ({ to }) => (to === undefined ? undefined : byAddress.get(to));
  }
  const id = office ?? (ids.length === 1 ? ids[0] : undefined);
  if (id === undefined && otherwise === "asks") return () => undefined;
  checkId(id, "office", ids);
  return () => id;
}

function checkId(id: string | undefined, path: string, ids: readonly string[]): void {
  if (id !== undefined && ids.includes(id)) return;
  const others =
    path === "office" ? ", addresses with offices, a function, or a format with field.office()" : "";
  throw new InvalidConfigError(path, `expected one of ${ids.join(", ")}${others}, found ${id ?? "nothing"}`);
}
