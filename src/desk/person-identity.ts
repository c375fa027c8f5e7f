import type { Details } from "../booking/booking.js";
import {
  dottedDegrees,
  degrees as englishDegrees,
  titles as englishTitles,
} from "../languages/english/titles.js";
import { degrees as indonesianDegrees, titles as indonesianTitles } from "../languages/indonesian/titles.js";
import { isLocalDate } from "../office/local-date.js";

/**
 * The titles of both languages, whatever language a chat speaks. The keys of stored bookings were made with this list:
 * a title that is added or taken away gives people who have it another key.
 */
const titles: ReadonlySet<string> = /* @__PURE__ */ unionOf(indonesianTitles, englishTitles);

const degrees: ReadonlySet<string> = /* @__PURE__ */ unionOf(indonesianDegrees, englishDegrees);
const withDots: ReadonlySet<string> = /* @__PURE__ */ unionOf(
  indonesianDegrees,
  englishDegrees,
  dottedDegrees,
);

/** Letters of other scripts that look like a Latin one, each before it. */
const lookAlikes = "аaвbеeкkмmнhоoрpсcтtуyхxіiѕsјjԁdԛqԝwαaβbεeηhιiκkνvοoρpτtυyχx";
const latin = /\p{Script=Latin}/u;

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
  const plainName = withoutTitles(name.normalize("NFKC"))
    .normalize("NFKD")
    .replace(/[\u0300-\u036F]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
  return latin.test(plainName) ? plainName.replace(/[\u0370-\u052F]/gu, latinFor) : plainName;
}

/** A name in mixed scripts is that of whom it looks like. */
function latinFor(letter: string): string {
  const at = lookAlikes.indexOf(letter);
  return at % 2 === 0 ? (lookAlikes[at + 1] ?? letter) : letter;
}

/** A name without titles in front of it and degrees behind it; one word at least is left. */
function withoutTitles(name: string): string {
  const comma = name.indexOf(",");
  const isFollowedByDegrees = comma !== -1 && areDegrees(name.slice(comma + 1));
  const words = (isFollowedByDegrees ? name.slice(0, comma) : name).trim().split(/\s+/u);
  let from = 0;
  let to = words.length;
  while (from < to - 1 && titles.has(plain(words[from]))) from++;
  while (to - 1 > from && isDotted(words[to - 1]) && isDegree(words[to - 1])) to--;
  return words.slice(from, to).join(" ");
}

function areDegrees(text: string): boolean {
  return text.split(/[\s,]+/u).every((word) => word === "" || isDegree(word));
}

/** Whether a word is a degree that is known as one: `S.H.`, `M.Si`, `Ph.D.`, `SE`. Two may stand in one: `S.Farm.Apt.` */
function isDegree(word = ""): boolean {
  const known = isDotted(word) ? withDots : degrees;
  const parts = word
    .toLowerCase()
    .split(".")
    .filter((part) => part !== "");
  const joined = (from: number, to: number) => known.has(parts.slice(from, to).join(""));
  return parts.some(
    (_, at) => joined(0, at + 1) && (at + 1 === parts.length || joined(at + 1, parts.length)),
  );
}

function isDotted(word = ""): boolean {
  return /\p{L}\.\p{L}/u.test(word);
}

function plain(word = ""): string {
  return (word.endsWith(".") ? word.slice(0, -1) : word).toLowerCase();
}

function unionOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(" ").split(" "));
}
