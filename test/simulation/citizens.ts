import type { PersonCall } from "giliran";
import type { Lot } from "./lot.js";
import { day } from "./town.js";

/** Somebody of the town, who writes their name as it comes. */
export interface Citizen {
  readonly name: string;
  /** Nobody else's. */
  readonly birthDate: string;
  /** Changes when a channel gives them another address. */
  sender: string;
}

export interface Naming {
  /** With a small `a` in it, so that its spellings differ from each other as those of any other name. */
  readonly person: string;
  readonly sender: string;
}

export function createCitizens(count: number, naming: Naming): readonly Citizen[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${naming.person} ${letters(index)}`,
    birthDate: new Date(Date.parse("1930-01-01T00:00Z") + index * day).toISOString().slice(0, 10),
    sender: `${naming.sender}-${index}`,
  }));
}

function letters(index: number): string {
  return [...String(index)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}

const spellings: readonly [(name: string) => string, ...((name: string) => string)[]] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => `  ${name.replace(" ", "   ")} `,
  (name) => `Ibu ${name}`,
  (name) => name.replace("a", "á"),
];

export function spelled(lot: Lot, { name, birthDate }: Citizen): PersonCall {
  return { details: { name: lot.pick(spellings)(name), birthDate, remark: lot.below(2) } };
}
