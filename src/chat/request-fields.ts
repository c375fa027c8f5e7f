import type { Details } from "../booking/booking.js";
import { InvalidConfigError } from "../errors.js";
import type { MessageFormat } from "../message/message-format.js";

type Values = Readonly<Record<string, string | number>>;

/** What a format's fields mean to a booking, both ways. */
export interface RequestFields {
  readonly format: MessageFormat;
  /** Whether people can be told apart by name and birth date. */
  readonly identifies: boolean;
  /** The key under which a field's value stands in a person's details, and its name among the `fieldNames`. */
  readonly detailKey: (field: string) => string | undefined;
  readonly date: (values: Values) => string;
  readonly details: (values: Values) => Details;
  /** The message that asks the same for a date; `undefined` where it can't be said in this format. */
  readonly print: (party: readonly Details[], date: string) => string | undefined;
}

/** @throws InvalidConfigError where the format asks for no arrival date. */
export function readRequestFields(format: MessageFormat, path: string): RequestFields {
  const firstOf = (kind: string) => format.fields.find((field) => field.kind === kind)?.name;
  const arrival = firstOf("arrivalDate");
  if (arrival === undefined)
    throw new InvalidConfigError(path, "expected a format with a field.arrivalDate()");
  if (format.party !== undefined && !format.party.shared.includes(arrival))
    throw new InvalidConfigError(path, `expected a party to share ${arrival}: one booking is for one date`);
  const keys = new Map(format.fields.map(({ name }) => [name, name]));
  for (const [kind, key] of [
    ["personName", "name"],
    ["birthDate", "birthDate"],
  ] as const) {
    const field = firstOf(kind);
    if (field !== undefined) keys.set(field, key);
  }
  keys.delete(arrival);

  return {
    format,
    identifies: [...keys.values()].includes("name") && [...keys.values()].includes("birthDate"),
    detailKey: (field) => (field === arrival ? "arrivalDate" : keys.get(field)),
    date: (values) => String(values[arrival]),
    details: (values) =>
      Object.fromEntries(
        [...keys].flatMap(([field, key]) => (values[field] === undefined ? [] : [[key, values[field]]])),
      ),
    print([details, ...others], date) {
      const known = new Set(keys.values());
      if (details === undefined || others.length > 0 || Object.keys(details).some((key) => !known.has(key)))
        return undefined;
      const values = [...keys].flatMap(([field, key]) =>
        details[key] === undefined ? [] : [[field, details[key]]],
      );
      return format.print({ ...Object.fromEntries(values), [arrival]: date });
    },
  };
}
