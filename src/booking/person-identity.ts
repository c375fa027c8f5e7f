import { isLocalDate } from "../office/local-date.js";
import type { Details } from "./booking.js";
import { withoutTitles } from "./titles.js";

/**
 * The text that stands for a human where the caller has no key of their own: name and birth date, the name
 * without regard to titles, case, accents, blanks, apostrophes and hyphens (F3). `undefined` where there is no name, or
 * no birth date as `YYYY-MM-DD`.
 */
export function personIdentity({ name, birthDate }: Details): string | undefined {
  if (typeof name !== "string" || typeof birthDate !== "string") return undefined;
  const plain = normalizeName(name);
  // Written in another way the same birth date would make another person.
  return plain === "" || !isLocalDate(birthDate) ? undefined : `${plain} ${birthDate}`;
}

/** Combining marks go only where they are Latin accents: in other scripts they are vowels. */
function normalizeName(name: string): string {
  return withoutTitles(name.normalize("NFKC"))
    .normalize("NFKD")
    .replace(/[\u0300-\u036F]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}
