import type { Batch } from "./batch.js";
import type { Sender } from "./records.js";

/** Wrong codes that anybody may send in a row. */
const freeGuesses = 5;
const firstPauseMs = 30_000;
const longestPauseMs = 3_600_000;
/** After so long without a guess they are forgotten. */
const memoryMs = 86_400_000;

/** From when on codes of the sender are looked at again: each further guess doubles the pause, up to an hour. */
export function slowedUntil({ guesses }: Sender): number {
  if (guesses === undefined || guesses.count < freeGuesses) return 0;
  const pauseMs = firstPauseMs * 2 ** (guesses.count - freeGuesses);
  return guesses.lastAt + Math.min(pauseMs, longestPauseMs);
}

export function noteGuess(batch: Batch, sender: string): void {
  const known = batch.sender(sender);
  const { count, lastAt } = known.guesses ?? { count: 0, lastAt: 0 };
  const inRow = batch.now - lastAt < memoryMs ? count : 0;
  batch.putSender({ ...known, lastMessageAt: batch.now, guesses: { count: inRow + 1, lastAt: batch.now } });
}
