import type { Details } from "../booking/booking.js";
import type { Malformed } from "../booking/outcomes.js";
import type { PersonCall } from "./calls.js";
import { expectedText, isStorable, isText } from "./check-call.js";
import { personIdentity } from "./person-identity.js";

/** With what stands for the human: a key of the caller's own, or the text that is made of name and birth date. */
export interface IdentifiedPerson {
  readonly kind: "key" | "person";
  readonly text: string;
  readonly details: Details;
}

const longestDetails = 4000;
const expectedDetails = `texts, numbers and booleans, ${longestDetails} characters at most`;
const expectedIdentity = "a name and a birthDate such as 1990-08-17, or a key beside it";

/** Who they are, known as people are at the desk. */
export function identifyParty(
  people: readonly PersonCall[],
  peopleBy: IdentifiedPerson["kind"] | undefined,
): readonly IdentifiedPerson[] | Malformed {
  const identified = identifyPeople(people);
  if ("kind" in identified || peopleBy === undefined || identified[0]?.kind === peopleBy) return identified;
  return knownBy[peopleBy];
}

const knownBy = {
  key: { kind: "malformed", field: "people[0].key", expected: "a key, as this desk knows people by keys" },
  person: {
    kind: "malformed",
    field: "people[0].key",
    expected: "no key, as this desk knows people by name and birth date",
  },
} as const;

/** Who they are, each of them once: who stands twice in a party would take two places (F3). */
function identifyPeople(people: readonly PersonCall[]): readonly IdentifiedPerson[] | Malformed {
  const identified: IdentifiedPerson[] = [];
  for (const person of people) {
    const next = identifyPerson(person, identified.length);
    if (next.kind === "malformed") return next;
    identified.push(next);
  }
  const mixed = identified.findIndex(({ kind }) => kind !== identified[0]?.kind);
  if (mixed !== -1) return malformed(mixed, ".key", "a key for everybody of the party, or for nobody");
  const again = identified.findIndex((person, index) => findSame(identified, person) < index);
  return again === -1 ? identified : malformed(again, "", "each person once");
}

function findSame(people: readonly IdentifiedPerson[], { kind, text }: IdentifiedPerson): number {
  return people.findIndex((other) => other.kind === kind && other.text === text);
}

export function identifyPerson({ key, details }: PersonCall, index: number): IdentifiedPerson | Malformed {
  if (!isDetails(details)) return malformed(index, ".details", expectedDetails);
  if (key !== undefined)
    return isText(key) ? { kind: "key", text: key, details } : malformed(index, ".key", expectedText);
  const text = personIdentity(details);
  return text === undefined
    ? malformed(index, ".details", expectedIdentity)
    : { kind: "person", text, details };
}

function malformed(index: number, part: "" | ".details" | ".key", expected: string): Malformed {
  return { kind: "malformed", field: `people[${index}]${part}`, expected };
}

function isDetails(details: unknown): boolean {
  if (typeof details !== "object" || details === null || Array.isArray(details)) return false;
  return Object.values(details).every(isPlain) && JSON.stringify(details).length <= longestDetails;
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" ? isStorable(value) : typeof value === "boolean" || Number.isFinite(value);
}
