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
  const roles = new Map([
    [firstOf("personName"), "name"],
    [firstOf("birthDate"), "birthDate"],
  ]);
  const others = format.fields.filter(({ name }) => name !== arrival);
  const keys = new Map(others.map(({ name }) => [name, roles.get(name) ?? name]));
  const known = new Set(keys.values());
  if (known.size < keys.size)
    throw new InvalidConfigError(
      path,
      "expected no other field to be called name or birthDate, as the first of these kinds is",
    );
  const required = others.filter(({ presence }) => presence === "required").map(({ name }) => name);

  return {
    format,
    identifies: firstOf("personName") !== undefined && firstOf("birthDate") !== undefined,
    detailKey: (field) => (field === arrival ? "arrivalDate" : keys.get(field)),
    date: (values) => String(values[arrival]),
    details: (values) =>
      Object.fromEntries(
        [...keys].flatMap(([field, key]) => (values[field] === undefined ? [] : [[key, values[field]]])),
      ),
    print([details, ...companions], date) {
      if (details === undefined || companions.length > 0) return undefined;
      const values: Record<string, string | number> = { [arrival]: date };
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
