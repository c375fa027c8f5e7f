import type { Details } from "../booking/booking.js";
import { InvalidConfigError } from "../errors.js";
import { lexiconOf } from "../message/lexicon.js";
import type { MessageFormat } from "../message/message-format.js";

type Values = Readonly<Record<string, string | number>>;

/** What a format's fields mean to a booking, both ways. */
export interface RequestFields {
  readonly format: MessageFormat;
  /** Whether people can be told apart by name and birth date. */
  readonly identifies: boolean;
  /** The key under which a field's value stands in a person's details, and its name among the `fieldNames`. */
  readonly detailKey: (field: string) => string | undefined;
  readonly arrivalField: string;
  readonly date: (values: Values) => string;
  readonly details: (values: Values) => Details;
  /** The field that says which office a message is for. */
  readonly officeField: string | undefined;
  readonly office: (values: Values) => string | undefined;
  /** What the field calls an office. */
  readonly officeWord: (officeId: string) => string | undefined;
  /**
   * The message that asks the same for a date and a local time of it, of the office that it is sent to or of another; `undefined` where it
   * can't be said in this format.
   */
  readonly print: (
    party: readonly Details[],
    date: string,
    officeId?: string,
    time?: string,
  ) => string | undefined;
}

/** The kind of a field of any of the formats. */
export function fieldKind(requests: readonly RequestFields[], field: string): string | undefined {
  return requests.flatMap(({ format }) => format.fields.find(({ name }) => name === field)?.kind ?? [])[0];
}

/** @throws InvalidConfigError where the format asks for no arrival date. */
export function readRequestFields(format: MessageFormat, path: string): RequestFields {
  const firstOf = (kind: string) => format.fields.find((field) => field.kind === kind)?.name;
  const arrival = firstOf("arrivalDate");
  if (arrival === undefined)
    throw new InvalidConfigError(path, "expected a format with a field.arrivalDate()");
  if (format.party !== undefined && !format.party.shared.includes(arrival))
    throw new InvalidConfigError(path, `expected a party to share ${arrival}: one booking is for one date`);
  const roles = new Map([
    [firstOf("personName"), "name"],
    [firstOf("birthDate"), "birthDate"],
  ]);
  const officeField = firstOf("office");
  const offices = format.fields.find(({ name }) => name === officeField)?.choices ?? [];
  const needsOffice = format.fields.some(
    ({ kind, presence }) => kind === "office" && presence === "required",
  );
  if (officeField !== undefined && format.party !== undefined && !format.party.shared.includes(officeField))
    throw new InvalidConfigError(
      path,
      `expected a party to share ${officeField}: one booking is at one office`,
    );
  const others = format.fields.filter(({ name }) => name !== arrival && name !== officeField);
  const keys = new Map(others.map(({ name }) => [name, roles.get(name) ?? name]));
  const known = new Set(keys.values());
  if (known.size < keys.size)
    throw new InvalidConfigError(
      path,
      "expected no other field to be called name or birthDate, as the first of these kinds is",
    );
  const canName = (officeId: string | undefined) =>
    officeId === undefined ? !needsOffice : offices.includes(officeId);
  const required = others.filter(({ presence }) => presence === "required").map(({ name }) => name);

  return {
    format,
    identifies: firstOf("personName") !== undefined && firstOf("birthDate") !== undefined,
    detailKey(field) {
      if (field === officeField) return "office";
      return field === arrival ? "arrivalDate" : keys.get(field);
    },
    arrivalField: arrival,
    date: (values) => String(values[arrival]),
    details: (values) =>
      Object.fromEntries(
        [...keys].flatMap(([field, key]) => (values[field] === undefined ? [] : [[key, values[field]]])),
      ),
    officeField,
    office: (values) => (officeField === undefined ? undefined : values[officeField]?.toString()),
    officeWord: (officeId) =>
      officeField !== undefined && offices.includes(officeId)
        ? format.readers[officeField]?.print(officeId, lexiconOf(format.languages))
        : undefined,
    print([details, ...companions], date, officeId, time) {
      if (details === undefined || companions.length > 0) return undefined;
      if (!canName(officeId)) return undefined;
      const values: Record<string, string | number> = {
        [arrival]: dateAt(date, time),
      };
      if (officeField !== undefined && officeId !== undefined) values[officeField] = officeId;
      for (const [field, key] of keys) {
        const value = details[key];
        if (typeof value === "string" || typeof value === "number") values[field] = value;
      }
      const isWhole = required.every((name) => values[name] !== undefined);
      return isWhole && Object.keys(details).every((key) => known.has(key))
        ? format.print(values)
        : undefined;
    },
  };
}

/** As a date field prints it. */
function dateAt(date: string, time: string | undefined): string {
  return time === undefined ? date : `${date}T${time}`;
}
