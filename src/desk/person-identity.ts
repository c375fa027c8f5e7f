import type { Details } from "../booking/booking.js";
import { titles as englishTitles } from "../languages/english/titles.js";
import { titles as indonesianTitles } from "../languages/indonesian/titles.js";
import { isLocalDate } from "../office/local-date.js";

/**
 * The titles of both languages, whatever language a chat speaks. The keys of stored bookings were made with this list:
 * a title that is added or taken away gives people who have it another key.
 */
const titles: ReadonlySet<string> = /* @__PURE__ */ unionOf(indonesianTitles, englishTitles);

/** A degree behind a name: `S.H.`, `M.Si`, `Ph.D.`; an initial has one letter alone. A word is read in one way only. */
const degree = /^\p{L}{1,4}(?:\.\p{L}{1,5}){1,5}\.?$/u;
const shortOrDotted = /^(?:\p{L}{1,2}|\p{Lu}{2,5}|\p{Lu}{2,}\p{Ll}+|.*\..*)$/u;

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

/** A name without titles in front of it and degrees behind it; one word at least is left. */
function withoutTitles(name: string): string {
  const comma = name.indexOf(",");
  const isFollowedByTitles = comma !== -1 && areTitles(name.slice(comma + 1));
  const words = (isFollowedByTitles ? name.slice(0, comma) : name).trim().split(/\s+/u);
  let from = 0;
  let to = words.length;
  while (from < to - 1 && titles.has(plain(words[from]))) from++;
  while (to - 1 > from && degree.test(words[to - 1] ?? "")) to--;
  return words.slice(from, to).join(" ");
}

function areTitles(text: string): boolean {
  return text.split(/[\s,]+/u).every((word) => word === "" || shortOrDotted.test(word));
}

function plain(word = ""): string {
  return (word.endsWith(".") ? word.slice(0, -1) : word).toLowerCase();
}

function unionOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(" ").split(" "));
}
