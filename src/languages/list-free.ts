import type { Alternative } from "../allocation/alternatives.js";
import type { Say } from "../chat/say.js";

interface FreeWords {
  readonly nothing: string;
  /** Above what is free at the office that was asked, and below it how to take it; empty for nothing to say. */
  readonly here: string;
  readonly how: string;
  /** Above what is free at other offices. */
  readonly elsewhere: string;
  readonly when: (alternative: Alternative, say: Say) => string;
}

/** What is free, a line each: first here, then at other offices. */
export function listFree(
  alternatives: readonly Alternative[],
  say: Say,
  { nothing, here, how, elsewhere, when }: FreeWords,
): string {
  if (alternatives.length === 0) return nothing;
  const ownOffice = alternatives.filter(({ asOf }) => asOf === undefined);
  const others = alternatives.filter(({ asOf }) => asOf !== undefined);
  const lines = (all: readonly Alternative[], line: (one: Alternative) => string) =>
    all.map((one) => `\n• ${line(one)}`).join("");
  return say.paragraphs(
    ownOffice.length > 0
      ? `${here}${lines(ownOffice, (one) => when(one, say))}${how && `\n${how}`}`
      : undefined,
    others.length > 0
      ? `${elsewhere}${lines(others, (one) => `${say.office(one.officeId)}, ${when(one, say)}`)}`
      : undefined,
  );
}
