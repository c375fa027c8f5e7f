/** One visit for which somebody stands at a door. */
export interface TicketUse {
  /** Of the visit, in whatever token it came; `start` of its window in epoch milliseconds. */
  readonly officeId: string;
  readonly code: string;
  readonly start: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The use may be forgotten then: the token has expired. */
  readonly until: number;
}

/** Notes the first use of a visit's ticket, and tells a later one of it; two at once must not both be first. */
export type ClaimUse = (use: TicketUse) => Promise<UseClaim>;

/** What a register of uses says of a visit: whether its ticket is shown for the first time. */
export type UseClaim =
  | { readonly kind: "first" }
  /** `at` is the first use, epoch milliseconds. */
  | { readonly kind: "already-used"; readonly at: number }
  /** A register that knows the bookings sees that the visit was cancelled or moved; when, where it knows. */
  | { readonly kind: "void"; readonly at?: number };

/**
 * Uses at one door, in memory; a restart forgets them.
 * @example
 * createTicketVerifier({ officeId: "bali", keys, claimUse: memoryUses() });
 */
export function memoryUses(): ClaimUse {
  const uses = new Map<string, TicketUse>();
  let sweepAt = 1000;
  return async (use) => {
    const name = `${use.officeId} ${use.code} ${use.start}`;
    const earlier = uses.get(name);
    if (earlier !== undefined) return { kind: "already-used", at: earlier.at };
    uses.set(name, use);
    if (uses.size >= sweepAt) {
      for (const [key, { until }] of uses) if (until <= use.at) uses.delete(key);
      sweepAt = uses.size * 2 + 1000;
    }
    return { kind: "first" };
  };
}
