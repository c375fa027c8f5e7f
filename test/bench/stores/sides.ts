/** One way to make bookings: fresh tables, then \`calls\` of them. */
export interface Side {
  readonly name: string;
  /** Fixed work: the faster side must not get the larger table. */
  readonly calls: number;
  /** Default one. */
  readonly bookingsPerCall?: number;
  /** Where it is another number than that of the other sides. */
  readonly callers?: number;
  /** Makes everything new; what it gives makes one booking and says whether there was a place. */
  readonly prepare: () => Promise<(call: number) => Promise<unknown>>;
  /** What became wrong, where it is worth telling: places oversold or left empty. */
  readonly verdict?: () => Promise<string>;
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** So many callers, each with its next call as soon as the one before is answered. */
export async function drive(
  callers: number,
  { calls, bookingsPerCall = 1 }: Pick<Side, "calls" | "bookingsPerCall">,
  make: (call: number) => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const caller = async () => {
    while (next < calls) {
      const call = next++;
      const asked = performance.now();
      await make(call);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: Math.min(callers, calls) }, caller));
  const perSecond = (calls * bookingsPerCall * 1000) / (performance.now() - started);
  return { perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

export function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;
}

/**
 * Sides in turn, so that what disturbs the machine disturbs them all; the ratio is the median of those of each round.
 * A first round is not counted: programs and connections live long, and are not measured while they warm up.
 */
export async function compare(
  title: string,
  callers: number,
  [ours, ...others]: readonly [Side, ...Side[]],
  rounds = 5,
): Promise<void> {
  const sides = [ours, ...others];
  const results = new Map<Side, Measured[]>(sides.map((side) => [side, []]));
  for (let round = 0; round <= rounds; round++)
    for (const side of sides) {
      const make = await side.prepare();
      const measured = await drive(side.callers ?? callers, side, make);
      if (round > 0) results.get(side)?.push(measured);
    }
  console.log(`\n${title}, ${callers === 1 ? "one caller" : `${callers} callers`}`);
  const own = results.get(ours) ?? [];
  for (const side of sides) {
    const measured = results.get(side) ?? [];
    const median = (of: (one: Measured) => number) => quantile(measured.map(of), 0.5);
    const ratios = measured.map(({ perSecond }, round) => (own[round]?.perSecond ?? 0) / perSecond);
    const ratio = side === ours ? "" : `   ours is ${quantile(ratios, 0.5).toFixed(2)} times as fast`;
    console.log(
      [
        `  ${side.name.padEnd(44)}`,
        `${median(({ perSecond }) => perSecond)
          .toFixed(0)
          .padStart(8)}/s`,
        `p50 ${median(({ p50 }) => p50)
          .toFixed(2)
          .padStart(8)} ms`,
        `p99 ${median(({ p99 }) => p99)
          .toFixed(2)
          .padStart(8)} ms`,
      ].join("  ") +
        ratio +
        (side.verdict === undefined ? "" : `   ${await side.verdict()}`),
    );
  }
}
