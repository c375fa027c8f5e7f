import type { Details } from "../booking/booking.js";
import type { Desk } from "../desk/desk.js";
import { InvalidConfigError } from "../errors.js";
import { checkMethods, checkSettings } from "../input/check-settings.js";
import { found } from "../input/found.js";
import { aList, anObject, aText, hasShapes, type Shapes } from "../input/shape.js";
import { defineMessageFormat } from "../message/define-message-format.js";
import type { MessageFormat } from "../message/message-format.js";
import type { Office } from "../office/office.js";
import { type CommandMessages, commandMessages } from "./command-messages.js";
import { type OfficeSentences, wordsByOffice } from "./office-sentences.js";
import { patientDesk } from "./patient-desk.js";
import type { ReplyImage } from "./reply.js";
import { type RequestFields, readRequestFields } from "./request-fields.js";
import { createRoute, type OfficeSetting, type Route } from "./route.js";
import { createSay, type SayAt } from "./say.js";
import type { Words } from "./words.js";

export interface ChatSettings {
  readonly desk: Desk;
  /** What a request looks like; several are told apart by keyword or shape. */
  readonly format: MessageFormat | readonly MessageFormat[];
  /** What is said, and in which languages messages are read, whatever languages the format was defined with. */
  readonly words: Words;
  /** What single offices say otherwise, by their ids: `{ bali: { help: () => "…" } }`. */
  readonly officeWords?: Readonly<Record<string, OfficeSentences>>;
  /**
   * Which office a message is for: an id, or the ids by the addresses (`to`) that messages are sent to, or a
   * function; default the desk's only office. Where that tells none, the `field.office()` of a format does, and
   * where the message says none either, it is asked for.
   */
  readonly office?: OfficeSetting;
  /** Draws a booking code, such as `pngBarcode`; without it replies have no image. Where it rejects, `receive` does. */
  readonly barcode?: (code: string) => Promise<ReplyImage>;
  /** What people call the fields that only this format has: `{ address: "Alamat" }`. */
  readonly fieldNames?: Readonly<Record<string, string>>;
  /** How many messages of one sender are read in a minute, default 60. The next one is told so, others get no reply. */
  readonly messagesPerMinute?: number;
  /**
   * For how many hours after a person's last message a channel takes free text: `{ whatsapp: 24 }`. What is to be told later
   * has a `template`. Default for as long as anybody likes.
   */
  readonly freeTextHours?: Readonly<Record<string, number>>;
  /** A key of the caller's own for a person, such as a checked identity number; default name and birth date. */
  readonly personKey?: (details: Details) => string;
}

/** Settings with their defaults, and what is made of them once. */
export interface ChatContext {
  readonly desk: Desk;
  readonly words: Words;
  readonly commands: CommandMessages;
  /** With the sentences that an office has of its own. */
  readonly wordsOf: (officeId: string | undefined) => Words;
  /** At least one. */
  readonly requests: readonly [RequestFields, ...RequestFields[]];
  /** Of the desk by their ids, as they are by the last message. */
  readonly offices: ReadonlyMap<string, Office>;
  /** Sees what offices the desk has by now. */
  readonly lookAtOffices: () => void;
  readonly fieldNames: ReadonlyMap<string, string>;
  readonly route: Route;
  readonly barcode: ((code: string) => Promise<ReplyImage>) | undefined;
  readonly personKey: ((details: Details) => string) | undefined;
  readonly messagesPerMinute: number;
  readonly freeTextHours: ReadonlyMap<string, number>;
  readonly say: SayAt;
}

const shapes: Shapes<ChatSettings> = {
  desk: ["required", "object"],
  format: ["required", "object", "list"],
  words: ["required", "object"],
  officeWords: ["object"],
  office: ["string", "object", "function"],
  barcode: ["function"],
  fieldNames: ["object"],
  messagesPerMinute: ["number"],
  freeTextHours: ["object"],
  personKey: ["function"],
};

const usualPace = 60;

/** @throws InvalidConfigError with the path of what is wrong. */
export function checkChatSettings(settings: ChatSettings): ChatContext {
  checkSettings(settings, shapes);
  checkMethods("desk", settings.desk, ["dateAt", "hold", "findAnswer"], "a desk, made by createDesk");
  const { words, barcode, personKey, messagesPerMinute = usualPace } = settings;
  if (!Number.isSafeInteger(messagesPerMinute) || messagesPerMinute < 1)
    throw new InvalidConfigError("messagesPerMinute", `expected 1 or more, found ${messagesPerMinute}`);
  const freeTextHours = new Map(Object.entries(settings.freeTextHours ?? {}));
  for (const [channel, hours] of freeTextHours)
    if (!Number.isFinite(hours) || hours <= 0)
      throw new InvalidConfigError(
        `freeTextHours.${channel}`,
        `expected hours above 0, found ${found(hours)}`,
      );
  const desk = patientDesk(settings.desk);
  if (!hasShapes(settings.words, { tag: aText, languages: aList, offices: anObject }))
    throw new InvalidConfigError("words", "expected words such as english or indonesian");
  const formats = [settings.format].flat();
  if (!formats.every((format) => typeof format?.print === "function"))
    throw new InvalidConfigError(
      "format",
      "expected a format made by defineMessageFormat, or a list of them",
    );
  const [first, ...others] = formats.map((given, index) => {
    const format = withLanguages(given, words.languages, desk.codes);
    const request = readRequestFields(format, formats.length === 1 ? "format" : `format[${index}]`);
    if (personKey === undefined && !request.identifies)
      throw new InvalidConfigError(
        "personKey",
        `expected a function, as ${format.template} has no field.personName() and field.birthDate() to tell people by`,
      );
    return request;
  });
  if (first === undefined) throw new InvalidConfigError("format", "expected at least one format");
  const all = [first, ...others] as const;
  const fieldNames = new Map(Object.entries({ ...words.fieldNames, ...settings.fieldNames }));
  const offices = new Map<string, Office>();
  let seen: unknown;
  // None ever leaves a desk.
  function lookAtOffices(): void {
    if (seen === desk.offices) return;
    for (const office of desk.offices) offices.set(office.id, office);
    seen = desk.offices;
  }
  lookAtOffices();
  const wordsOf = wordsByOffice(words, settings.officeWords ?? {}, new Set(offices.keys()));
  const say = createSay({
    tag: words.tag,
    fieldNames,
    detailKeys: [
      ...new Set(
        all.flatMap(({ format, detailKey }) => format.fields.flatMap(({ name }) => detailKey(name) ?? [])),
      ),
    ],
    offices,
    formatCode: desk.codes.format,
    dateAt: desk.dateAt,
    anyOffice: words.offices.any,
    wordsOf,
  });
  return {
    desk,
    words,
    commands: commandMessages(words.languages),
    wordsOf,
    requests: all,
    offices,
    lookAtOffices,
    fieldNames,
    route: createRoute(desk, offices, settings.office, all),
    barcode,
    personKey,
    messagesPerMinute,
    freeTextHours,
    say,
  };
}

/** The format as this chat reads it: in the languages of its words, and with the desk's codes. */
function withLanguages(
  { template, readers, delimiters, media, party }: MessageFormat,
  languages: Words["languages"],
  codes: Desk["codes"],
): MessageFormat {
  const options = { delimiters, media, languages, codes };
  return defineMessageFormat(template, readers, party === undefined ? options : { ...options, party });
}
