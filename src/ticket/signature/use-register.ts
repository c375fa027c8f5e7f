/** One visit for which somebody stands at a door. */
export interface TicketUse {
  /** Names the visit, in whatever token it came: office, code and window. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The key may be forgotten then: the token has expired. */
  readonly until: number;
}

/**
 * Notes the first use of a key and gives `undefined`; for every later one it gives when that was, and leaves it. Two
 * at once must not both be first.
 */
export type ClaimUse = (use: TicketUse) => Promise<number | undefined>;

/** Uses at one door, in memory; a restart forgets them. */
export function memoryUses(): ClaimUse {
  const uses = new Map<string, TicketUse>();
  let sweepAt = 1000;
  return async (use) => {
    const earlier = uses.get(use.key);
    if (earlier !== undefined) return earlier.at;
    uses.set(use.key, use);
    if (uses.size >= sweepAt) {
      for (const [key, { until }] of uses) if (until <= use.at) uses.delete(key);
      sweepAt = uses.size * 2 + 1000;
    }
    return undefined;
  };
}
