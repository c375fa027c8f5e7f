import type { Doubt, DoubtReason } from "../message/doubt.js";

const picking: ReadonlySet<DoubtReason> = new Set(["unexplained", "other-name"]);

/** Whether a doubt may say which booking is meant: it takes nothing back, sets no condition and asks for nothing else. */
export function isPick({ why }: Doubt): boolean {
  return picking.has(why);
}

/** A text without the parts that were not understood. */
export function without(text: string, doubts: readonly Doubt[]): string {
  if (doubts.length === 0) return text;
  return doubts
    .reduce((rest, doubt) => rest.replace(doubt.text, " "), text)
    .replace(/\s+/gu, " ")
    .trim();
}

/** What was not understood, as it was written, marks aside. */
export function partsOf(doubts: readonly Doubt[]): readonly string[] {
  return doubts.map(({ text }) => text).filter((text) => /[\p{L}\p{N}]/u.test(text));
}
