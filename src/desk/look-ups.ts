import type { Booking } from "../booking/booking.js";

/** Looks up codes, of which the office is known only then. */
export interface LookUps {
  /** Codes that are asked in the same moment are looked up together. */
  readonly find: (code: string) => Promise<Booking | undefined>;
  /** Resolves once those that are under way now have ended, or have had their time; `undefined` where there are none. */
  readonly ended: () => Promise<void> | undefined;
}

/** Long for a look-up; whoever takes longer loses a place in the order and holds nobody up any further. */
export const patienceMs = 500;

/** Until the office of an earlier call's code is known, that call may have to go before a later one. */
export function createLookUps(read: (codes: readonly string[]) => Promise<readonly Booking[]>): LookUps {
  const underWay = new Set<Promise<void>>();
  let gathering: { readonly codes: Set<string>; readonly found: Promise<Map<string, Booking>> } | undefined;

  function gather() {
    const codes = new Set<string>();
    const found = Promise.resolve().then(async () => {
      gathering = undefined;
      return new Map((await read([...codes])).map((booking) => [booking.code, booking]));
    });
    const end: Promise<void> = found.then(
      () => void underWay.delete(end),
      () => void underWay.delete(end),
    );
    underWay.add(end);
    return { codes, found };
  }

  async function endOf(waitedFor: readonly Promise<void>[]): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([Promise.all(waitedFor), patience]);
    clearTimeout(timer);
    for (const lookUp of waitedFor) underWay.delete(lookUp);
  }

  return {
    async find(code) {
      gathering ??= gather();
      gathering.codes.add(code);
      return (await gathering.found).get(code);
    },
    ended: () => (underWay.size === 0 ? undefined : endOf([...underWay])),
  };
}
